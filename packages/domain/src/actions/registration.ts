/** What a registration needs from the database before it can be written: names that only the database can give out. */
import { positionsOnTop } from '../rules/ordering.ts';
import type { Outcome, ActionContext } from './context.ts';
import type { CustomerFacts } from './complaint-register.ts';
import { cursorNow } from './cursor-now.ts';
import { normalisePhone } from '../rules/phone.ts';
import type { Stage } from '../rules/vocabulary.ts';

/** One complaint's number, place and customer, before it exists. */
export interface Reserved {
  /** Of the sequence that complaint numbers are made of; a number that is not used leaves a gap, which is harmless. */
  sequence: number;
  position: string;
  /** The customer of the same phone or e-mail address, if the company knows one. */
  customerId: string | null;
}

/** Reserves for as many complaints as there are customers (null: anonymous), to be placed on top of a column, in order. */
export async function reserve(
  ctx: ActionContext,
  customers: readonly (CustomerFacts | null)[],
  stage: Stage = 'RECEIVED',
): Promise<Reserved[]> {
  const [numbers, ids] = await Promise.all([
    ctx.db.pool.query<{ sequence: string; first: string | null }>({
      name: 'registration_reserve',
      text: `SELECT nextval('complaint_number')::text AS "sequence",
          (SELECT min("position") FROM "complaint" WHERE "stage" = $2::"Stage") AS "first"
        FROM generate_series(1, $1::int)`,
      values: [customers.length, stage],
    }),
    knownCustomers(ctx, customers),
  ]);
  const positions = positionsOnTop(numbers.rows[0]?.first ?? null, customers.length, Math.random());
  return numbers.rows.map((row, i) => ({
    sequence: Number(row.sequence),
    position: positions[i]!,
    customerId: ids[i]!,
  }));
}

/** The same person by phone, else by e-mail address, for each customer; a name alone names nobody. */
async function knownCustomers(
  ctx: ActionContext,
  customers: readonly (CustomerFacts | null)[],
): Promise<(string | null)[]> {
  const phones = customers.map((customer) => normalisePhone(customer?.phone ?? null));
  const emails = customers.map((customer) => normaliseEmail(customer?.email ?? null));
  if ([...phones, ...emails].every((name) => name === null)) return customers.map(() => null);
  const oldest = (condition: string) =>
    `(SELECT "id" FROM "customer" WHERE ${condition} AND "erasedAt" IS NULL ORDER BY "createdAt", "id" LIMIT 1)`;
  const { rows } = await ctx.db.pool.query<{ id: string | null }>({
    name: 'registration_customers',
    text: `SELECT CASE WHEN k."phone" IS NULL THEN ${oldest('"email" = k."email"')} ELSE ${oldest('"phone" = k."phone"')} END AS "id"
      FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k("phone", "email", "n") ORDER BY k."n"`,
    values: [phones, emails],
  });
  return rows.map((row) => row.id);
}

export function normaliseEmail(email: string | null): string | null {
  const trimmed = email?.trim().toLowerCase() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** The outcome of registering again what an external reference already names; null when it is new. */
export async function knownReference(
  ctx: ActionContext,
  external: { source: string; id: string } | null,
): Promise<Outcome | null> {
  if (external === null) return null;
  const known = await ctx.db.prisma.complaint.findUnique({
    where: { externalSource_externalId: { externalSource: external.source, externalId: external.id } },
    select: { id: true },
  });
  if (known === null) return null;
  return { complaintId: known.id, cursor: await cursorNow(ctx), alreadyRegistered: true };
}
