/** The written answer to a regulator: written, reviewed by a second person, sent (docs/SPEC.md, RC4–RC6). */
import { uuidv7 } from 'uuidv7';
import { memberIdOf } from './audit.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { openAnswer, openRegulator } from './open-regulator.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import { subjectsOf } from './regulator-clocks.ts';

export interface RegulatorAnswerWriteInput {
  complaintId: string;
  text: string;
}

export interface RegulatorAnswerReviewInput {
  id: string;
  approve: boolean;
  /** Required with a return. */
  reason: string | null;
}

export interface RegulatorAnswerSentInput {
  id: string;
  /** When the agency had it; null: now. */
  at: Date | null;
}

/** What was written before and is not sent gives way to it: one answer at a time is reviewed. */
export function regulatorAnswerWrite(ctx: ActionContext, input: RegulatorAnswerWriteInput): Promise<ActionResult> {
  return perform(ctx, 'regulatorAnswerWrite', async () => {
    const opened = await openRegulator(ctx, input.complaintId);
    const draft = Draft.of(ctx, opened);
    const { id: complaintId } = draft.complaint;
    const unsent = await ctx.db.prisma.regulatorAnswer.findMany({
      where: { complaintId, state: { in: ['WRITTEN', 'APPROVED'] } },
    });
    for (const answer of unsent) draft.put('regulator_answer', { ...answer, state: 'REPLACED' });
    const answerId = uuidv7();
    draft.insert('regulator_answer', {
      id: answerId,
      complaintId,
      state: 'WRITTEN',
      text: input.text,
      writtenById: memberIdOf(ctx.principal),
      writtenAt: draft.at,
      reviewedById: null,
      reviewedAt: null,
      reason: null,
      sentById: null,
      sentAt: null,
    });
    draft.emit({ type: 'RegulatorAnswerWritten', payload: { answerId } });
    return { draft, outcome: { complaintId } };
  });
}

/** A supervisor lets it go out or returns it with a reason; never one that they wrote. */
export function regulatorAnswerReview(ctx: ActionContext, input: RegulatorAnswerReviewInput): Promise<ActionResult> {
  return perform(ctx, 'regulatorAnswerReview', async () => {
    const { opened, answer } = await openAnswer(ctx, input.id, 'reviewRegulatorAnswer');
    const { id: complaintId } = opened.complaint;
    if (answer.state !== 'WRITTEN') throw new Refusal({ code: 'REVIEW_SETTLED', complaintId });
    const by = memberIdOf(ctx.principal);
    if (by !== null && by === answer.writtenById) throw new Refusal({ code: 'FORBIDDEN', action: 'reviewOwn' });
    if (!input.approve && input.reason === null) throw invalid('reason', 'required');
    const draft = Draft.of(ctx, opened);
    const state = input.approve ? 'APPROVED' : 'RETURNED';
    const { reason, approve: approved } = input;
    draft.put('regulator_answer', { ...answer, state, reviewedById: by, reviewedAt: draft.at, reason });
    draft.emit({
      type: 'RegulatorAnswerReviewed',
      payload: { answerId: answer.id, approved, askedById: answer.writtenById },
    });
    return { draft, outcome: { complaintId } };
  });
}

/** The agency has it: its clock is met, and so is the one to take the case on. */
export function regulatorAnswerSent(ctx: ActionContext, input: RegulatorAnswerSentInput): Promise<ActionResult> {
  return perform(ctx, 'regulatorAnswerSent', async () => {
    const { opened, answer } = await openAnswer(ctx, input.id, 'regulator');
    const { id: complaintId } = opened.complaint;
    const { regulator } = opened;
    if (answer.state === 'WRITTEN' || answer.state === 'RETURNED') throw invalid('id', 'answerNotApproved');
    if (answer.state !== 'APPROVED' || regulator === null) throw new Refusal({ code: 'REVIEW_SETTLED', complaintId });
    const draft = Draft.of(ctx, opened);
    const at = input.at ?? draft.at;
    if (at > draft.at) throw invalid('at', 'inFuture');
    if (answer.reviewedAt !== null && at < answer.reviewedAt) throw invalid('at', 'sentBeforeReview');
    draft.put('regulator_answer', { ...answer, state: 'SENT', sentById: memberIdOf(ctx.principal), sentAt: at });
    draft.regulator = {
      ...regulator,
      acceptedAt: regulator.acceptedAt ?? at,
      answeredAt: regulator.answeredAt ?? at,
    };
    draft.put('regulator_case', draft.regulator);
    draft.emit({ type: 'RegulatorAnswerSent', payload: { answerId: answer.id }, occurredAt: at });
    for (const subjectId of Object.values(subjectsOf(regulator))) clocks.meet(draft, 'REGULATOR', at, subjectId);
    return { draft, outcome: { complaintId } };
  });
}
