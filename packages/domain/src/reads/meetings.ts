/** Meetings and their series, as they are stored. Who may see them is decided by the caller (rules/meeting.ts). */
import type { Database } from '@redress/prisma/client';
import { EVENT_COLUMNS, toStoredEvent } from '../events/read.ts';
import type { EventRow } from '../events/read.ts';
import type { StoredEvent } from '../events/types.ts';
import type { TableRows } from '../events/tables.ts';
import { meetingState } from '../rules/meeting.ts';
import type { MeetingPhase, MeetingState, MeetingStep } from '../rules/meeting.ts';
import { DECISIONS, doneInMeeting } from '../rules/meeting-minutes.ts';
import { ABANDONED } from '../rules/meeting-quiet.ts';
import type { PlacedStep } from '../rules/meeting-minutes.ts';
import { standsNow } from './decision-sql.ts';

/** A meeting as it began, and what its steps came to. */
export interface MeetingView extends Omit<TableRows['meeting'], 'memberIds'> {
  memberIds: readonly string[];
  state: MeetingState;
  /** Its steps with their places in the stream. */
  steps: readonly (MeetingStep & PlacedStep)[];
}

/** A meeting in a list. */
export interface MeetingLine {
  id: string;
  seriesId: string | null;
  name: string;
  startedById: string;
  startedAt: Date;
  endedAt: Date | null;
  phase: MeetingPhase;
  /** Every complaint that was on its agenda at any time: whose names may stand in its own. */
  complaintIds: readonly string[];
  /** The reader belongs to it, and neither they nor anybody in their place is there. */
  isMissed: boolean;
}

/** Null when there is none of this id. */
export async function findMeeting(db: Database, id: string): Promise<MeetingView | null> {
  const { rows } = await db.pool.query<{ meeting: TableRows['meeting']; step: MeetingStep & PlacedStep }>({
    name: 'meeting',
    text: `SELECT to_jsonb(m) AS "meeting", to_jsonb(s) || jsonb_build_object('seq', a."firstSeq") AS "step"
      FROM "meeting" AS m JOIN "meeting_step" AS s ON s."meetingId" = m."id"
      JOIN "audit" AS a ON a."changeId" = s."changeId"
      WHERE m."id" = $1 ORDER BY s."number"`,
    values: [id],
  });
  const [first] = rows;
  if (first === undefined) return null;
  const steps = rows.map(({ step }) => ({ ...step, at: new Date(step.at), dueAt: step.dueAt && new Date(step.dueAt) }));
  const { meeting } = first;
  return { ...meeting, startedAt: new Date(meeting.startedAt), state: meetingState(steps), steps };
}

/** Ids of the meetings that nobody has ended. */
export async function runningMeetings(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT m."id" FROM "meeting" AS m WHERE NOT EXISTS (SELECT 1 FROM "meeting_step" AS e
      WHERE e."meetingId" = m."id" AND e."kind" = 'ENDED')`,
  );
  return rows.map(({ id }) => id);
}

const MAX_SHOWN = 100;

/**
 * The newest first, at most 100: all of them, or only those that the reader sees by being named; `running`: of these the
 * ones that go on.
 */
export async function listMeetings(
  db: Database,
  { readerId, seesAll, running }: { readerId: string; seesAll: boolean; running: boolean },
): Promise<MeetingLine[]> {
  const { rows } = await db.pool.query<MeetingLine>({
    name: 'meetings',
    text: `SELECT m."id", m."seriesId", m."name", m."startedById", m."startedAt", e."at" AS "endedAt",
        CASE WHEN c."id" IS NOT NULL THEN 'CONFIRMED' WHEN e."id" IS NOT NULL THEN 'ENDED' ELSE 'RUNNING' END AS "phase",
        ARRAY(SELECT DISTINCT s."complaintId" FROM "meeting_step" AS s
          WHERE s."meetingId" = m."id" AND s."complaintId" IS NOT NULL) AS "complaintIds",
        $1 = ANY(m."memberIds") AND NOT EXISTS (SELECT 1 FROM "meeting_step" AS h
          WHERE h."meetingId" = m."id" AND h."kind" = 'JOINED' AND (h."memberId" = $1 OR h."standsInForId" = $1)
            AND NOT EXISTS (SELECT 1 FROM "meeting_step" AS w WHERE w."meetingId" = m."id" AND w."kind" = 'LEFT'
              AND w."memberId" = h."memberId" AND w."number" > h."number")) AS "isMissed"
      FROM "meeting" AS m
      LEFT JOIN "meeting_step" AS e ON e."meetingId" = m."id" AND e."kind" = 'ENDED'
      LEFT JOIN "meeting_step" AS c ON c."meetingId" = m."id" AND c."kind" = 'CONFIRMED'
      WHERE (e."id" IS NULL OR NOT $3) AND ($2 OR $1::uuid = ANY(m."memberIds") OR m."id" IN
        (SELECT j."meetingId" FROM "meeting_step" AS j
          WHERE j."kind" = 'JOINED' AND (j."memberId" = $1 OR j."standsInForId" = $1))
        OR m."id" IN (SELECT d."meetingId" FROM "meeting_step" AS d WHERE d."memberId" = $1 AND ${standsNow('d')}))
      ORDER BY m."startedAt" DESC, m."id" DESC LIMIT ${MAX_SHOWN}`,
    values: [readerId, seesAll, running],
  });
  return rows;
}

/** The meeting of the series before this one; null for the first, and outside of a series. */
export async function findPrevious(
  db: Database,
  { id, seriesId, startedAt }: Pick<MeetingView, 'id' | 'seriesId' | 'startedAt'>,
): Promise<MeetingView | null> {
  if (seriesId === null) return null;
  const before = await db.prisma.meeting.findFirst({
    where: { seriesId, startedAt: { lte: startedAt }, id: { not: id } },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return before && findMeeting(db, before.id);
}

/** Every complaint that was on the meeting's agenda at any time. */
export function complaintsOn({ steps }: Pick<MeetingView, 'steps'>): string[] {
  return [...new Set(steps.flatMap(({ complaintId }) => complaintId ?? []))];
}

/** What was done in the meeting, by its items' ids, in order: events of the log, nothing that was written twice. */
export async function loadDone(
  db: Database,
  { steps }: Pick<MeetingView, 'steps'>,
): Promise<Map<string, StoredEvent[]>> {
  const complaintIds = complaintsOn({ steps });
  const [first, last] = [steps[0], steps.find(({ kind }) => kind === 'ENDED')];
  if (first === undefined || complaintIds.length === 0) return new Map();
  const columns = EVENT_COLUMNS.map((column) => `"${column}"`).join(', ');
  const { rows } = await db.pool.query<EventRow>({
    name: 'meeting_done',
    text: `SELECT ${columns} FROM "event" WHERE "complaintId" = ANY($1::uuid[]) AND "seq" > $2
      AND ($3::bigint IS NULL OR "seq" < $3) AND "type" = ANY($4::text[]) ORDER BY "seq"`,
    values: [complaintIds, first.seq, last?.seq ?? null, DECISIONS],
  });
  const events = rows.map(toStoredEvent);
  // What the clock ended was over when it was left, and not when that was found.
  const left = last?.reasons.includes(ABANDONED) === true ? last.at : null;
  return doneInMeeting(steps, left === null ? events : events.filter(({ recordedAt }) => recordedAt <= left));
}
