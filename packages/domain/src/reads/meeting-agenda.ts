/** What an agenda is made from: every open complaint that something speaks for, in sight or not. */
import type { Database } from '@redress/prisma/client';
import { REPEATS_FROM, REPEATS_WITHIN_DAYS } from '../rules/meeting-agenda.ts';
import type { AgendaFacts } from '../rules/meeting-agenda.ts';

/** One statement. Causes are counted over all complaints, closed ones too: a repeat is no less one for being settled. */
export async function readAgendaFacts(db: Database, now: Date): Promise<AgendaFacts[]> {
  const { rows } = await db.pool.query<AgendaFacts>({
    name: 'meeting_agenda',
    text: `WITH causes AS (
        SELECT "rootCauseCode", count(*)::int AS "n" FROM "complaint"
        WHERE "rootCauseCode" IS NOT NULL AND "receivedAt" > $1::timestamptz - interval '${REPEATS_WITHIN_DAYS} days'
        GROUP BY 1 HAVING count(*) >= ${REPEATS_FROM}),
      late AS (
        SELECT DISTINCT "complaintId" FROM "deadline"
        WHERE "kind" = 'CLAIM' AND "state" = 'OPEN' AND "breachPublishedAt" IS NOT NULL)
      SELECT c."id", c."kind", c."stage", c."severity", c."receivedAt", c."isBreached", c."round",
        c."contestedAt" IS NOT NULL AS "isContested", c."consultedAt" IS NOT NULL AS "isConsulted",
        c."claimedAt" IS NULL AND late."complaintId" IS NOT NULL AS "isUnclaimedTooLong",
        c."resolutionsUnapproved" AS "unapproved", c."rootCauseCode", coalesce(causes."n", 0) AS "sameCause"
      FROM "complaint" AS c
      LEFT JOIN causes USING ("rootCauseCode")
      LEFT JOIN late ON late."complaintId" = c."id"
      WHERE c."stage" <> 'CLOSED' AND (c."isBreached" OR c."contestedAt" IS NOT NULL OR c."round" > 1
        OR c."resolutionsUnapproved" > 0 OR causes."n" IS NOT NULL OR late."complaintId" IS NOT NULL
        OR c."severity" <> 'GENERAL' AND c."consultedAt" IS NULL AND c."stage" IN ('CONFIRMED', 'INVESTIGATING'))`,
    values: [now],
  });
  return rows;
}
