/** Adds a colleague's comment to the timeline (docs/SPEC.md, CM1). */
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface CommentAddInput {
  id: string;
  text: string;
}

export function commentAdd(ctx: ActionContext, input: CommentAddInput): Promise<ActionResult> {
  return perform(ctx, 'commentAdd', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'comment');
    const draft = Draft.of(ctx, opened);
    const noteId = draft.note('COMMENT', input.text);
    if (noteId === undefined) throw invalid('text', 'required');
    draft.emit({ type: 'CommentAdded', payload: { noteId, mentionedIds: [] }, noteId });
    return { draft, outcome: { complaintId: input.id } };
  });
}
