/** Takes the customer's answer to an offer down, in their name (docs/SPEC.md, RS11–RS13). */
import type { AuditAction } from '../rules/audit-actions.ts';
import type { Channel, ContactDirection } from '../rules/vocabulary.ts';
import { addContact } from './contact-add.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission } from './open-case.ts';
import { perform } from './perform.ts';
import { agree, refuseByCustomer, requireAnswerable } from './resolution-settle.ts';
import { openResolution } from './resolution-rows.ts';
import type { Resolution } from './resolution-rows.ts';

export interface ResolutionRefuseInput {
  id: string;
  /** How the customer said so. */
  channel: Channel;
  direction: ContactDirection;
  /** What they said: the summary of the contact. */
  words: string;
}

export interface ResolutionAcceptInput extends ResolutionRefuseInput {
  /** By when the company promised to carry it out; null: as it was offered. */
  carryOutBy: Date | null;
}

/** The customer said yes; the contact in which they did is recorded with it. */
export function resolutionAccept(ctx: ActionContext, input: ResolutionAcceptInput): Promise<ActionResult> {
  return answer(ctx, 'resolutionAccept', input, (draft, resolution) => {
    agree(draft, resolution, { by: 'CUSTOMER', note: input.words, carryOutBy: input.carryOutBy });
  });
}

/** The customer said no; the contact in which they did is recorded with it. */
export function resolutionRefuse(ctx: ActionContext, input: ResolutionRefuseInput): Promise<ActionResult> {
  return answer(ctx, 'resolutionRefuse', input, (draft, resolution) =>
    refuseByCustomer(draft, resolution, input.words),
  );
}

function answer(
  ctx: ActionContext,
  action: AuditAction,
  { id, channel, direction, words }: ResolutionRefuseInput,
  settle: (draft: Draft, resolution: Resolution) => void,
): Promise<ActionResult> {
  return perform(ctx, action, async () => {
    const { opened, resolution } = await openResolution(ctx, id);
    requirePermission(ctx, opened, 'contact');
    const draft = Draft.of(ctx, opened);
    requireAnswerable(draft, resolution);
    const plain = { toCustomer: false, templateKey: null, confirmsFacts: false, at: null };
    const contactId = addContact(draft, { channel, direction, summary: words, ...plain });
    settle(draft, resolution);
    return { draft, outcome: { complaintId: draft.complaint.id, resolutionId: id, contactId } };
  });
}
