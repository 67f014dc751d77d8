/**
 * The board of 500 cards over HTTP, through the contract and its permissions, against one json_agg statement behind
 * node:http, against bytes that never change, and against Mercurius (docs/adr/0004).
 */
import { complaintMove } from '@redress/domain/actions/complaint-move';
import type { ActionContext } from '@redress/domain/actions/context';
import { tokenCreate } from '@redress/domain/actions/token-change';
import { openCompany } from './kit/bench-company.ts';
import { startFile, startServer } from './kit/child.ts';
import { compare, report, timesAsFast } from './kit/compare.ts';
import type { Rate } from './kit/compare.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { graphqlRequest, requestBytes } from './kit/http-client.ts';
import { countIn, httpContender } from './kit/http-load.ts';
import { startPeer } from './kit/peers.ts';

const CARDS = 500;
const MOVES_A_SECOND = 20;

const QUERY = `{ board { cursor columns { stage totalCount complaints(first: ${CARDS}) { nodes {
  id number version revision position subject demand channel severity stage isBreached receivedAt
  department { id code } assignee { id name } nextDeadline { kind dueAt } pendingHandoff { id } } } } } }`;

export async function bench(): Promise<Finding[]> {
  const { url, ctx, postgresCpuMs, close } = await openCompany(CARDS);
  const { token } = await tokenCreate(ctx, { name: 'bench', scopes: ['READ'], expiresAt: null });
  const limit = await startFile('limits/board.ts', { DATABASE_URL: url });
  const server = await startServer(url);
  const mercurius = await startPeer('mercurius', url);
  const [ask, plain] = [graphqlRequest(QUERY, {}, token), graphqlRequest(QUERY)];
  // A variable that nobody declared asks for the same in other words: nothing that was kept answers it.
  const askAnew = (turn: number) => graphqlRequest(QUERY, { turn }, token);
  const [read, readBytes] = [requestBytes({ path: '/board' }), requestBytes({ path: '/bytes' })];
  const check = ({ body }: { body: Buffer }) => countIn(body, '"receivedAt"') === CARDS;
  const meters = { PostgreSQL: postgresCpuMs };
  const contenders = [
    httpContender({ name: 'limit: one json_agg', server: limit, request: () => read, check, meters }),
    httpContender({ name: 'limit: kept bytes', server: limit, request: () => readBytes, check, meters }),
    httpContender({ name: 'peer: Mercurius with JIT', server: mercurius, request: () => plain, check, meters }),
    httpContender({ name: 'board { … }, made anew each time', server, request: askAnew, check, meters }),
    httpContender({ name: 'board { … }, the stream unchanged', server, request: () => ask, check, meters }),
  ];
  const findings: Finding[] = [];
  try {
    for (const clients of [1, 16]) {
      const what = `${CARDS} cards, ${clients} client${clients === 1 ? '' : 's'}`;
      const stop = keepMoving(ctx);
      const moving = await compare(contenders.slice(0, 4), { writers: clients, rounds: 3, turnMs: 2_000 });
      await stop();
      report(`${what}, while ${MOVES_A_SECOND} cards a second move`, moving);
      const still = await compare([contenders[1]!, contenders[4]!], { writers: clients, rounds: 3, turnMs: 2_000 });
      report(`${what}, while nothing happens`, still);
      const [aggregated, , peer, anew] = moving;
      const area = 'Board load';
      findings.push(
        compared({ area, what: `${what}, changed` }, anew!, 'json_agg limit', aggregated!, 1),
        compared({ area, what: `${what}, changed` }, anew!, 'Mercurius', peer!, 1),
        compared({ area, what: `${what}, unchanged` }, still[1]!, 'kept bytes', still[0]!, 0.3),
      );
    }
  } finally {
    await server.stop();
    await limit.stop();
    await mercurius.stop();
    await close();
  }
  return findings;
}

/** Somebody else moves cards: the cursor changes, and a card with it. */
function keepMoving(ctx: ActionContext): () => Promise<void> {
  let goesOn = true;
  const moving = (async () => {
    const { rows } = await ctx.db.pool.query<{ id: string }>('SELECT "id" FROM "complaint"');
    for (let turn = 0; goesOn; turn += 1) {
      const place = { afterId: null, beforeId: null, expectedVersion: null, reason: null, override: false };
      await complaintMove(ctx, { id: rows[turn % rows.length]!.id, toStage: 'CONFIRMED', ...place });
      await new Promise((resolve) => setTimeout(resolve, 1_000 / MOVES_A_SECOND));
    }
  })();
  return () => {
    goesOn = false;
    return moving;
  };
}

function compared(of: { area: string; what: string }, ours: Rate, name: string, other: Rate, atLeast: number): Finding {
  return finding({
    ...of,
    ours: `${ours.perSecond.toFixed(0)} /s`,
    against: `${name}, ${other.perSecond.toFixed(0)} /s`,
    ratio: timesAsFast(ours, other),
    target: { atLeast },
  });
}
