/**
 * Running clocks that were made by other policies or calendars than those that hold, and what these would make of them:
 * the work of a recomputation, and, with a proposal in the place of the directory, its preview. Read in pages, so that
 * neither memory nor other requests suffer from a hundred thousand clocks.
 */
import { setImmediate } from 'node:timers/promises';
import type { Database } from '@redress/prisma/client';
import { recomputeClock } from '../rules/deadlines.ts';
import type { ClockPlan, Segment } from '../rules/deadlines.ts';
import { DEADLINE_KINDS, SEVERITIES } from '../rules/vocabulary.ts';
import type { DeadlineKind, Severity } from '../rules/vocabulary.ts';
import { STANDARD_CALENDAR, clockTerms, hoursOfVersion } from './policy-values.ts';
import type { PolicySource } from './policy-values.ts';
import type { Directory } from './directory.ts';

export interface OutdatedClock {
  id: string;
  complaintId: string;
  kind: DeadlineKind;
  /** Who must act: the clock's own department, else the handling one. */
  departmentId: string | null;
  severity: Severity;
  paused: boolean;
  allowanceMs: number;
  segments: Segment[];
  policyId: string;
  calendarId: string | null;
  dueAt: Date;
  warnAt: Date | null;
  warnedAt: Date | null;
}

const PAGE = 5_000;
/** So many are computed before other work of the process gets its turn. */
const TURN = 500;

const SQL = `SELECT d."id", d."complaintId", d."kind", coalesce(d."departmentId", c."departmentId") AS "departmentId",
  c."severity", d."state" = 'PAUSED' AS "paused", d."allowanceMs"::float8 AS "allowanceMs", d."segments",
  d."policyId", d."calendarId", d."dueAt", d."warnAt", d."warnedAt"
FROM "deadline" d
JOIN "complaint" c ON c."id" = d."complaintId"
JOIN jsonb_to_recordset($1::jsonb) AS t("kind" text, "severity" text, "policyId" uuid, "calendarId" uuid, "byDepartment" boolean)
  ON t."kind" = d."kind"::text AND t."severity" = c."severity"::text
LEFT JOIN jsonb_to_recordset($2::jsonb) AS h("departmentId" uuid, "calendarId" uuid)
  ON t."byDepartment" AND h."departmentId" = coalesce(d."departmentId", c."departmentId")
WHERE d."state" NOT IN ('MET', 'ENDED') AND d."breachPublishedAt" IS NULL AND NOT d."silent" AND d."id" > $4
  AND (d."policyId" <> t."policyId" OR d."calendarId" IS DISTINCT FROM
    CASE WHEN t."byDepartment" THEN coalesce(h."calendarId", $3) ELSE t."calendarId" END)
ORDER BY d."id" LIMIT ${PAGE}`;

/** Every running clock whose policy or calendar is not the one that it would start with now, in pages. */
export async function* outdatedClocks(
  db: Database,
  policies: PolicySource,
  departments: Directory['departments'],
): AsyncGenerator<OutdatedClock[]> {
  const standard = policies.policy('calendar', STANDARD_CALENDAR)?.id ?? null;
  const calendarOf = (kind: DeadlineKind, severity: Severity, departmentId: string | null) =>
    clockTerms(policies, kind, severity, departmentId)?.terms.hours.calendarId ?? null;
  const terms = DEADLINE_KINDS.flatMap((kind) =>
    SEVERITIES.flatMap((severity) => {
      const found = clockTerms(policies, kind, severity, null);
      if (found === null) return [];
      const byDepartment = found.runsIn === 'DEPARTMENT';
      return [{ kind, severity, policyId: found.policyId, calendarId: calendarOf(kind, severity, null), byDepartment }];
    }),
  );
  const byDepartment = terms.find((term) => term.byDepartment);
  const hours = departments.map(({ id }) => ({
    departmentId: id,
    calendarId: byDepartment ? calendarOf(byDepartment.kind, byDepartment.severity, id) : null,
  }));
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await db.pool.query<OutdatedClock>({
      name: 'outdated_clocks',
      text: SQL,
      values: [JSON.stringify(terms), JSON.stringify(hours), standard, after],
    });
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

/** What the clock would be by these policies as of `at`; null when they leave it as it is. */
export function renewed(clock: OutdatedClock, policies: PolicySource, at: Date): ClockPlan | null {
  const found = clockTerms(policies, clock.kind, clock.severity, clock.departmentId);
  return found === null
    ? null
    : recomputeClock(clock, found.terms, at, (calendar) => hoursOfVersion(policies, calendar));
}

/** The complaints that have clocks which the policies of now would move. */
export async function complaintsToRecompute(db: Database, directory: Directory, at: Date): Promise<string[]> {
  const found = new Set<string>();
  for await (const clocks of outdatedClocks(db, directory, directory.departments)) {
    for (const [i, clock] of clocks.entries()) {
      if (i % TURN === TURN - 1) await setImmediate();
      if (renewed(clock, directory, at) !== null) found.add(clock.complaintId);
    }
  }
  return [...found];
}
