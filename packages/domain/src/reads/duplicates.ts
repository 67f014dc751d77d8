/** Complaints that may be the same matter as another (docs/SPEC.md, MG1), in sight or not: the contract decides what it shows of them. */
import type { Database } from '@redress/prisma/client';
import type { ComplaintModel } from '@redress/prisma/rows';
import { DUPLICATE_DAYS, isAlike, resemblance } from '../rules/duplicates.ts';
import type { Matter, Resemblance } from '../rules/duplicates.ts';

export interface PossibleDuplicate
  extends Pick<ComplaintModel, 'id' | 'number' | 'stage' | 'receivedAt'>,
    Resemblance {}

/** More are of no help: nobody compares them. */
export const MAX_DUPLICATES = 10;
const CANDIDATES = 100;

type Candidate = Omit<PossibleDuplicate, 'score' | 'because'> & Matter;

const COLUMNS = `c."id", c."number", c."stage", c."receivedAt", c."categoryCode", c."customerId",
  k."phone", k."email", coalesce(t."subject", '') AS "subject",
  ARRAY(SELECT substr(o, 2) FROM unnest(s."tokens") AS o WHERE o LIKE '#%') AS "orders"`;
const JOINS = `LEFT JOIN "customer" AS k ON k."id" = c."customerId" AND k."erasedAt" IS NULL
  LEFT JOIN "complaint_text" AS t ON t."complaintId" = c."id"
  LEFT JOIN "complaint_search" AS s ON s."complaintId" = c."id"`;

/** The most alike first. Those that were merged into another are found by that. */
export async function loadPossibleDuplicates(db: Database, complaintId: string): Promise<PossibleDuplicate[]> {
  const { rows: own } = await db.pool.query<Candidate>({
    name: 'duplicates_of',
    text: `SELECT ${COLUMNS} FROM "complaint" AS c ${JOINS} WHERE c."id" = $1`,
    values: [complaintId],
  });
  const [matter] = own;
  if (matter === undefined) return [];
  const { rows } = await db.pool.query<Candidate>(
    // Not prepared: how rare a customer or an order is, only a plan for these can know.
    `SELECT ${COLUMNS} FROM (
        SELECT "id" FROM "complaint" WHERE "customerId" IN (
          SELECT "id" FROM "customer" WHERE "id" = $2 OR "phone" = $3 OR "email" = $4)
        UNION SELECT "complaintId" FROM "complaint_search" WHERE "tokens" && $5::text[]
      ) AS near JOIN "complaint" AS c ON c."id" = near."id" ${JOINS}
      WHERE c."id" <> $1 AND c."mergedIntoId" IS NULL
        AND c."receivedAt" BETWEEN $6::timestamptz - make_interval(days => $7) AND $6::timestamptz + make_interval(days => $7)
      ORDER BY c."receivedAt" DESC, c."id" LIMIT ${CANDIDATES}`,
    [
      complaintId,
      matter.customerId,
      matter.phone,
      matter.email,
      matter.orders.map((order) => `#${order}`),
      matter.receivedAt,
      DUPLICATE_DAYS,
    ],
  );
  return rows
    .map((one) => ({ one, likeness: resemblance(matter, one) }))
    .filter(({ likeness }) => isAlike(likeness))
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, MAX_DUPLICATES)
    .map(({ one: { id, number, stage, receivedAt }, likeness }) => ({ id, number, stage, receivedAt, ...likeness }));
}
