/**
 * The board of 500 cards over HTTP, through the contract and its permissions, against one json_agg statement behind
 * node:http, against bytes that never change, and against Mercurius (docs/adr/0004).
 */
import { tokenCreate } from '@redress/domain/actions/token-change';
import { openCompany } from './kit/bench-company.ts';
import { startFile, startServer } from './kit/child.ts';
import { compare, report, timesAsFast } from './kit/compare.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { graphqlRequest, requestBytes } from './kit/http-client.ts';
import { countIn, httpContender } from './kit/http-load.ts';
import { startPeer } from './kit/peers.ts';

const CARDS = 500;

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
  const [read, readBytes] = [requestBytes({ path: '/board' }), requestBytes({ path: '/bytes' })];
  const isWhole = ({ body }: { body: Buffer }) => countIn(body, '"receivedAt"') === CARDS;
  const meters = { PostgreSQL: postgresCpuMs };
  const findings: Finding[] = [];
  try {
    for (const clients of [1, 16]) {
      const rates = await compare(
        [
          httpContender({ name: 'limit: one json_agg', server: limit, request: () => read, check: isWhole, meters }),
          httpContender({ name: 'limit: kept bytes', server: limit, request: () => readBytes, check: isWhole, meters }),
          httpContender({
            name: 'peer: Mercurius with JIT',
            server: mercurius,
            request: () => plain,
            check: isWhole,
            meters,
          }),
          httpContender({ name: 'board { … } over GraphQL', server, request: () => ask, check: isWhole, meters }),
        ],
        { writers: clients, rounds: 3, turnMs: 2_000 },
      );
      const what = `${CARDS} cards, ${clients} client${clients === 1 ? '' : 's'}`;
      report(what, rates);
      const [aggregated, , peer, ours] = rates;
      const figure = { area: 'Board load', what, ours: `${ours!.perSecond.toFixed(0)} /s` };
      findings.push(
        finding({
          ...figure,
          against: `json_agg limit, ${aggregated!.perSecond.toFixed(0)} /s`,
          ratio: timesAsFast(ours!, aggregated!),
          target: { atLeast: 1 },
        }),
        finding({
          ...figure,
          against: `Mercurius, ${peer!.perSecond.toFixed(0)} /s`,
          ratio: timesAsFast(ours!, peer!),
          target: { atLeast: 1 },
        }),
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
