/** Offers a customer one or several ways of settling their complaint (docs/SPEC.md, RS9–RS10). */
import { uuidv7 } from 'uuidv7';
import { earlierPayments } from '../reads/payments.ts';
import { dueProblem } from '../rules/due.ts';
import { isOfferable, suits } from '../rules/resolution.ts';
import type { Channel } from '../rules/vocabulary.ts';
import { addContact } from './contact-add.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission } from './open-case.ts';
import { requireWording } from './held-replies.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import { openResolution, putResolution, resolutionOf, settled } from './resolution-rows.ts';
import type { Resolution } from './resolution-rows.ts';

/** More than this is no choice that a customer can make. */
export const MAX_OPTIONS = 5;

export interface ResolutionOfferInput {
  ids: string[];
  /** Until when the customer may answer; null: without end. */
  answerUntil: Date | null;
  /** By when the company carries out what the customer accepts; only with an end of the offer before it. */
  carryOutBy: Date | null;
  /** How the customer was told, where somebody told them: recorded as a contact. Null: their page shows it. */
  channel: Channel | null;
  /** The approved wording that it keeps to; needed while replies are held. Left out: none. */
  replyId?: string | null;
}

/** All at once or none. What waits for an approval can't be offered; what was offered and ran out can be once more. */
export function resolutionOffer(ctx: ActionContext, input: ResolutionOfferInput): Promise<ActionResult> {
  return perform(ctx, 'resolutionOffer', async () => {
    const ids = [...new Set(input.ids)];
    if (ids.length === 0) throw invalid('ids', 'required');
    if (ids.length > MAX_OPTIONS) throw invalid('ids', 'tooMany', { max: MAX_OPTIONS });
    const { opened } = await openResolution(ctx, ids[0]!);
    requirePermission(ctx, opened, 'resolve');
    await requireWording(ctx, opened, { replyId: input.replyId ?? null, text: null });
    const draft = Draft.of(ctx, opened);
    requireTimes(draft.at, input);
    const options = ids.map((id) => resolutionOf(opened, id));
    for (const option of options) requireOfferable(draft, option);
    const payments = await earlierPayments(ctx.db, draft.complaint.customerId, draft.at, null);
    offerIn(draft, options, input, payments.length);
    return { draft, outcome: { complaintId: draft.complaint.id, resolutionId: ids[0]! } };
  });
}

type Terms = Omit<ResolutionOfferInput, 'ids'>;

/** The offer as a part of a change. */
export function offerIn(draft: Draft, options: readonly Resolution[], terms: Terms, repeatCount: number): void {
  const { answerUntil, carryOutBy, channel, replyId = null } = terms;
  const offerId = uuidv7();
  for (const option of options) {
    const offered = { offerId, offeredAt: draft.at, answerUntil, carryOutBy, repeatCount };
    putResolution(draft, { ...option, state: 'OFFERED', ...offered });
  }
  if (channel !== null) {
    const summary = options.map(({ what }) => what ?? '').join('\n');
    const plain = { toCustomer: true, templateKey: null, replyId, confirmsFacts: false, at: null };
    addContact(draft, { channel, direction: 'OUTBOUND', summary, ...plain });
  }
  const resolutionIds = options.map(({ id }) => id);
  draft.emit({
    type: 'ResolutionOffered',
    payload: { resolutionIds, answerUntil: answerUntil?.toISOString() ?? null },
  });
}

function requireOfferable(draft: Draft, option: Resolution): void {
  const { id: complaintId, validity } = draft.complaint;
  if (!isOfferable(option, draft.at)) throw settled(complaintId, option.id);
  if (option.approval === 'PENDING')
    throw new Refusal({ code: 'RESOLUTION_UNAPPROVED', complaintId, resolutionId: option.id });
  if (!suits(validity, option.kind)) throw invalid('ids', 'kindNeedsFault');
}

function requireTimes(at: Date, { answerUntil, carryOutBy }: Terms): void {
  const until = answerUntil === null ? null : dueProblem(at, answerUntil);
  if (until !== null) throw invalid('answerUntil', until);
  if (carryOutBy === null) return;
  const by = dueProblem(at, carryOutBy);
  if (by !== null) throw invalid('carryOutBy', by);
  // Whoever may answer for ever might accept when the day has passed.
  if (answerUntil === null) throw invalid('answerUntil', 'required');
  if (carryOutBy <= answerUntil) throw invalid('carryOutBy', 'carryOutBeforeAnswer');
}
