/** What every action is given: the database, who acts and from where, and the clock. */
import type { Database } from '@redress/prisma/client';
import type { Directory } from '../reads/directory.ts';
import type { ComplaintView } from '../reads/complaint-view.ts';
import type { Principal } from '../rules/principal.ts';
import type { HeldCases } from './held-cases.ts';
import type { RefusalData } from './refusal.ts';

/** Where a change came from; kept in the audit row. */
export interface Origin {
  via: 'web' | 'api' | 'cli' | 'clock' | 'import' | 'setup' | 'link';
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
}

/** The caller's idempotency key (api.md, rule 6) and a hash of what was asked with it. */
export interface IdempotencyClaim {
  key: string;
  requestHash: string;
}

/** A change that another one takes back, and the complaints that it changed. */
export interface ChangeTakenBack {
  changeId: string;
  complaintIds: readonly string[];
}

export interface ActionContext {
  db: Database;
  principal: Principal;
  origin: Origin;
  /** The injected clock; every time that an action writes comes from it. */
  now: () => Date;
  /** Departments, members, categories, rules and policies, as this process holds them. */
  directory: Directory;
  idempotency: IdempotencyClaim | null;
  /** What the caller says of it: it takes a change of their own back. */
  takesBack?: ChangeTakenBack | null;
  /** Cases that this process holds; without it every case is read. */
  held?: HeldCases;
  /** Nobody is notified: what is told over again here happened elsewhere. */
  silent?: boolean;
  /** Customers are not told by themselves: these are made up, and their numbers may be somebody's. */
  madeUp?: boolean;
  /** Encrypts what only this installation may read; without it such things are left out. */
  seal?: (secret: string) => string;
}

/** What an action changed: ids for rendering the payload, and the cursor of its last event. */
export interface Outcome {
  complaintId: string;
  cursor: string;
  handoffId?: string;
  contactId?: string;
  dutyId?: string;
  rulingId?: string;
  departmentId?: string;
  /** Of the version of a policy that was written. */
  policyId?: string;
  channelId?: string;
  holdId?: string;
  promiseId?: string;
  attachmentId?: string;
  /** A file that was announced, and until when its bytes may come (RFC 3339). */
  uploadId?: string;
  uploadUntil?: string;
  investigationId?: string;
  consultationId?: string;
  visitId?: string;
  rootCauseCode?: string;
  surveyId?: string;
  finalAnswerId?: string;
  resolutionId?: string;
  approvalId?: string;
  /** dutiesFromTemplate: how many duties were added. */
  given?: number;
  escalationId?: string;
  erasureId?: string;
  /** Only in the first answer to a registration; a repeated one can't show it again. */
  trackingCode?: string;
  /** complaintRegister: the external reference was known, and this is the complaint it named. */
  alreadyRegistered?: boolean;
  /** complaintMove: the named neighbour had left the column, so the card went on top. */
  neighbourLeft?: boolean;
}

export type ActionResult =
  | {
      ok: true;
      outcome: Outcome;
      /** The complaint as the change left it, where that is known without reading it. */
      left?: ComplaintView | null;
      /** It is what came of the same request when it was sent before. */
      again?: boolean;
    }
  | { ok: false; refusal: RefusalData };
