/** Adds a colleague's comment to the timeline (docs/SPEC.md, CM1–CM2). */
import { scopeOfMember } from '../reads/people.ts';
import { canSee } from '../rules/principal.ts';
import { grantsOf, loadCase } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface CommentAddInput {
  id: string;
  text: string;
  /** Colleagues who are named, each told of it. */
  mentionedIds: string[];
}

export function commentAdd(ctx: ActionContext, input: CommentAddInput): Promise<ActionResult> {
  return perform(ctx, 'commentAdd', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'comment');
    const draft = Draft.of(ctx, opened);
    const noteId = draft.note('COMMENT', input.text);
    if (noteId === undefined) throw invalid('text', 'required');
    const mentionedIds = requireReaders(ctx, opened, input.mentionedIds);
    draft.emit({ type: 'CommentAdded', payload: { noteId, mentionedIds }, noteId });
    return { draft, outcome: { complaintId: input.id } };
  });
}

/** The members, each once; refuses, at its place, one who can't sign in or does not see the complaint. */
function requireReaders(ctx: ActionContext, { access }: Case, memberIds: readonly string[]): string[] {
  const grants = grantsOf(access);
  const now = ctx.now();
  const issues = memberIds.flatMap((memberId, i) => {
    const scope = scopeOfMember(ctx.directory, memberId, now);
    if (scope !== null && canSee(scope, grants)) return [];
    return [{ path: ['mentions', String(i)], key: 'mentionedCannotSee' }];
  });
  if (issues.length > 0) throw new Refusal({ code: 'INVALID_INPUT', issues });
  return [...new Set(memberIds)];
}
