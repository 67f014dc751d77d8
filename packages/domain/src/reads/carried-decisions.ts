/** What earlier meetings of a series decided in words, for the next one to ask after. */
import type { Database } from '@redress/prisma/client';
import { DECISION_STEPS, isCarried, takeDecision } from '../rules/meeting-decisions.ts';
import type { DecisionStep, MeetingDecision } from '../rules/meeting-decisions.ts';
import type { MeetingView } from './meetings.ts';

/** So many meetings back. What nobody saw to in so long is a matter for an item of its own. */
const MEETINGS_BACK = 26;

export interface CarriedDecision {
  decision: MeetingDecision;
  /** Of the meeting that made it. */
  meetingId: string;
  /** What the item was about, where that was no complaint. */
  title: string | null;
  /** Every complaint on that meeting's agenda: whose names may stand in its words. */
  complaintIds: readonly string[];
}

interface Row {
  meetingId: string;
  lastStartedAt: Date;
  title: string | null;
  complaintIds: string[];
  step: DecisionStep;
}

/** Those that are open, and those that were made or done since the last meeting began; the oldest first. */
export async function loadCarriedDecisions(
  db: Database,
  { id, seriesId, startedAt }: Pick<MeetingView, 'id' | 'seriesId' | 'startedAt'>,
): Promise<CarriedDecision[]> {
  if (seriesId === null) return [];
  const { rows } = await db.pool.query<Row>({
    name: 'carried_decisions',
    text: `WITH earlier AS (
        SELECT m."id", m."startedAt" FROM "meeting" AS m
        WHERE m."seriesId" = $1 AND (m."startedAt", m."id") < ($2, $3::uuid)
        ORDER BY m."startedAt" DESC, m."id" DESC LIMIT ${MEETINGS_BACK})
      SELECT e."id" AS "meetingId", (SELECT max("startedAt") FROM earlier) AS "lastStartedAt", to_jsonb(s) AS "step", i."text" AS "title",
        ARRAY(SELECT DISTINCT c."complaintId" FROM "meeting_step" AS c
          WHERE c."meetingId" = e."id" AND c."complaintId" IS NOT NULL) AS "complaintIds"
      FROM earlier AS e JOIN "meeting_step" AS s ON s."meetingId" = e."id" AND s."kind"::text = ANY($4)
      LEFT JOIN "meeting_step" AS i ON i."meetingId" = e."id" AND i."itemId" = s."itemId" AND i."kind" = 'ITEM_ADDED'
        AND i."complaintId" IS NULL
      ORDER BY e."startedAt", e."id", s."number"`,
    values: [seriesId, startedAt, id, DECISION_STEPS],
  });
  const [first] = rows;
  if (first === undefined) return [];
  const places = new Map(rows.map((row) => [row.step.id, row]));
  return rows
    .map(({ step }) => ({ ...step, at: new Date(step.at), dueAt: step.dueAt && new Date(step.dueAt) }))
    .reduce(takeDecision, [] as readonly MeetingDecision[])
    .filter((decision) => isCarried(decision, first.lastStartedAt))
    .map((decision) => {
      const { meetingId, title, complaintIds } = places.get(decision.id)!;
      return { decision, meetingId, title, complaintIds };
    });
}
