/** What makes complaints special: a regulator's case, a customer whose demands were marked. Sight is the caller's concern. */
import type { Database } from '@redress/prisma/client';
import { DEADLINE_COLUMNS, DEMAND_MARK_COLUMNS, REGULATOR_CASE_COLUMNS } from './child-columns.ts';
import { selectList, takeView } from './columns.ts';
import type { DeadlineView, DemandMarkView, RegulatorCaseView } from './complaint-view.ts';
import type { ClockSubject } from './own-clock.ts';
import { statementName } from './statement.ts';

/** By the complaint's id; one that is no regulator's case is left out. */
export async function loadRegulatorCases(
  db: Database,
  complaintIds: readonly string[],
): Promise<Map<string, RegulatorCaseView | null>> {
  const text = `SELECT ${selectList<RegulatorCaseView>('x', REGULATOR_CASE_COLUMNS)}
    FROM "regulator_case" AS x WHERE x."complaintId" = ANY($1::uuid[])`;
  const { rows } = await db.pool.query<unknown[]>({
    name: statementName(text),
    text,
    values: [complaintIds],
    rowMode: 'array',
  });
  const found = rows.map((row) => takeView<RegulatorCaseView>(row, 0, REGULATOR_CASE_COLUMNS));
  return new Map(found.map((view) => [view.complaintId, view]));
}

/** The newest regulator's clock of each subject, by the subject's id; one without a clock is left out. */
export async function loadRegulatorClocks(
  db: Database,
  subjects: readonly ClockSubject[],
): Promise<Map<string, DeadlineView>> {
  const text = `SELECT DISTINCT ON (s."id") s."id", ${selectList<DeadlineView>('x', DEADLINE_COLUMNS)}
    FROM unnest($1::uuid[], $2::uuid[]) AS s("id", "complaintId")
    JOIN "deadline" AS x ON x."complaintId" = s."complaintId" AND x."subjectId" = s."id" AND x."kind" = 'REGULATOR'
    ORDER BY s."id", x."round" DESC, x."generation" DESC`;
  const values = [subjects.map(({ id }) => id), subjects.map(({ complaintId }) => complaintId)];
  const { rows } = await db.pool.query<unknown[]>({ name: statementName(text), text, values, rowMode: 'array' });
  return new Map(rows.map((row) => [row[0] as string, takeView<DeadlineView>(row, 1, DEADLINE_COLUMNS)]));
}

/** By the customer's id, the newest first: marks that wait for a second person or were decided, those that ended too. */
export async function loadDemandMarks(
  db: Database,
  customerIds: readonly string[],
): Promise<Map<string, readonly DemandMarkView[]>> {
  const text = `SELECT ${selectList<DemandMarkView>('x', DEMAND_MARK_COLUMNS)}
    FROM "demand_mark" AS x WHERE x."customerId" = ANY($1::uuid[]) ORDER BY x."markedAt" DESC, x."id"`;
  const { rows } = await db.pool.query<unknown[]>({
    name: statementName(text),
    text,
    values: [customerIds],
    rowMode: 'array',
  });
  const marks = rows.map((row) => takeView<DemandMarkView>(row, 0, DEMAND_MARK_COLUMNS));
  return new Map(customerIds.map((id) => [id, marks.filter(({ customerId }) => customerId === id)]));
}
