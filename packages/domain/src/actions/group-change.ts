/** Which complaints a group case holds (docs/SPEC.md, GC3). */
import { limits } from '../reads/policy-values.ts';
import { climbForMany } from './climb.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { joins } from './group-open.ts';
import { childCount, openChildren, openGroup, openJoining, requireSize } from './open-group.ts';
import { perform } from './perform.ts';

export interface GroupChangeInput {
  /** The parent. */
  id: string;
  complaintIds: readonly string[];
}

export function groupAdd(ctx: ActionContext, input: GroupChangeInput): Promise<ActionResult> {
  return perform(ctx, 'groupAdd', async () => {
    const parent = await openGroup(ctx, input.id);
    const joining = await openJoining(ctx, input.complaintIds);
    requireSize(joining.length, 1);
    const before = await childCount(ctx, input.id);
    requireSize(joining.length + before, 1);
    const addedIds = joining.map(({ complaint }) => complaint.id);
    const draft = Draft.of(ctx, parent);
    draft.emit({ type: 'GroupChanged', payload: { addedIds, removedIds: [] } });
    const many = limits(ctx.directory).groupOwnerFrom;
    if (before < many && before + joining.length >= many) climbForMany(draft);
    const also = joining.map((opened) => joins(Draft.of(ctx, opened), input.id));
    return { draft, also, outcome: { complaintId: input.id } };
  });
}

/** A complaint that leaves keeps whatever was done in it. */
export function groupRemove(ctx: ActionContext, input: GroupChangeInput): Promise<ActionResult> {
  return perform(ctx, 'groupRemove', async () => {
    const parent = await openGroup(ctx, input.id);
    const leaving = await openChildren(ctx, input.id, input.complaintIds);
    requireSize(leaving.length, 1);
    const draft = Draft.of(ctx, parent);
    const removedIds = leaving.map(({ complaint }) => complaint.id);
    draft.emit({ type: 'GroupChanged', payload: { addedIds: [], removedIds } });
    const also = leaving.map((opened) => {
      const child = Draft.of(ctx, opened);
      child.complaint.parentId = null;
      child.edit();
      child.emit({ type: 'GroupLeft', payload: { parentId: input.id } });
      return child;
    });
    return { draft, also, outcome: { complaintId: input.id } };
  });
}
