/** Customers whose term is over (docs/SPEC.md, PD19), as SQL: counted before a policy is saved, and erased by the clock. */
import type { RetentionPolicy } from '../rules/retention.ts';
import { monthsLater, retentionCutoff } from '../rules/retention.ts';

/** The ids of customers who are due, each with one of their complaints; null: the policy keeps everybody. */
export function customersDue(policy: RetentionPolicy, now: Date): { text: string; values: Date[] } | null {
  const cutoff = retentionCutoff(policy, now);
  if (cutoff === null) return null;
  const text = `SELECT c."customerId", (array_agg(c."id" ORDER BY c."receivedAt" DESC))[1] AS "complaintId"
    FROM "complaint" c JOIN "customer" cu ON cu."id" = c."customerId" AND cu."erasedAt" IS NULL
    GROUP BY c."customerId"
    HAVING bool_and(c."closedAt" IS NOT NULL AND c."closedAt" < $1
      AND NOT ('LEGAL' = ANY(c."consequences") AND c."closedAt" > $2))`;
  return { text, values: [cutoff, monthsLater(now, -policy.legalMonths)] };
}
