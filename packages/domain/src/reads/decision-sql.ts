/** What decisions in words say now, asked of their steps in the database; the fold of rules/meeting-decisions.ts says the same. */

/**
 * Whether the step under this alias is what its decision says now, of those that name who sees to it: nobody put it right
 * since, nor took it back.
 */
export function standsNow(step: string): string {
  return `${step}."kind" IN ('DECIDED', 'AMENDED') AND NOT EXISTS (SELECT 1 FROM "meeting_step" AS later
    WHERE later."decisionId" = coalesce(${step}."decisionId", ${step}."id") AND later."number" > ${step}."number"
      AND later."kind" IN ('AMENDED', 'WITHDRAWN'))`;
}

/** Whether the decision of this id (an SQL expression) was said to be done. */
export function isFulfilled(decisionId: string): string {
  return `EXISTS (SELECT 1 FROM "meeting_step" AS done WHERE done."decisionId" = ${decisionId} AND done."kind" = 'FULFILLED')`;
}
