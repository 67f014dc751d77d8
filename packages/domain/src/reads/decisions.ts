/** What meetings decided in words, with the meeting that it belongs to. */
import type { Database } from '@redress/prisma/client';
import { DECISION_STEPS, isCarried, takeDecision } from '../rules/meeting-decisions.ts';
import type { DecisionStep, MeetingDecision } from '../rules/meeting-decisions.ts';
import { isFulfilled, standsNow } from './decision-sql.ts';
import type { MeetingView } from './meetings.ts';

/** So many meetings back. What nobody saw to in so long is a matter for an item of its own. */
const MEETINGS_BACK = 26;

export interface DecisionView {
  decision: MeetingDecision;
  /** Of the meeting that made it. */
  meetingId: string;
  meetingName: string;
  /** What the item was about, where that was no complaint. */
  title: string | null;
  /** Every complaint on that meeting's agenda: whose names may stand in its words. */
  complaintIds: readonly string[];
}

interface Row extends Omit<DecisionView, 'decision'> {
  step: DecisionStep;
}

/** What is read of the decision step `s` of the meeting `m`. */
const TOLD = `m."id" AS "meetingId", m."name" AS "meetingName", to_jsonb(s) AS "step",
  (SELECT i."text" FROM "meeting_step" AS i WHERE i."meetingId" = m."id" AND i."itemId" = s."itemId"
    AND i."kind" = 'ITEM_ADDED' AND i."complaintId" IS NULL LIMIT 1) AS "title",
  ARRAY(SELECT DISTINCT c."complaintId" FROM "meeting_step" AS c
    WHERE c."meetingId" = m."id" AND c."complaintId" IS NOT NULL) AS "complaintIds"`;

/** What the steps come to, decision by decision, in the order of the rows. */
function decisionsOf(rows: readonly Row[]): DecisionView[] {
  const places = new Map(rows.map((row) => [row.step.id, row]));
  return rows
    .map(({ step }) => ({ ...step, at: new Date(step.at), dueAt: step.dueAt && new Date(step.dueAt) }))
    .reduce(takeDecision, [] as readonly MeetingDecision[])
    .map((decision) => {
      const { step: _step, ...place } = places.get(decision.id)!;
      return { decision, ...place };
    });
}

/** Of earlier meetings of the series: those that are open, and those that were made or done since the last one began; the oldest first. */
export async function loadCarriedDecisions(
  db: Database,
  { id, seriesId, startedAt }: Pick<MeetingView, 'id' | 'seriesId' | 'startedAt'>,
): Promise<DecisionView[]> {
  if (seriesId === null) return [];
  const { rows } = await db.pool.query<Row & { lastStartedAt: Date }>({
    name: 'carried_decisions',
    text: `WITH earlier AS (
        SELECT "id", "name", "startedAt" FROM "meeting"
        WHERE "seriesId" = $1 AND ("startedAt", "id") < ($2, $3::uuid)
        ORDER BY "startedAt" DESC, "id" DESC LIMIT ${MEETINGS_BACK})
      SELECT (SELECT max("startedAt") FROM earlier) AS "lastStartedAt", ${TOLD}
      FROM earlier AS m JOIN "meeting_step" AS s ON s."meetingId" = m."id" AND s."kind"::text = ANY($4)
      ORDER BY m."startedAt", m."id", s."number"`,
    values: [seriesId, startedAt, id, DECISION_STEPS],
  });
  const [first] = rows;
  if (first === undefined) return [];
  const told = rows.map(({ lastStartedAt: _lastStartedAt, ...row }) => row);
  return decisionsOf(told).filter(({ decision }) => isCarried(decision, first.lastStartedAt));
}

/** The decisions of these ids as they are now, by id, without those that were taken back. */
export async function loadDecisions(db: Database, ids: readonly string[]): Promise<Map<string, DecisionView>> {
  const { rows } = await db.pool.query<Row>({
    name: 'decisions',
    text: `SELECT ${TOLD} FROM "meeting_step" AS s JOIN "meeting" AS m ON m."id" = s."meetingId"
      WHERE (s."id" = ANY($1::uuid[]) OR s."decisionId" = ANY($1::uuid[])) AND s."kind"::text = ANY($2)
      ORDER BY m."id", s."number"`,
    values: [ids, DECISION_STEPS],
  });
  return new Map(decisionsOf(rows).map((view) => [view.decision.id, view]));
}

/** A decision that is open past its date, with who is to see to it. */
export interface DueDecision {
  decisionId: string;
  memberId: string;
  dueAt: Date;
}

/**
 * Those that fell due and whose member was not told so yet, the oldest first, at most 100.
 *
 * @param readers the members who can be told: what others see to would stand in the way of theirs for ever
 */
export async function loadDueDecisions(db: Database, now: Date, readers: readonly string[]): Promise<DueDecision[]> {
  const decisionId = 'coalesce(s."decisionId", s."id")';
  const { rows } = await db.pool.query<DueDecision>({
    name: 'due_decisions',
    text: `SELECT ${decisionId} AS "decisionId", s."memberId", s."dueAt" FROM "meeting_step" AS s
      WHERE s."dueAt" <= $1 AND s."memberId" = ANY($2::uuid[]) AND ${standsNow('s')} AND NOT ${isFulfilled(decisionId)}
        AND NOT EXISTS (SELECT 1 FROM "notification" AS n WHERE n."subjectId" = ${decisionId}
          AND n."kind" = 'MEETING_DECISION_DUE' AND n."memberId" = s."memberId" AND n."dueAt" = s."dueAt")
      ORDER BY s."dueAt", s."id" LIMIT 100`,
    values: [now, readers],
  });
  return rows;
}
