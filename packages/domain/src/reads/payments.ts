/**
 * What was paid before: to the same customer (docs/SPEC.md, RS7), and in similar cases (RS8). A customer is the same who
 * has the same id, phone number or e-mail address: two rows of one person do not hide a second payment.
 */
import type { Database } from '@redress/prisma/client';
import { DAY_MS } from '../rules/days.ts';
import type { ResolutionKind } from '../rules/vocabulary.ts';

/** How far back payments to the same customer are counted. */
const REPEAT_DAYS = 365;
/** So many are shown: an approver looks at the last ones. */
const MAX_SHOWN = 10;

/** A resolution that was carried out or agreed on, as others are measured by it. */
export interface Payment {
  resolutionId: string;
  complaintId: string;
  kind: ResolutionKind;
  amountMinor: bigint;
  currency: string;
  standardMinor: bigint | null;
  deviates: boolean;
  /** When it was carried out; of a precedent that is still to be, when it was agreed on. */
  at: Date;
}

const COLUMNS = `r."id" AS "resolutionId", r."complaintId", r."kind"::text AS "kind", r."amountMinor", r."currency",
  r."standardMinor", r."deviates"`;

interface Row extends Omit<Payment, 'amountMinor' | 'standardMinor'> {
  amountMinor: string | bigint;
  standardMinor: string | bigint | null;
}

/** Payments to the customer of the last year, the newest first, but for this resolution. Empty without a customer. */
export async function earlierPayments(
  db: Database,
  customerId: string | null,
  now: Date,
  resolutionId: string | null,
): Promise<Payment[]> {
  if (customerId === null) return [];
  const { rows } = await db.pool.query<Row>({
    name: 'resolution_repeats',
    text: `SELECT ${COLUMNS}, r."carriedOutAt" AS "at"
      FROM "customer" AS own
      JOIN "customer" AS same ON same."id" = own."id" OR same."phone" = own."phone" OR same."email" = own."email"
      JOIN "complaint" AS c ON c."customerId" = same."id"
      JOIN "resolution" AS r ON r."complaintId" = c."id"
      WHERE own."id" = $1 AND r."state" = 'CARRIED_OUT' AND r."amountMinor" IS NOT NULL AND r."carriedOutAt" > $2
        AND r."id" IS DISTINCT FROM $3
      ORDER BY r."carriedOutAt" DESC, r."id" DESC`,
    values: [customerId, new Date(now.getTime() - REPEAT_DAYS * DAY_MS), resolutionId],
  });
  return rows.map(paymentOf);
}

/** What similar cases were settled with, the newest first: the same kind, in complaints of the same category. */
export async function precedentsOf(
  db: Database,
  { categoryCode, kind, complaintId }: { categoryCode: string | null; kind: ResolutionKind; complaintId: string },
): Promise<Payment[]> {
  if (categoryCode === null) return [];
  const { rows } = await db.pool.query<Row>({
    name: 'resolution_precedents',
    text: `SELECT ${COLUMNS}, coalesce(r."carriedOutAt", r."answeredAt", r."proposedAt") AS "at"
      FROM "complaint" AS c JOIN "resolution" AS r ON r."complaintId" = c."id"
      WHERE c."categoryCode" = $1 AND r."kind"::text = $2 AND c."id" <> $3
        AND r."state" IN ('ACCEPTED', 'CARRIED_OUT') AND r."amountMinor" IS NOT NULL
      ORDER BY "at" DESC, r."id" DESC LIMIT ${MAX_SHOWN}`,
    values: [categoryCode, kind, complaintId],
  });
  return rows.map(paymentOf);
}

function paymentOf({ amountMinor, standardMinor, ...row }: Row): Payment {
  return {
    ...row,
    amountMinor: BigInt(amountMinor),
    standardMinor: standardMinor === null ? null : BigInt(standardMinor),
  };
}
