/** Resolutions and their approvals as parts of a draft. The complaint's columns follow from them when it is finished. */
import { uuidv7 } from 'uuidv7';
import type { EventPayloads } from '../events/types.ts';
import type { TableRows } from '../events/tables.ts';
import type { ApprovalRole } from '../rules/approval.ts';
import { isLive, otherOptions } from '../rules/resolution.ts';
import { memberIdOf } from './audit.ts';
import { loadCaseOf } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import type { Draft } from './draft.ts';
import { visible } from './open-case.ts';
import { Refusal } from './refusal.ts';

export type Resolution = TableRows['resolution'];
export type Approval = TableRows['approval'];

/** The case of a resolution, and the resolution; refused when it belongs to a round that is over. */
export async function openResolution(
  ctx: ActionContext,
  id: string,
): Promise<{ opened: Case; resolution: Resolution }> {
  const opened = visible(ctx, await loadCaseOf(ctx.db, 'resolution', id));
  return { opened, resolution: resolutionOf(opened, id) };
}

/** The resolution of the case's round; refused when it belongs to a round that is over. */
export function resolutionOf(opened: Case, id: string): Resolution {
  const found = opened.resolutions.find((one) => one.id === id);
  if (found === undefined) throw settled(opened.complaint.id, id);
  return found;
}

/** The refusal of what can't be done to a resolution any more, or not yet. */
export function settled(complaintId: string, resolutionId: string, expired = false): Refusal {
  return new Refusal({ code: 'RESOLUTION_SETTLED', complaintId, resolutionId, expired });
}

export function addResolution(draft: Draft, row: Resolution): void {
  draft.insert('resolution', row);
  draft.resolutions = [...draft.resolutions, row];
}

/** The resolution in its new state. */
export function putResolution(draft: Draft, row: Resolution): Resolution {
  draft.put('resolution', row);
  draft.resolutions = draft.resolutions.map((known) => (known.id === row.id ? row : known));
  return row;
}

/** Asks whoever holds the role of this step for their approval. */
export function askApproval(draft: Draft, resolution: Resolution, step: number, requestedById: string | null): void {
  const role = resolution.approvalRoles[step - 1] as ApprovalRole;
  const row: Approval = {
    id: uuidv7(),
    complaintId: draft.complaint.id,
    resolutionId: resolution.id,
    step,
    role,
    state: 'PENDING',
    requestedById,
    requestedAt: draft.at,
    decidedById: null,
    decidedAt: null,
    reason: null,
  };
  draft.insert('approval', row);
  draft.approvals = [...draft.approvals, row];
  draft.emit({ type: 'ApprovalAsked', payload: { approvalId: row.id, resolutionId: resolution.id, step, role } });
}

export function putApproval(draft: Draft, row: Approval): void {
  draft.put('approval', row);
  draft.approvals = draft.approvals.map((known) => (known.id === row.id ? row : known));
}

type Why = EventPayloads['ResolutionWithdrawn']['because'];

/** Takes a resolution back; nobody has to approve it any more. */
export function withdraw(draft: Draft, resolution: Resolution, because: Why, noteId?: string): void {
  const waiting = draft.approvals.find(
    ({ resolutionId, state }) => resolutionId === resolution.id && state === 'PENDING',
  );
  if (waiting !== undefined) putApproval(draft, { ...waiting, state: 'NOT_NEEDED', decidedAt: draft.at });
  const approval = resolution.approval === 'PENDING' ? 'NOT_NEEDED' : resolution.approval;
  putResolution(draft, { ...resolution, state: 'WITHDRAWN', approval });
  draft.emit({
    type: 'ResolutionWithdrawn',
    payload: { resolutionId: resolution.id, because },
    ...(noteId !== undefined && { noteId }),
  });
}

/** The round is over: nothing more comes of what is still open in it. */
export function withdrawOpen(draft: Draft, because: Extract<Why, 'CLOSED' | 'REOPENED'>): void {
  for (const resolution of draft.resolutions) if (isLive(resolution)) withdraw(draft, resolution, because);
}

/** The customer has chosen: the other options of the same offer are off the table, and so is what they proposed. */
export function withdrawOthers(draft: Draft, chosen: Resolution): void {
  for (const other of otherOptions(draft.resolutions, chosen)) withdraw(draft, other, 'OTHER_CHOSEN');
}

/** Who acts, as a row names them. */
export const actorId = (draft: Draft): string | null => memberIdOf(draft.ctx.principal);
