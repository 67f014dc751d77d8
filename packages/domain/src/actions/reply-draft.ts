/** Wording for a customer while replies are held: drafted, and approved by somebody else (docs/SPEC.md, PS4). */
import { uuidv7 } from 'uuidv7';
import { memberIdOf } from './audit.ts';
import { loadCase, loadCaseOf } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface ReplyDraftInput {
  complaintId: string;
  text: string;
}

export interface ReplyApproveInput {
  id: string;
}

export interface ReplyRejectInput {
  id: string;
  reason: string;
}

/** Whoever talks to the customer asks for wording; several may wait at once. */
export function replyDraft(ctx: ActionContext, input: ReplyDraftInput): Promise<ActionResult> {
  return perform(ctx, 'replyDraft', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requirePermission(ctx, opened, 'contact');
    const draft = Draft.of(ctx, opened);
    const replyId = uuidv7();
    draft.insert('reply_draft', {
      id: replyId,
      complaintId: input.complaintId,
      state: 'DRAFTED',
      text: input.text,
      draftedById: memberIdOf(ctx.principal),
      draftedAt: draft.at,
      decidedById: null,
      decidedAt: null,
      reason: null,
    });
    draft.emit({ type: 'ReplyDrafted', payload: { replyId } });
    return { draft, outcome: { complaintId: input.complaintId } };
  });
}

export function replyApprove(ctx: ActionContext, input: ReplyApproveInput): Promise<ActionResult> {
  return perform(ctx, 'replyApprove', () => decide(ctx, input.id, null));
}

export function replyReject(ctx: ActionContext, input: ReplyRejectInput): Promise<ActionResult> {
  return perform(ctx, 'replyReject', () => {
    if (input.reason.trim() === '') throw invalid('reason', 'required');
    return decide(ctx, input.id, input.reason);
  });
}

/** A reason is a no. Nobody decides on their own wording. */
async function decide(ctx: ActionContext, id: string, reason: string | null) {
  const opened = visible(ctx, await loadCaseOf(ctx.db, 'reply_draft', id));
  requirePermission(ctx, opened, 'holdReplies');
  const complaintId = opened.complaint.id;
  const reply = await ctx.db.prisma.replyDraft.findUniqueOrThrow({ where: { id } });
  if (reply.state !== 'DRAFTED') throw new Refusal({ code: 'REVIEW_SETTLED', complaintId });
  const by = memberIdOf(ctx.principal);
  if (by !== null && by === reply.draftedById) throw new Refusal({ code: 'FORBIDDEN', action: 'reviewOwn' });
  const draft = Draft.of(ctx, opened);
  const approved = reason === null;
  const state = approved ? 'APPROVED' : 'REJECTED';
  draft.put('reply_draft', { ...reply, state, decidedById: by, decidedAt: draft.at, reason });
  draft.emit({ type: 'ReplyDecided', payload: { replyId: id, approved, askedById: reply.draftedById } });
  return { draft, outcome: { complaintId } };
}
