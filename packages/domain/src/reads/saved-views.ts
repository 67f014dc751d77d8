/** The saved views of the board, as they are in the database: few, and asked for once a page. */
import type { Database } from '@redress/prisma/client';
import type { SavedViewModel } from '@redress/prisma/rows';
import type { MemberPrincipal, Principal } from '../rules/principal.ts';
import { seesView } from '../rules/saved-views.ts';

export type SavedView = SavedViewModel;

/** Those that the member is offered: shared ones first, then by name. */
export async function savedViewsOf({ prisma }: Database, principal: Principal): Promise<SavedView[]> {
  if (principal.kind !== 'MEMBER') return [];
  const rows = await prisma.savedView.findMany({
    where: {
      removedAt: null,
      OR: [{ ownerId: principal.id }, { sharing: 'COMPANY' }, { sharing: 'DEPARTMENT' }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const rank = ({ sharing }: SavedView) => ['COMPANY', 'DEPARTMENT', 'PERSONAL'].indexOf(sharing);
  return rows.filter((view) => seesView(principal, view)).sort((a, b) => rank(a) - rank(b));
}

/** One of them; null when it is not there, or not for this member to see. */
export async function savedViewOf(db: Database, principal: Principal, id: string): Promise<SavedView | null> {
  const view = await db.prisma.savedView.findUnique({ where: { id } });
  return view !== null && view.removedAt === null && seesView(principal, view) ? view : null;
}

/**
 * How many views a member keeps, and the number of the last one that they made; 0 before the first. One statement, and so
 * one moment: the number belongs to the count.
 */
export async function viewRoom(db: Database, ownerId: string): Promise<{ kept: number; last: number }> {
  const { rows } = await db.pool.query<{ kept: number; last: number }>({
    name: 'view_room',
    text: `SELECT (count(*) FILTER (WHERE "removedAt" IS NULL))::int AS "kept", coalesce(max("number"), 0)::int AS "last"
      FROM "saved_view" WHERE "ownerId" = $1`,
    values: [ownerId],
  });
  return rows[0]!;
}

/**
 * The id of the view that a member begins with; null when they begin with the whole board, also because the view that
 * they chose has been taken away or is not theirs to see any more.
 */
export async function defaultViewOf(db: Database, member: MemberPrincipal): Promise<string | null> {
  const chosen = await db.prisma.savedViewDefault.findUnique({ where: { memberId: member.id } });
  const view = chosen?.viewId == null ? null : await savedViewOf(db, member, chosen.viewId);
  return view?.id ?? null;
}
