/** The rows that hold people's words, whole: for blanking them. Callers have made sure that they may. */
import type { Database } from '@redress/prisma/client';
import type { ErasureModel } from '@redress/prisma/rows';
import type { TableRows } from '../events/tables.ts';
import type { TableOfWords } from '../rules/personal-columns.ts';

/** The rows of a table that belong to these complaints. */
export async function loadPersonalRows<T extends TableOfWords | 'complaint_search'>(
  db: Database,
  table: T,
  complaintIds: readonly string[],
): Promise<TableRows[T][]> {
  const text = `SELECT * FROM "${table}" WHERE "complaintId" = ANY($1::uuid[])`;
  const { rows } = await db.pool.query<TableRows[T]>({ name: `personal_${table}`, text, values: [complaintIds] });
  return rows;
}

export interface MeetingWords {
  meetings: TableRows['meeting'][];
  steps: TableRows['meeting_step'][];
  topics: TableRows['meeting_topic'][];
  series: TableRows['meeting_series'][];
  dates: TableRows['meeting_date'][];
}

/**
 * Meetings that had one of these complaints on their agenda, or are of one of these series, and what was written there that
 * is about none of these; with their series, which may be named after them, and what these were asked to talk about beside.
 */
export async function loadMeetingWords(
  db: Database,
  complaintIds: readonly string[],
  seriesIds: readonly string[],
): Promise<MeetingWords> {
  const values = [complaintIds, seriesIds];
  const held = `SELECT "meetingId" FROM "meeting_step" WHERE "complaintId" = ANY($1::uuid[])
    UNION SELECT "id" FROM "meeting" WHERE "seriesId" = ANY($2::uuid[])`;
  const seriesOf = `SELECT "seriesId" FROM "meeting" WHERE "id" IN (${held})
    UNION SELECT "seriesId" FROM "meeting_topic" WHERE "complaintId" = ANY($1::uuid[])
    UNION SELECT unnest($2::uuid[])`;
  const [meetings, steps, topics, series, dates] = await Promise.all([
    db.pool.query<TableRows['meeting']>(`SELECT * FROM "meeting" WHERE "id" IN (${held})`, values),
    db.pool.query<TableRows['meeting_step']>(
      `SELECT * FROM "meeting_step" WHERE "meetingId" IN (${held}) AND ("text" IS NOT NULL OR "note" IS NOT NULL)
        AND ("complaintId" IS NULL OR "complaintId" <> ALL($1::uuid[]))`,
      values,
    ),
    db.pool.query<TableRows['meeting_topic']>(
      `SELECT * FROM "meeting_topic" WHERE ("text" IS NOT NULL OR "note" IS NOT NULL)
        AND ("complaintId" IS NULL OR "complaintId" <> ALL($1::uuid[]))
        AND "seriesId" IN (${seriesOf})`,
      values,
    ),
    db.pool.query<TableRows['meeting_series']>(`SELECT * FROM "meeting_series" WHERE "id" IN (${seriesOf})`, values),
    db.pool.query<TableRows['meeting_date']>(
      `SELECT * FROM "meeting_date" WHERE "reason" IS NOT NULL AND "seriesId" IN (${seriesOf})`,
      values,
    ),
  ]);
  return { meetings: meetings.rows, steps: steps.rows, topics: topics.rows, series: series.rows, dates: dates.rows };
}

/** Every series, and what was said about the dates of any: whom they name is a matter of their words. */
export async function loadSeriesWords(db: Database): Promise<Pick<MeetingWords, 'series' | 'dates'>> {
  const [series, dates] = await Promise.all([
    db.prisma.meetingSeries.findMany(),
    db.prisma.meetingDate.findMany({ where: { reason: { not: null } } }),
  ]);
  return { series, dates };
}

/** The ids of a customer's complaints. */
export async function complaintsOf(db: Database, customerId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    'SELECT "id" FROM "complaint" WHERE "customerId" = $1 ORDER BY "id"',
    [customerId],
  );
  return rows.map(({ id }) => id);
}

/** The erasures of this customer that nobody has decided on, lapsed ones included. */
export async function openErasures(db: Database, customerId: string): Promise<ErasureModel[]> {
  const { rows } = await db.pool.query<ErasureModel>(
    `SELECT * FROM "erasure" WHERE "customerId" = $1 AND "state" = 'REQUESTED' ORDER BY "requestedAt"`,
    [customerId],
  );
  return rows;
}

export function findErasure(db: Database, id: string): Promise<ErasureModel | null> {
  return db.prisma.erasure.findUnique({ where: { id } });
}
