/** The company's answer to what the customer proposed (docs/SPEC.md, RS14). */
import { earlierPayments } from '../reads/payments.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireApprovedText } from './held-replies.ts';
import { requirePermission } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';
import { assessIn } from './resolution-propose.ts';
import { actorId, askApproval, openResolution, putResolution, settled } from './resolution-rows.ts';
import type { Resolution } from './resolution-rows.ts';
import { agree } from './resolution-settle.ts';

export interface ResolutionAnswerProposalInput {
  id: string;
  accept: boolean;
  /** What the customer reads; a no needs it. */
  note: string | null;
  /** What it is worth, where the customer named no amount; null: as they said. */
  amountMinor: number | null;
  orderMinor: number | null;
  carryOutBy: Date | null;
}

/** A yes that takes an approval holds when the last step gave it; until then the proposal waits. */
export function resolutionAnswerProposal(
  ctx: ActionContext,
  input: ResolutionAnswerProposalInput,
): Promise<ActionResult> {
  return perform(ctx, 'resolutionAnswerProposal', async () => {
    const { opened, resolution } = await openResolution(ctx, input.id);
    requirePermission(ctx, opened, 'resolve');
    if (resolution.state !== 'PROPOSED' || resolution.approval === 'PENDING')
      throw settled(opened.complaint.id, input.id);
    await requireApprovedText(ctx, opened, input.note);
    const draft = Draft.of(ctx, opened);
    if (input.accept) {
      const payments = await earlierPayments(ctx.db, draft.complaint.customerId, draft.at, resolution.id);
      accept(draft, resolution, input, payments.length);
    } else decline(draft, resolution, input.note);
    return { draft, outcome: { complaintId: draft.complaint.id, resolutionId: resolution.id } };
  });
}

function accept(
  draft: Draft,
  proposal: Resolution,
  { note, amountMinor, orderMinor, carryOutBy }: ResolutionAnswerProposalInput,
  repeatCount: number,
): void {
  const { kind, what } = proposal;
  const amount = amountMinor ?? (proposal.amountMinor === null ? null : Number(proposal.amountMinor));
  const facts = { kind, what: what ?? '…', amountMinor: amount, orderMinor };
  const { standardMinor, deviates, roles } = assessIn(draft, facts);
  if (carryOutBy !== null && carryOutBy <= draft.at) throw invalid('carryOutBy', 'dueBeforeGiven');
  const assessed: Resolution = {
    ...proposal,
    amountMinor: amount === null ? null : BigInt(amount),
    standardMinor: standardMinor === null ? null : BigInt(standardMinor),
    deviates,
    repeatCount,
    approval: roles.length === 0 ? 'NOT_NEEDED' : 'PENDING',
    approvalRoles: roles,
    carryOutBy,
    answerNote: note,
  };
  if (roles.length === 0) {
    agree(draft, assessed, { by: 'COMPANY', note, carryOutBy });
    return;
  }
  putResolution(draft, assessed);
  askApproval(draft, assessed, 1, actorId(draft));
}

/** Said by the company, or by who had to approve it. */
export function decline(draft: Draft, proposal: Resolution, note: string | null): void {
  if (note === null) throw invalid('note', 'required');
  const answered = { answeredAt: draft.at, answerNote: note, answeredById: actorId(draft) };
  putResolution(draft, { ...proposal, state: 'REFUSED', ...answered });
  const payload = { resolutionId: proposal.id, accepted: false, by: 'COMPANY' } as const;
  draft.emit({ type: 'ResolutionAnswered', payload });
}
