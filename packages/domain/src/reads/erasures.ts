/** Erasures as they are looked at: those that wait for a second person, and what was decided. */
import type { Database } from '@redress/prisma/client';
import type { ErasureModel } from '@redress/prisma/rows';
import { parsePage, toPage } from './connection.ts';
import type { KeyPart, Page, PageArgs } from './connection.ts';
import { Params } from './params.ts';

export interface ErasureView extends ErasureModel {
  /** In the words of who asked; null when nothing was said, or they went with the rest. */
  reason: string | null;
  /** How many complaints the customer has. */
  complaints: number;
}

const SELECT = `SELECT e.*, n."text" AS "reason",
    (SELECT count(*)::int FROM "complaint" c WHERE c."customerId" = e."customerId") AS "complaints"
  FROM "erasure" e LEFT JOIN "note" n ON n."id" = e."noteId"`;
const KEY = ['moment', 'id'] as const;
const keyOf = ({ requestedAt, id }: ErasureView): KeyPart[] => [requestedAt.toISOString(), id];

/** All of them, the newest first. */
export async function listErasures(db: Database, args: PageArgs): Promise<Page<ErasureView>> {
  const request = parsePage('erasures', KEY, args);
  const params = new Params();
  const conditions = ['true'];
  if (request.after !== null) {
    const [at, id] = request.after;
    conditions.push(`(e."requestedAt", e."id") < (${params.add(at, 'timestamptz')}, ${params.add(id, 'uuid')})`);
  }
  const { rows } = await db.pool.query<ErasureView>(
    `${SELECT} WHERE ${conditions.join(' AND ')}
     ORDER BY e."requestedAt" DESC, e."id" DESC LIMIT ${params.add(request.limit + 1, 'int')}`,
    params.values,
  );
  return toPage('erasures', request, rows, keyOf);
}

/** One of them; null when there is none of this id. */
export async function findErasureView(db: Database, id: string): Promise<ErasureView | null> {
  const { rows } = await db.pool.query<ErasureView>(`${SELECT} WHERE e."id" = $1`, [id]);
  return rows[0] ?? null;
}
