/** What a customer sees of their complaint with its tracking code: the steps, and nothing that is the company's own. */
import type { Database } from '@redress/prisma/client';
import { STAGES } from '../rules/vocabulary.ts';
import type { Stage } from '../rules/vocabulary.ts';

export interface TrackedView {
  number: string;
  subject: string;
  stage: Stage;
  receivedAt: Date;
  /** The department that handles it; null before it was routed. */
  departmentId: string | null;
  /** When each stage was reached on the way to where it is now; a stage ahead, or one that was skipped, is null. */
  steps: { stage: Stage; reachedAt: Date | null }[];
}

interface Row extends Omit<TrackedView, 'steps'> {
  stageSince: Date;
  moves: { to: Stage; at: string }[] | null;
}

/** The complaint whose tracking code has this hash; null when there is none. */
export async function loadTracked(db: Database, trackingHash: string): Promise<TrackedView | null> {
  const { rows } = await db.pool.query<Row>({
    name: 'tracked',
    text: `SELECT c."number", c."stage", c."receivedAt", c."stageSince", c."departmentId", t."subject",
        (SELECT json_agg(json_build_object('to', e."payload" ->> 'toStage', 'at', e."occurredAt") ORDER BY e."seq")
         FROM "event" AS e WHERE e."complaintId" = c."id" AND e."type" = 'ComplaintMoved'
           AND e."payload" ->> 'fromStage' <> e."payload" ->> 'toStage') AS "moves"
      FROM "complaint" AS c JOIN "complaint_text" AS t ON t."complaintId" = c."id"
      WHERE c."trackingHash" = $1`,
    values: [trackingHash],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const { moves, stageSince, ...complaint } = row;
  const reached = reachedStages(complaint, moves ?? []);
  if (!reached.has(row.stage)) reached.set(row.stage, stageSince);
  return { ...complaint, steps: STAGES.map((stage) => ({ stage, reachedAt: reached.get(stage) ?? null })) };
}

/** A move back takes the stages behind it off the way. */
function reachedStages(
  { receivedAt }: { receivedAt: Date },
  moves: readonly { to: Stage; at: string }[],
): Map<Stage, Date> {
  const reached = new Map<Stage, Date>([['RECEIVED', receivedAt]]);
  for (const { to, at } of moves) {
    for (const stage of STAGES.slice(STAGES.indexOf(to))) reached.delete(stage);
    reached.set(to, new Date(at));
  }
  return reached;
}
