/**
 * What a card move costs the database, with everything that belongs to it: against the least that could record it, and
 * against the same work as a Prisma transaction (docs/adr/0001). Durable writes, as in production.
 */
import { randomBytes } from 'node:crypto';
import { complaintMove } from '@redress/domain/actions/complaint-move';
import type { ActionContext } from '@redress/domain/actions/context';
import type { Database } from '@redress/prisma/client';
import { uuidv7 } from 'uuidv7';
import { openCompany } from './bench-company.ts';
import { compare, report } from './compare.ts';

const CARDS = 500;

export async function bench(): Promise<void> {
  const { db, ctx, close } = await openCompany(CARDS);
  try {
    const { rows } = await db.pool.query<{ id: string }>('SELECT "id" FROM "complaint"');
    const cards = rows.map((row) => row.id);
    const card = (turn: number) => cards[turn % cards.length]!;
    for (const writers of [1, 16]) {
      const rates = await compare(
        [
          { name: 'limit: guarded UPDATE + event, one statement', run: (turn) => leastMove(db, card(turn)) },
          { name: 'complaintMove: read, decide, place, commit', run: (turn) => move(ctx, card(turn)) },
          { name: 'peer: the same rows in a Prisma transaction', run: (turn) => prismaMove(db, card(turn)) },
        ],
        { writers },
      );
      report(`moves, ${writers} writer${writers === 1 ? '' : 's'}`, rates);
    }
  } finally {
    await close();
  }
}

const MINIMUM = `WITH moved AS (
    UPDATE "complaint" SET "revision" = "revision" + 1, "position" = $2 WHERE "id" = $1 AND "revision" > 0 RETURNING "id"),
  head AS (UPDATE "stream" SET "head" = "head" + 1 WHERE "id" = 1 AND EXISTS (SELECT 1 FROM moved) RETURNING "head")
  INSERT INTO "event" ("seq", "type", "v", "changeId", "occurredAt", "recordedAt", "actorKind", "complaintId", "payload")
  SELECT "head", 'ComplaintMoved', 1, $1, now(), now(), 'SYSTEM', $1, '{}' FROM head`;

function leastMove(db: Database, id: string): Promise<unknown> {
  return db.pool.query({ name: 'bench_least', text: MINIMUM, values: [id, randomPosition()] });
}

async function move(ctx: ActionContext, id: string): Promise<void> {
  const place = { afterId: null, beforeId: null, expectedVersion: null, reason: null, override: false };
  const result = await complaintMove(ctx, { id, toStage: 'CONFIRMED', ...place });
  if (!result.ok) throw new Error(result.refusal.code);
}

/** What an ordinary service does: reads, updates, appends, audits, numbers, in five statements and as many round trips. */
async function prismaMove({ prisma }: Database, id: string): Promise<void> {
  const now = new Date();
  await prisma.$transaction(async (tx) => {
    const complaint = await tx.complaint.findUniqueOrThrow({ where: { id } });
    const data = { position: randomPosition(), revision: { increment: 1 } };
    await tx.complaint.update({ where: { id, revision: complaint.revision }, data });
    const { head } = await tx.stream.update({ where: { id: 1 }, data: { head: { increment: 1 } } });
    const changeId = uuidv7();
    const by = { changeId, actorKind: 'SYSTEM' as const, complaintId: id };
    const at = { occurredAt: now, recordedAt: now };
    await tx.event.create({ data: { seq: head, type: 'ComplaintMoved', v: 1, payload: {}, ...by, ...at } });
    const numbers = { firstSeq: head, lastSeq: head };
    const who = { principalKind: 'SYSTEM' as const, via: 'setup', action: 'bench', complaintIds: [id], diff: {} };
    await tx.audit.create({ data: { changeId, at: now, ...numbers, ...who } });
  });
}

function randomPosition(): string {
  return `a0${randomBytes(9).toString('hex')}V`;
}
