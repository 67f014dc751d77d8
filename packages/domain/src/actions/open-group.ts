/** The first steps of what is done to group cases: the parent and its complaints are there to see, and theirs to change. */
import { GROUP_SIZE } from '../rules/group-case.ts';
import { loadCase, loadCases } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { requirePermission, visible } from './open-case.ts';
import { Refusal, invalid } from './refusal.ts';

/** The parent of a group case. */
export async function openGroup(ctx: ActionContext, id: string): Promise<Case & { group: NonNullable<Case['group']> }> {
  const opened = visible(ctx, await loadCase(ctx.db, id));
  const { group } = opened;
  if (!opened.complaint.isGroup || group === null) throw invalid('id', 'notAGroup');
  requirePermission(ctx, opened, 'group');
  return { ...opened, group };
}

/** The complaints that are to come to a group, in the order of their ids; each may, or none does. */
export async function openJoining(ctx: ActionContext, ids: readonly string[]): Promise<Case[]> {
  return (await openAll(ctx, ids)).map((opened) => {
    const { number, isGroup, parentId, stage } = opened.complaint;
    if (isGroup) throw invalid('complaintIds', 'groupInGroup');
    if (stage === 'CLOSED') throw invalid('complaintIds', 'groupClosed', { number });
    if (parentId !== null) throw invalid('complaintIds', 'groupTaken', { number });
    return opened;
  });
}

/** The complaints of a parent that are named. */
export async function openChildren(ctx: ActionContext, parentId: string, ids: readonly string[]): Promise<Case[]> {
  return (await openAll(ctx, ids)).map((opened) => {
    const { number } = opened.complaint;
    if (opened.complaint.parentId !== parentId) throw invalid('complaintIds', 'notInGroup', { number });
    return opened;
  });
}

/** The ids of the complaints of a parent, open ones only. */
export async function openChildIds(ctx: ActionContext, parentId: string): Promise<string[]> {
  const { rows } = await ctx.db.pool.query<{ id: string }>({
    name: 'group_open_children',
    text: `SELECT "id" FROM "complaint" WHERE "parentId" = $1 AND "stage" <> 'CLOSED' ORDER BY "id"`,
    values: [parentId],
  });
  return rows.map(({ id }) => id);
}

/** So many are named to who closes a group too early. */
const NAMED_AT_MOST = 5;

/** Refuses to end a group case before its complaints are ended; whoever waives criteria does not waive that (GC8). */
export async function requireChildrenClosed(ctx: ActionContext, { complaint }: Case): Promise<void> {
  if (!complaint.isGroup || complaint.stage === 'CLOSED') return;
  const open = await ctx.db.prisma.complaint.findMany({
    where: { parentId: complaint.id, stage: { not: 'CLOSED' } },
    select: { number: true },
    orderBy: { number: 'asc' },
  });
  if (open.length === 0) return;
  const numbers = open.slice(0, NAMED_AT_MOST).map(({ number }) => number);
  throw new Refusal({ code: 'GROUP_OPEN', complaintId: complaint.id, numbers, open: open.length });
}

/** How many complaints a parent has, closed ones included. */
export async function childCount(ctx: ActionContext, parentId: string): Promise<number> {
  return ctx.db.prisma.complaint.count({ where: { parentId } });
}

export function requireSize(count: number, min: number = GROUP_SIZE.min): void {
  const { max } = GROUP_SIZE;
  if (count < min || count > max) throw invalid('complaintIds', 'groupSize', { min, max });
}

async function openAll(ctx: ActionContext, ids: readonly string[]): Promise<Case[]> {
  const wanted = [...new Set(ids)].sort();
  const found = new Map((await loadCases(ctx.db, wanted)).map((opened) => [opened.complaint.id, opened]));
  return wanted.map((id) => {
    const opened = visible(ctx, found.get(id) ?? null);
    if (opened.complaint.isGroup || opened.complaint.stage === 'CLOSED') return opened;
    requirePermission(ctx, opened, 'group');
    return opened;
  });
}

/** Who may open a group case: whoever keeps them. */
export function requireOpener(allowed: boolean): void {
  if (!allowed) throw new Refusal({ code: 'FORBIDDEN', action: 'group' });
}
