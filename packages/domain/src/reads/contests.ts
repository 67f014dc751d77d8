/** What a contest of complaints is made of, and what came of it; for callers who have come by the complaints. */
import type { Database } from '@redress/prisma/client';
import { HANDOFF_COLUMNS, RULING_COLUMNS } from './child-columns.ts';
import { selectList, takeView } from './columns.ts';
import type { HandoffView, RulingView } from './complaint-view.ts';
import { COUNTING_DECLINE } from './contest-sql.ts';
import { statementName } from './statement.ts';

/** The declines that count towards a contest now, by complaint, oldest first. A complaint without any is left out. */
export async function loadCountingDeclines(
  db: Database,
  complaintIds: readonly string[],
): Promise<Map<string, HandoffView[]>> {
  const text = `SELECT ${selectList<HandoffView>('h', HANDOFF_COLUMNS)}
    FROM "complaint" AS c JOIN "handoff" AS h ON ${COUNTING_DECLINE}
    WHERE c."id" = ANY($1::uuid[]) ORDER BY h."id"`;
  const statement = { name: statementName(text), text, values: [complaintIds] };
  const { rows } = await db.pool.query<unknown[]>({ ...statement, rowMode: 'array' });
  const views = rows.map((row) => takeView<HandoffView>(row, 0, HANDOFF_COLUMNS));
  const found = new Map<string, HandoffView[]>();
  for (const view of views) found.set(view.complaintId, [...(found.get(view.complaintId) ?? []), view]);
  return found;
}

/** The newest ruling of the round that each complaint is in. A complaint without one is left out. */
export async function loadCurrentRulings(
  db: Database,
  complaintIds: readonly string[],
): Promise<Map<string, RulingView>> {
  const text = `SELECT DISTINCT ON (r."complaintId") ${selectList<RulingView>('r', RULING_COLUMNS)}
    FROM "complaint" AS c JOIN "ruling" AS r ON r."complaintId" = c."id" AND r."round" = c."round"
    WHERE c."id" = ANY($1::uuid[]) ORDER BY r."complaintId", r."id" DESC`;
  const statement = { name: statementName(text), text, values: [complaintIds] };
  const { rows } = await db.pool.query<unknown[]>({ ...statement, rowMode: 'array' });
  const views = rows.map((row) => takeView<RulingView>(row, 0, RULING_COLUMNS));
  return new Map(views.map((view) => [view.complaintId, view]));
}
