/** Holding what goes out to a customer whose case the press may take up (舆情; docs/SPEC.md, PS1, PS2). */
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface RepliesInput {
  id: string;
  reason: string;
}

/** From now on nothing goes out without approved wording. */
export function repliesHold(ctx: ActionContext, input: RepliesInput): Promise<ActionResult> {
  return perform(ctx, 'repliesHold', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'holdReplies');
    if (opened.complaint.repliesHeldAt !== null) throw invalid('id', 'repliesHeldBefore');
    const draft = Draft.of(ctx, opened);
    holdReplies(draft, false, draft.note('REASON', input.reason));
    draft.edit();
    return { draft, outcome: { complaintId: input.id } };
  });
}

/** Whoever talks to the customer does so as ever again. */
export function repliesRelease(ctx: ActionContext, input: RepliesInput): Promise<ActionResult> {
  return perform(ctx, 'repliesRelease', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'holdReplies');
    if (opened.complaint.repliesHeldAt === null) throw invalid('id', 'repliesNotHeld');
    const draft = Draft.of(ctx, opened);
    draft.complaint.repliesHeldAt = null;
    draft.edit();
    const noteId = draft.note('REASON', input.reason);
    draft.emit({ type: 'RepliesReleased', payload: {}, ...(noteId !== undefined && { noteId }) });
    return { draft, outcome: { complaintId: input.id } };
  });
}

/** The press may take it up: that holds the replies by itself, once, when it comes to be known. */
export function holdForPress(draft: Draft, before: readonly string[]): void {
  const { complaint } = draft;
  const isNew = complaint.consequences.includes('PRESS') && !before.includes('PRESS');
  if (!isNew || complaint.history || complaint.repliesHeldAt !== null) return;
  holdReplies(draft, true, undefined);
}

function holdReplies(draft: Draft, byItself: boolean, noteId: string | undefined): void {
  draft.complaint.repliesHeldAt = draft.at;
  draft.emit({ type: 'RepliesHeld', payload: { byItself }, ...(noteId !== undefined && { noteId }) });
}
