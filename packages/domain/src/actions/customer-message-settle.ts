/** What became of a message to the customer (docs/SPEC.md, CN5): that they were told belongs to their case. */
import type { TableRows } from '../events/tables.ts';
import type { Database } from '@redress/prisma/client';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';

type Message = TableRows['customer_message'];

/** How it ended: it went out, or all attempts were in vain. */
export interface MessageSettlement {
  state: 'SENT' | 'FAILED';
  via: NonNullable<Message['via']>;
  attempts: number;
  problem: string | null;
}

/** Ends a queued message as a change of its case: everybody who reads the case learns of it. */
export function customerMessageSettle(
  ctx: ActionContext,
  { id, complaintId }: Pick<Message, 'id' | 'complaintId'>,
  settlement: MessageSettlement,
): Promise<ActionResult> {
  return perform(ctx, 'customerMessageSettle', async () => {
    const [opened, row] = await Promise.all([
      loadCase(ctx.db, complaintId),
      ctx.db.prisma.customerMessage.findUnique({ where: { id } }),
    ]);
    if (opened === null || row === null || row.state !== 'QUEUED') throw new Refusal({ code: 'NOT_FOUND' });
    const draft = Draft.of(ctx, opened);
    draft.put('customer_message', { ...row, ...settlement, sealedCode: null, settledAt: draft.at });
    const type = settlement.state === 'SENT' ? 'CustomerMessageSent' : 'CustomerMessageFailed';
    draft.emit({ type, payload: { messageId: id } });
    return { draft, outcome: { complaintId } };
  });
}

/** Ends a queued message that nobody tried to send: a note at the row, no history of the case. */
export async function dropCustomerMessage(
  db: Database,
  id: string,
  end: { state: 'FAILED' | 'OBSOLETE'; problem: string | null },
  at: Date,
): Promise<void> {
  await db.pool.query({
    name: 'customer_message_drop',
    text: `UPDATE "customer_message" SET "state" = $2::"DeliveryState", "problem" = $3, "settledAt" = $4, "sealedCode" = NULL
      WHERE "id" = $1 AND "state" = 'QUEUED'`,
    values: [id, end.state, end.problem, at],
  });
}

/** Notes a failed attempt that another one follows. */
export async function noteMessageAttempt(db: Database, id: string, attempts: number, problem: string): Promise<void> {
  await db.pool.query({
    name: 'customer_message_attempt',
    text: `UPDATE "customer_message" SET "attempts" = $2, "problem" = $3 WHERE "id" = $1 AND "state" = 'QUEUED'`,
    values: [id, attempts, problem],
  });
}
