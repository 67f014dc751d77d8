/** Reading the stream back: its head, and its events in order, in their current version. */
import type { Database } from '@redress/prisma/client';
import type { StoredEvent } from './types.ts';
import { mergedInto } from '../reads/merged.ts';
import { upgradePayload } from './upgrade.ts';

export interface StreamHead {
  epoch: string;
  /** Number of the last event; 0 before the first. */
  head: number;
  /** One can resume from any number from here on. */
  floor: number;
}

/** Where the stream stands. Throws when the database was never set up. */
export async function streamHead(db: Database): Promise<StreamHead> {
  const { rows } = await db.pool.query<{ epoch: string; head: number; floor: number }>({
    name: 'stream_head',
    text: 'SELECT "epoch", "head", "floor" FROM "stream" WHERE "id" = 1',
  });
  const row = rows[0];
  if (row === undefined) throw new Error('the stream has no row: the database was not set up');
  return row;
}

/** The columns of an event, in the order in which they are read. */
export const EVENT_COLUMNS = [
  'seq',
  'type',
  'v',
  'changeId',
  'occurredAt',
  'recordedAt',
  'actorKind',
  'actorId',
  'complaintId',
  'round',
  'noteId',
  'payload',
  'before',
  'after',
  'accessBefore',
  'accessAfter',
] as const satisfies readonly (keyof EventRow)[];

const COLUMNS = EVENT_COLUMNS.map((column) => `"${column}"`).join(', ');

/** An event as its row says it: in the version in which it was written. */
export type EventRow = StoredEvent & { v: number };

/** At most `limit` events with numbers greater than `after`, ascending. They are gapless: a hole would be a loss. */
export async function readEvents(db: Database, after: number, limit: number): Promise<StoredEvent[]> {
  const { rows } = await db.pool.query<EventRow>({
    name: 'stream_read',
    text: `SELECT ${COLUMNS} FROM "event" WHERE "seq" > $1 ORDER BY "seq" LIMIT $2`,
    values: [after, limit],
  });
  return rows.map(toStoredEvent);
}

/** Events of one complaint and of what was merged into it: at most `limit` of those older than `before` (null: than none), newest first. */
export interface TimelineStretch {
  complaintId: string;
  before: number | null;
  limit: number;
}

/** The events of each stretch, in the order of the stretches: one statement for all of them. */
export async function readTimelines(db: Database, stretches: readonly TimelineStretch[]): Promise<StoredEvent[][]> {
  const { rows } = await db.pool.query<EventRow & { n: number }>({
    name: 'stream_timelines',
    text: `SELECT k."n", e.* FROM unnest($1::uuid[], $2::bigint[], $3::int[])
        WITH ORDINALITY AS k("complaintId", "before", "limit", "n")
      CROSS JOIN LATERAL (WITH ${mergedInto('k."complaintId"')}
        SELECT own.* FROM (SELECT k."complaintId" AS "id" UNION ALL SELECT "id" FROM merged) AS told
        CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM "event"
          WHERE "event"."complaintId" = told."id" AND (k."before" IS NULL OR "seq" < k."before")
          ORDER BY "seq" DESC LIMIT k."limit") AS own
        ORDER BY own."seq" DESC LIMIT k."limit") AS e
      ORDER BY k."n", e."seq" DESC`,
    values: [
      stretches.map(({ complaintId }) => complaintId),
      stretches.map(({ before }) => before),
      stretches.map(({ limit }) => limit),
    ],
  });
  const timelines: StoredEvent[][] = stretches.map(() => []);
  for (const { n, ...row } of rows) timelines[n - 1]!.push(toStoredEvent(row as EventRow));
  return timelines;
}

/** The event in its current version. */
export function toStoredEvent({ v, ...row }: EventRow): StoredEvent {
  return { ...row, payload: upgradePayload(row.type, v, row.payload) } as StoredEvent;
}
