/** The clocks of duties and promises, by what they are about. The caller has made sure that those may be seen. */
import type { Database } from '@redress/prisma/client';
import { DEADLINE_COLUMNS } from './child-columns.ts';
import { selectList, takeView } from './columns.ts';
import type { DeadlineView } from './complaint-view.ts';
import { statementName } from './statement.ts';

/** A duty or a promise, as far as finding its clock needs to know it. */
export interface ClockSubject {
  id: string;
  complaintId: string;
}

/** The newest clock of each subject, by the subject's id; one without a clock is left out. */
export async function loadOwnClocks(
  db: Database,
  subjects: readonly ClockSubject[],
): Promise<Map<string, DeadlineView>> {
  const text = `SELECT DISTINCT ON (s."id") s."id", ${selectList<DeadlineView>('x', DEADLINE_COLUMNS)}
    FROM unnest($1::uuid[], $2::uuid[]) AS s("id", "complaintId")
    JOIN "deadline" AS x ON x."complaintId" = s."complaintId" AND x."subjectId" = s."id"
    ORDER BY s."id", x."generation" DESC`;
  const values = [subjects.map(({ id }) => id), subjects.map(({ complaintId }) => complaintId)];
  const { rows } = await db.pool.query<unknown[]>({ name: statementName(text), text, values, rowMode: 'array' });
  return new Map(rows.map((row) => [row[0] as string, takeView<DeadlineView>(row, 1, DEADLINE_COLUMNS)]));
}
