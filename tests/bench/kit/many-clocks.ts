/** Many open complaints with many running clocks, for the benches: rows as the rules would write them. */
import { Directory } from '@redress/domain/reads/directory';
import { clockHours, deadlinePolicy } from '@redress/domain/reads/policy-values';
import { allowanceOf, startClock, startClockUntil } from '@redress/domain/rules/deadlines';
import type { Database } from '@redress/prisma/client';

/** The clocks that every complaint has of its own; the others are its duties'. */
const OWN_KINDS = ['CLAIM', 'FIRST_RESPONSE', 'RESOLUTION'] as const;
const HOUR_MS = 3_600_000;

/**
 * Copies the one complaint and its text until there are so many, and gives each the clocks of one that came just now:
 * three of its own, the others of duties.
 */
export async function fillClocks(db: Database, complaints: number, clocksEach: number): Promise<void> {
  await db.pool.query(
    `CREATE TEMP TABLE copies AS
       SELECT gen_random_uuid() AS "id", n FROM generate_series(2, ${complaints}) AS n`,
  );
  const copied = async (table: string, columns: string) => {
    await db.pool.query(
      `INSERT INTO "${table}" SELECT (jsonb_populate_record(o, ${columns})).*
       FROM "${table}" AS o CROSS JOIN copies`,
    );
  };
  await copied(
    'complaint',
    `jsonb_build_object('id', copies."id", 'number', 'B-' || copies.n, 'externalId', 'copy-' || copies.n,
      'trackingHash', NULL, 'position', 'b' || lpad(copies.n::text, 8, '0') || 'V')`,
  );
  await copied('complaint_text', `jsonb_build_object('complaintId', copies."id")`);
  await copied('complaint_access', `jsonb_build_object('id', gen_random_uuid(), 'complaintId', copies."id")`);
  await db.pool.query(`DELETE FROM "deadline"`);
  await db.pool.query(
    `INSERT INTO "deadline" ("id", "complaintId", "round", "kind", "subjectId", "generation", "state", "departmentId",
       "startedAt", "allowanceMs", "segments", "policyId", "calendarId", "warnAt", "dueAt", "silent")
     SELECT gen_random_uuid(), c."id", 1, clock."kind"::"DeadlineKind",
       CASE clock."kind" WHEN 'DUTY' THEN gen_random_uuid() ELSE c."id" END, 1, 'OPEN', c."departmentId",
       clock."startedAt", clock."allowanceMs", clock."segments", clock."policyId", clock."calendarId", clock."warnAt",
       clock."dueAt", false
     FROM "complaint" AS c CROSS JOIN jsonb_to_recordset($1::jsonb) AS clock("kind" text, "policyId" uuid,
       "calendarId" uuid, "startedAt" timestamptz, "allowanceMs" bigint, "segments" jsonb, "warnAt" timestamptz,
       "dueAt" timestamptz)`,
    [JSON.stringify(await clocks(db, clocksEach))],
  );
  await db.pool.query(
    `UPDATE "complaint" SET "wakeAt" = (SELECT min("warnAt") FROM "deadline" WHERE "complaintId" = "complaint"."id")`,
  );
  await db.pool.query('ANALYZE');
}

/** The clocks of one complaint as the rules start them: three of its own, the others of duties within two days. */
async function clocks(db: Database, count: number): Promise<object[]> {
  const directory = await Directory.load(db);
  const startedAt = new Date();
  return Array.from({ length: count }, (_, n) => {
    const kind = OWN_KINDS[n] ?? 'DUTY';
    const policy = deadlinePolicy(directory, kind);
    if (policy === null) throw new Error(`the company has no policy for ${kind}`);
    const { runsIn, warnPercent } = policy.value;
    const hours = clockHours(directory, runsIn['GENERAL'], null);
    const allowanceMs = allowanceOf(policy.value, 'GENERAL');
    const plan =
      allowanceMs === null
        ? startClockUntil(startedAt, new Date(startedAt.getTime() + 48 * HOUR_MS + n * HOUR_MS), hours, warnPercent)
        : startClock(startedAt, allowanceMs, hours, warnPercent);
    return { kind, policyId: policy.id, calendarId: hours.calendarId, startedAt, ...plan };
  });
}
