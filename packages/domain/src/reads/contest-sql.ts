/** Which declines of a complaint still count towards a contest (docs/SPEC.md, CT1). */

/**
 * Conditions on `h`, a row of table handoff, for `c`, its complaint: a decline of this round that no ruling has judged
 * and that nothing has settled since: neither another department's acceptance nor a routing.
 */
export const COUNTING_DECLINE = `h."complaintId" = c."id" AND h."round" = c."round" AND h."state" = 'DECLINED'
  AND h."rulingId" IS NULL AND h."requestedAt" >= coalesce(c."routedAt", c."receivedAt")
  AND NOT EXISTS (SELECT 1 FROM "handoff" AS "taken" WHERE "taken"."complaintId" = c."id"
    AND "taken"."round" = c."round" AND "taken"."state" = 'ACCEPTED' AND "taken"."id" > h."id")`;
