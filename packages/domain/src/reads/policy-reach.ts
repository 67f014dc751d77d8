/**
 * What a policy means for open complaints beside their clocks (docs/SPEC.md, PO17): ladders, quiet hours and duty
 * templates move no clock. In numbers only, as all of a preview is.
 */
import type { Database } from '@redress/prisma/client';
import { ANY_LADDER } from '../rules/ladder.ts';
import type { PolicyKind } from '../rules/policies.ts';
import { DEADLINE_KINDS } from '../rules/vocabulary.ts';
import type { RetentionPolicy } from '../rules/retention.ts';
import type { Directory, Policy } from './directory.ts';
import { customersDue } from './retention.ts';
import { hasOwn } from './policy-values.ts';

export interface PolicyReach {
  /** Open complaints that it is there for from now on. */
  ahead: number;
  /** Open complaints in which it has begun as it was, and goes on so. */
  begun: number;
}

const NOWHERE: PolicyReach = { ahead: 0, begun: 0 };

/** Open complaints (of retention: customers) that a new version of this policy reaches. */
export async function policyReach(
  db: Database,
  directory: Directory,
  { kind, key, value }: Pick<Policy, 'kind' | 'key' | 'value'>,
  now: Date,
): Promise<PolicyReach> {
  const count = async (text: string, values: unknown[]) => {
    const { rows } = await db.pool.query<{ n: number }>(text, values);
    return rows[0]!.n;
  };
  switch (kind as PolicyKind) {
    case 'ladder': {
      const versions = directory.policyVersions('ladder', key).map(({ id }) => id);
      return {
        ahead: await count(WITH_CLOCK, [kindsOf(directory, key)]),
        begun: await count(CLIMBING, [versions]),
      };
    }
    case 'quietHours':
      return { ahead: await count(NOT_URGENT, []), begun: await count(PUT_OFF, []) };
    case 'dutyTemplate': {
      const codes = categoriesOf(directory, key);
      return { ahead: await count(TO_TAKE_ON, [codes]), begun: await count(GIVEN, [`${key}/`]) };
    }
    case 'retention': {
      const due = customersDue(value as unknown as RetentionPolicy, now);
      return {
        ahead: due === null ? 0 : await count(`SELECT count(*)::int AS n FROM (${due.text}) due`, due.values),
        begun: 0,
      };
    }
    default:
      return NOWHERE;
  }
}

const RUNNING = `d."state" NOT IN ('MET', 'ENDED') AND d."breachPublishedAt" IS NULL AND NOT d."silent"`;

const WITH_CLOCK = `SELECT count(DISTINCT d."complaintId")::int AS n FROM "deadline" d
WHERE ${RUNNING} AND d."kind"::text = ANY($1)`;

const CLIMBING = `SELECT count(DISTINCT e."complaintId")::int AS n FROM "escalation" e
WHERE e."state" = 'RUNNING' AND e."nextAt" IS NOT NULL AND e."policyId" = ANY($1::uuid[])`;

const NOT_URGENT = `SELECT count(DISTINCT d."complaintId")::int AS n FROM "deadline" d
JOIN "complaint" c ON c."id" = d."complaintId" WHERE ${RUNNING} AND c."severity" <> 'URGENT'`;

const PUT_OFF = `SELECT count(DISTINCT e."complaintId")::int AS n FROM "escalation" e
JOIN "complaint" c ON c."id" = e."complaintId"
WHERE e."state" = 'RUNNING' AND e."nextAt" IS NOT NULL AND c."severity" <> 'URGENT'`;

const TEMPLATE_DUTY = `SELECT 1 FROM "duty" u WHERE u."complaintId" = c."id" AND u."round" = c."round"
  AND u."templateKey" IS NOT NULL`;

const TO_TAKE_ON = `SELECT count(*)::int AS n FROM "complaint" c
WHERE c."stage" <> 'CLOSED' AND c."claimedAt" IS NULL AND c."categoryCode" = ANY($1) AND NOT EXISTS (${TEMPLATE_DUTY})`;

const GIVEN = `SELECT count(*)::int AS n FROM "complaint" c
WHERE c."stage" <> 'CLOSED' AND EXISTS (${TEMPLATE_DUTY} AND starts_with(u."templateKey", $1))`;

/** The kinds of clocks whose breach would set off this ladder. */
function kindsOf(directory: Directory, key: string): string[] {
  return DEADLINE_KINDS.filter((kind) => kind === key || (key === ANY_LADDER && !hasOwn(directory, 'ladder', kind)));
}

/** The category, and those below it that have no template of their own. */
function categoriesOf(directory: Directory, key: string): string[] {
  const codes = [key];
  // A list that grows while it is read: children of children follow.
  for (const code of codes) {
    const below = directory.categories.filter((one) => one.parentCode === code && !codes.includes(one.code));
    codes.push(...below.map((one) => one.code).filter((found) => !hasOwn(directory, 'dutyTemplate', found)));
  }
  return codes;
}
