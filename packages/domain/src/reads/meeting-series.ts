/** Series of meetings, and what their next meeting is asked to talk about. Who may see them is decided by the caller. */
import type { Database } from '@redress/prisma/client';
import type { TableRows } from '../events/tables.ts';
import type { DateChange, Dated } from '../rules/meeting-dates.ts';
import { rhythmOf } from '../rules/meeting-rhythm.ts';

/** A series, with when its last meeting began, null before the first, and what was last said about each of its dates. */
export interface SeriesView {
  series: TableRows['meeting_series'];
  lastStartedAt: Date | null;
  changes: readonly DateChange[];
}

/** The series as its dates go by it; null without a rhythm, and once it was ended. */
export function datedSeries({ series, lastStartedAt, changes }: SeriesView): Dated | null {
  const rhythm = series.archivedAt === null ? rhythmOf(series) : null;
  return rhythm && { rhythm, lastStartedAt, changes };
}

/** Those that go on, by name; or those of these ids, whether they go on or not. */
async function readSeries(db: Database, wanted: readonly string[] | null): Promise<SeriesView[]> {
  const series = await db.prisma.meetingSeries.findMany({
    where: wanted === null ? { archivedAt: null } : { id: { in: [...wanted] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const ids = series.map((one) => one.id);
  const [last, dates] = await Promise.all([
    db.prisma.meeting.groupBy({ by: ['seriesId'], where: { seriesId: { in: ids } }, _max: { startedAt: true } }),
    db.pool.query<TableRows['meeting_date']>({
      name: 'series_dates',
      text: `SELECT DISTINCT ON ("seriesId", "day") * FROM "meeting_date" WHERE "seriesId" = ANY($1::uuid[])
        ORDER BY "seriesId", "day", "number" DESC`,
      values: [ids],
    }),
  ]);
  const began = new Map(last.map(({ seriesId, _max }) => [seriesId, _max.startedAt]));
  return series.map((one) => ({
    series: one,
    lastStartedAt: began.get(one.id) ?? null,
    changes: dates.rows.filter(({ seriesId }) => seriesId === one.id),
  }));
}

export function listSeries(db: Database): Promise<SeriesView[]> {
  return readSeries(db, null);
}

/** By their ids. */
export async function loadSeries(db: Database, ids: readonly string[]): Promise<Map<string, SeriesView>> {
  return new Map((await readSeries(db, ids)).map((view) => [view.series.id, view]));
}

export async function findSeries(db: Database, id: string): Promise<SeriesView | null> {
  const [found] = await readSeries(db, [id]);
  return found ?? null;
}

/** What was said about dates, by their ids, with when the meeting was to be until then. */
export async function loadDateChanges(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, TableRows['meeting_date']>> {
  const rows = await db.prisma.meetingDate.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

export type TopicView = TableRows['meeting_topic'];

/** What the next meeting of the series is asked to talk about, in the order in which it was asked. */
export function openTopics(db: Database, seriesId: string): Promise<TopicView[]> {
  return db.prisma.meetingTopic.findMany({
    where: { seriesId, meetingId: null, removedAt: null },
    orderBy: { number: 'asc' },
  });
}

export function findTopic(db: Database, id: string): Promise<TopicView | null> {
  return db.prisma.meetingTopic.findUnique({ where: { id } });
}

/** What one more topic has to fit in with. */
export interface TopicRoom {
  /** How many wait for the next meeting. */
  waiting: number;
  /** Whether this complaint is among them. */
  isKnown: boolean;
  /** The number of the last topic that anybody asked the series for; 0 before the first. */
  last: number;
}

/** One statement, and so one moment: the number belongs to what was counted. */
export async function findTopicRoom(db: Database, seriesId: string, complaintId: string | null): Promise<TopicRoom> {
  const { rows } = await db.pool.query<TopicRoom>({
    name: 'topic_room',
    text: `SELECT (count(*) FILTER (WHERE t."isOpen"))::int AS "waiting",
        coalesce(bool_or(t."isOpen" AND t."complaintId" = $2::uuid), false) AS "isKnown",
        coalesce(max(t."number"), 0)::int AS "last"
      FROM (SELECT *, "meetingId" IS NULL AND "removedAt" IS NULL AS "isOpen" FROM "meeting_topic"
        WHERE "seriesId" = $1) AS t`,
    values: [seriesId, complaintId],
  });
  return rows[0]!;
}

/** Where a series has got to: its meeting that goes on, and the ordinal of the last one that began; 0 before the first. */
export async function findProgress(
  db: Database,
  seriesId: string,
): Promise<{ runningId: string | null; last: number }> {
  const { rows } = await db.pool.query<{ runningId: string | null; last: number }>({
    name: 'series_progress',
    text: `SELECT coalesce(max("ordinal"), 0)::int AS "last", (SELECT m."id" FROM "meeting" AS m WHERE m."seriesId" = $1
        AND NOT EXISTS (SELECT 1 FROM "meeting_step" AS e WHERE e."meetingId" = m."id" AND e."kind" = 'ENDED')
        ORDER BY m."startedAt" DESC LIMIT 1) AS "runningId"
      FROM "meeting" WHERE "seriesId" = $1`,
    values: [seriesId],
  });
  return rows[0]!;
}
