/** What a recorded move is measured against: the least that could record it, and what an ordinary service does. */
import { randomBytes } from 'node:crypto';
import type { Database } from '@redress/prisma/client';
import { uuidv7 } from 'uuidv7';

const MINIMUM = `WITH moved AS (
    UPDATE "complaint" SET "revision" = "revision" + 1, "position" = $2 WHERE "id" = $1 AND "revision" > 0 RETURNING "id"),
  head AS (UPDATE "stream" SET "head" = "head" + 1 WHERE "id" = 1 AND EXISTS (SELECT 1 FROM moved) RETURNING "head")
  INSERT INTO "event" ("seq", "type", "v", "changeId", "occurredAt", "recordedAt", "actorKind", "complaintId", "payload")
  SELECT "head", 'ComplaintMoved', 1, $1, now(), now(), 'SYSTEM', $1, '{}' FROM head`;

/** A guarded update and an event, in one statement. */
export function leastMove(db: Database, id: string): Promise<unknown> {
  return db.pool.query({ name: 'bench_least', text: MINIMUM, values: [id, randomPosition()] });
}

/** What an ordinary service does: reads, updates, appends, audits, numbers, in five statements and as many round trips. */
export async function prismaMove({ prisma }: Database, id: string): Promise<void> {
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
