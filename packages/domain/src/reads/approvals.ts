/** The steps of approvals, by what they approve; for callers who have come by the resolutions. */
import type { Database } from '@redress/prisma/client';
import { APPROVAL_COLUMNS } from './child-columns.ts';
import { selectList, takeView } from './columns.ts';
import type { ApprovalView } from './complaint-view.ts';
import { statementName } from './statement.ts';

/** The steps that were asked, in their order. A resolution without any is left out. */
export async function loadApprovals(
  db: Database,
  resolutionIds: readonly string[],
): Promise<Map<string, ApprovalView[]>> {
  const text = `SELECT ${selectList<ApprovalView>('a', APPROVAL_COLUMNS)}
    FROM "approval" AS a WHERE a."resolutionId" = ANY($1::uuid[]) ORDER BY a."resolutionId", a."step"`;
  const statement = { name: statementName(text), text, values: [resolutionIds] };
  const { rows } = await db.pool.query<unknown[]>({ ...statement, rowMode: 'array' });
  const views = rows.map((row) => takeView<ApprovalView>(row, 0, APPROVAL_COLUMNS));
  const found = new Map<string, ApprovalView[]>();
  for (const view of views) found.set(view.resolutionId, [...(found.get(view.resolutionId) ?? []), view]);
  return found;
}
