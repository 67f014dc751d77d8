/**
 * What a card move costs the database, with everything that belongs to it: against the least that could record it, and
 * against the same work as a Prisma transaction (docs/adr/0001). Durable writes, as in production.
 */
import { complaintMove } from '@redress/domain/actions/complaint-move';
import type { ActionContext } from '@redress/domain/actions/context';
import { openCompany } from './kit/bench-company.ts';
import { compare, report } from './kit/compare.ts';
import { leastMove, prismaMove } from './kit/move-peers.ts';

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

async function move(ctx: ActionContext, id: string): Promise<void> {
  const place = { afterId: null, beforeId: null, expectedVersion: null, reason: null, override: false };
  const result = await complaintMove(ctx, { id, toStage: 'CONFIRMED', ...place });
  if (!result.ok) throw new Error(result.refusal.code);
}
