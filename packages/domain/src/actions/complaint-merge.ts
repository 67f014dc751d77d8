/** Merges a complaint into the one that came about the same matter before (并案; docs/SPEC.md, MG2–MG6). */
import { loadCallers } from '../reads/customer-cases.ts';
import { sameCustomer } from '../rules/duplicates.ts';
import { scopeOf } from '../rules/principal.ts';
import { grant } from './access.ts';
import { loadCase } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { closeAsMerged } from './merged-close.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { placeInColumn } from './place-in-column.ts';
import { Refusal, invalid } from './refusal.ts';

export interface ComplaintMergeInput {
  /** The later one: it is closed. */
  id: string;
  /** The earlier one: it goes on for both. */
  intoId: string;
  reason: string;
  /** They are not known to come from one customer, and are one matter all the same. */
  acrossCustomers: boolean;
}

/** Both change, or neither does. Whoever may merge may so in both. */
export function complaintMerge(ctx: ActionContext, input: ComplaintMergeInput): Promise<ActionResult> {
  return perform(ctx, 'complaintMerge', async () => {
    const later = visible(ctx, await loadCase(ctx.db, input.id));
    const earlier = visible(ctx, await loadCase(ctx.db, input.intoId));
    requireMergeable(later, earlier);
    requirePermission(ctx, later, 'merge');
    requirePermission(ctx, earlier, 'merge');
    const alike = await haveOneCustomer(ctx, later, earlier);
    if (!alike && !input.acrossCustomers) throw invalid('acrossCustomers', 'mergeAcrossCustomers');

    const ending = Draft.of(ctx, later);
    const going = Draft.of(ctx, earlier);
    const fromStage = ending.complaint.stage;
    const noteId = ending.note('REASON', input.reason);
    if (noteId === undefined) throw invalid('reason', 'required');
    ending.emit({
      type: 'ComplaintMerged',
      payload: { intoId: input.intoId, fromStage, acrossCustomers: !alike },
      noteId,
    });
    going.emit({ type: 'ComplaintAbsorbed', payload: { mergedId: input.id } });
    going.edit();
    const place = { id: input.id, toStage: 'CLOSED', afterId: null, beforeId: null } as const;
    ending.complaint.position = (await placeInColumn(ctx.db, scopeOf(ctx.principal), place)).position;
    closeAsMerged(ending, input.intoId);
    shareSight(ending, going);
    return { draft: ending, also: [going], outcome: { complaintId: input.id } };
  });
}

/** What can be merged at all, whoever asks. */
function requireMergeable({ complaint: later, ...rest }: Case, { complaint: earlier }: Case): void {
  if (later.id === earlier.id) throw invalid('intoId', 'mergeIntoItself');
  if (later.mergedIntoId !== null) throw new Refusal({ code: 'ALREADY_MERGED', complaintId: later.id });
  // A circle would begin with a complaint that was merged already: it is closed, and takes nothing in.
  if (earlier.mergedIntoId !== null) throw invalid('intoId', 'mergeIntoMerged');
  if (later.stage === 'CLOSED') throw invalid('id', 'mergeClosed');
  if (earlier.stage === 'CLOSED') throw invalid('intoId', 'mergeIntoClosed');
  if (later.isGroup || earlier.isGroup) throw invalid('intoId', 'mergeGroup');
  if (later.isRegulator) throw invalid('id', 'mergeRegulator');
  // A regulator's case has clocks and an answer of its own: what came before goes into it.
  if (later.receivedAt < earlier.receivedAt && !earlier.isRegulator) throw invalid('intoId', 'mergeIntoLater');
  if (rest.resolutions.some(({ state }) => state === 'ACCEPTED')) throw invalid('id', 'mergeOpenResolution');
}

async function haveOneCustomer(ctx: ActionContext, a: Case, b: Case): Promise<boolean> {
  const ids = [a.complaint.customerId, b.complaint.customerId].filter((id) => id !== null);
  const customers = await loadCallers(ctx.db, [...new Set(ids)]);
  const reached = ({ complaint: { customerId } }: Case) => {
    const { phone = null, email = null } = customers.find(({ id }) => id === customerId) ?? {};
    return { customerId, phone, email };
  };
  return sameCustomer(reached(a), reached(b));
}

/** Who saw one of them sees both: their story is one from now on. */
function shareSight(ending: Draft, going: Draft): void {
  const own = [...going.access];
  // Granted there before the merged one counts as absorbed, which would give it the same a second time.
  for (const { granteeKind, granteeId, reason } of ending.access) grant(going, granteeKind, granteeId, reason);
  for (const { granteeKind, granteeId, reason } of own) grant(ending, granteeKind, granteeId, reason);
}
