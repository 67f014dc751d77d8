/** Group cases as they are read: what was agreed, and how far their complaints are (docs/SPEC.md, GC4, GC6). */
import type { Database } from '@redress/prisma/client';
import type { GroupCaseModel } from '@redress/prisma/rows';
import { SATISFIED_FROM } from '../rules/case-content.ts';
import type { Stage } from '../rules/vocabulary.ts';

export interface GroupView extends GroupCaseModel {
  stages: { stage: Stage; count: number }[];
  /** Complaints to which a resolution with an amount was carried out, and what that came to. */
  paid: number;
  paidMinor: bigint;
  /** Complaints whose customer scored 4 or 5. */
  satisfied: number;
  /** The complaints of the group, the oldest first. */
  complaintIds: string[];
}

interface Row extends Omit<GroupView, 'stages' | 'paidMinor' | 'standardMinor'> {
  stages: { stage: Stage; count: number }[] | null;
  paidMinor: string;
  standardMinor: string | null;
}

/** By the parent's id. The caller has made sure that the group may be seen. */
export async function loadGroups(db: Database, ids: readonly string[]): Promise<Map<string, GroupView>> {
  const { rows } = await db.pool.query<Row>({
    name: 'groups',
    text: `SELECT g."id", g."line", g."standardMinor"::text, g."currency", g."setById", g."setAt",
        (SELECT json_agg(json_build_object('stage', s."stage", 'count', s."count") ORDER BY s."stage")
         FROM (SELECT "stage", count(*)::int AS "count" FROM "complaint" WHERE "parentId" = g."id" GROUP BY "stage") AS s) AS "stages",
        of."complaintIds", of."satisfied", paid."paid", paid."paidMinor"
      FROM "group_case" AS g
      CROSS JOIN LATERAL (SELECT coalesce(array_agg(c."id" ORDER BY c."receivedAt", c."id"), '{}') AS "complaintIds",
          count(*) FILTER (WHERE c."surveyScore" >= ${SATISFIED_FROM})::int AS "satisfied"
        FROM "complaint" AS c WHERE c."parentId" = g."id") AS of
      CROSS JOIN LATERAL (SELECT count(DISTINCT r."complaintId")::int AS "paid", coalesce(sum(r."amountMinor"), 0)::text AS "paidMinor"
        FROM "resolution" AS r JOIN "complaint" AS c ON c."id" = r."complaintId"
        WHERE c."parentId" = g."id" AND r."state" = 'CARRIED_OUT' AND r."amountMinor" > 0) AS paid
      WHERE g."id" = ANY($1::uuid[])`,
    values: [ids],
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        stages: row.stages ?? [],
        paidMinor: BigInt(row.paidMinor),
        standardMinor: row.standardMinor === null ? null : BigInt(row.standardMinor),
      },
    ]),
  );
}
