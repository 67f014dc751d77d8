/** The company's last word (终结答复): a supervisor's, reviewed for the law by a second person (docs/SPEC.md, SV8, SV10). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import { exitCriteria } from '../reads/policy-values.ts';
import { isActive } from '../reads/people.ts';
import { scopeOf } from '../rules/principal.ts';
import { decideMove } from '../rules/stages.ts';
import { grant, revoke } from './access.ts';
import { memberIdOf } from './audit.ts';
import { loadCase, loadCaseOf, stageFacts } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireApprovedText } from './held-replies.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { placeInColumn } from './place-in-column.ts';
import { Refusal, invalid } from './refusal.ts';
import { enter } from './stage-enter.ts';
import { endSupervision } from './supervision.ts';

export interface FinalAnswerGiveInput {
  complaintId: string;
  /** What the customer reads. */
  text: string;
  /** Who reviews it for the law: another member. */
  reviewerId: string;
}

export interface FinalAnswerDecideInput {
  id: string;
  approve: boolean;
  /** Required with a rejection. */
  reason: string | null;
}

/** Asks for the review. The reviewer sees the complaint until they have decided. */
export function finalAnswerGive(ctx: ActionContext, input: FinalAnswerGiveInput): Promise<ActionResult> {
  return perform(ctx, 'finalAnswerGive', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    const { complaint } = opened;
    if (opened.finalAnswer !== null) {
      const finalAnswerId = opened.finalAnswer.id;
      throw new Refusal({ code: 'FINAL_ANSWER_ASKED', complaintId: complaint.id, finalAnswerId });
    }
    requirePermission(ctx, opened, 'finalAnswer');
    const by = memberIdOf(ctx.principal);
    const reviewer = ctx.directory.member(input.reviewerId);
    if (reviewer === null || !isActive(reviewer)) throw invalid('reviewerId', 'unknownMember');
    if (reviewer.id === by) throw invalid('reviewerId', 'reviewsOwnAnswer');
    await requireApprovedText(ctx, opened, input.text);
    const draft = Draft.of(ctx, opened);
    const answer: TableRows['final_answer'] = {
      id: uuidv7(),
      complaintId: complaint.id,
      round: complaint.round,
      state: 'REQUESTED',
      text: input.text,
      requestedById: by,
      requestedAt: draft.at,
      reviewerId: reviewer.id,
      decidedAt: null,
      reason: null,
    };
    draft.insert('final_answer', answer);
    draft.finalAnswer = answer;
    grant(draft, 'MEMBER', reviewer.id, 'DUTY');
    const payload = { finalAnswerId: answer.id, reviewerId: reviewer.id };
    draft.emit({ type: 'FinalAnswerRequested', payload });
    return { draft, outcome: { complaintId: complaint.id, finalAnswerId: answer.id } };
  });
}

/**
 * The reviewer lets it go out, or sends it back with a reason. Once it is out the case closes in the same change, unless
 * closing still lacks something else.
 */
export function finalAnswerDecide(ctx: ActionContext, input: FinalAnswerDecideInput): Promise<ActionResult> {
  return perform(ctx, 'finalAnswerDecide', async () => {
    const opened = visible(ctx, await loadCaseOf(ctx.db, 'final_answer', input.id));
    const { complaint, finalAnswer: answer } = opened;
    if (answer?.id !== input.id || answer.state !== 'REQUESTED')
      throw new Refusal({ code: 'FINAL_ANSWER_DECIDED', complaintId: complaint.id, finalAnswerId: input.id });
    if (memberIdOf(ctx.principal) !== answer.reviewerId)
      throw new Refusal({ code: 'FORBIDDEN', action: 'finalAnswerDecide' });
    if (!input.approve && input.reason === null) throw invalid('reason', 'required');
    if (input.approve) await requireApprovedText(ctx, opened, answer.text);
    const draft = Draft.of(ctx, opened);
    const state = input.approve ? 'GIVEN' : 'REJECTED';
    draft.finalAnswer = null;
    draft.put('final_answer', { ...answer, state, decidedAt: draft.at, reason: input.reason });
    revoke(draft, answer.reviewerId, 'DUTY');
    const payload = { finalAnswerId: answer.id };
    draft.emit({ type: input.approve ? 'FinalAnswerGiven' : 'FinalAnswerRejected', payload });
    if (input.approve) {
      draft.complaint.finalAnsweredAt = draft.at;
      draft.edit();
      await closeIfNothingIsMissing(draft);
    }
    return { draft, outcome: { complaintId: complaint.id, finalAnswerId: answer.id } };
  });
}

async function closeIfNothingIsMissing(draft: Draft): Promise<void> {
  const { ctx, complaint } = draft;
  const toStage = 'CLOSED';
  const request = { to: toStage, reason: null, override: false, mayOverride: false } as const;
  const decision = decideMove(stageFacts(draft), request, exitCriteria(ctx.directory));
  if (!decision.ok || complaint.stage !== 'FOLLOWING_UP') return;
  const place = { id: complaint.id, toStage, afterId: null, beforeId: null } as const;
  complaint.position = (await placeInColumn(ctx.db, scopeOf(ctx.principal), place)).position;
  enter(draft, toStage);
  endSupervision(draft, 'MOVED');
  draft.emit({
    type: 'ComplaintMoved',
    payload: { fromStage: 'FOLLOWING_UP', toStage, override: false, waived: [], reopenedRound: null },
  });
}
