/**
 * A card's move over HTTP, as the board sends it and with all that it answers: against a bare handler that runs the very
 * same statement, and against PostGraphile's plain update of the row (docs/adr/0023). Each has a database of its own, so
 * that nobody hears of the others' moves. Durable writes, as in production.
 */
import { moveMutation } from '@redress/board/features/board/board-documents';
import { tokenCreate } from '@redress/domain/actions/token-change';
import { encodeId } from '@redress/schema/ids';
import { print as printed } from 'graphql';
import { openCompany } from './kit/bench-company.ts';
import type { BenchCompany } from './kit/bench-company.ts';
import { startFile, startServer } from './kit/child.ts';
import type { Child } from './kit/child.ts';
import { compare, report, timesAsFast } from './kit/compare.ts';
import type { Contender } from './kit/compare.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { graphqlRequest, requestBytes } from './kit/http-client.ts';
import { httpContender } from './kit/http-load.ts';
import { startPeer } from './kit/peers.ts';

const CARDS = 500;
const UPDATE = /* fits no contract of ours */ `mutation ($id: UUID!, $position: String!) {
  updateComplaintById(input: { id: $id, complaintPatch: { position: $position } }) { complaint { id position revision } } }`;

export async function bench(): Promise<Finding[]> {
  const companies: BenchCompany[] = [];
  const servers: Child[] = [];
  try {
    for (let n = 0; n < 3; n += 1) companies.push(await openCompany(CARDS));
    const [own, bare, plain] = companies as [BenchCompany, BenchCompany, BenchCompany];
    servers.push(
      await startServer(own.url),
      await startFile('limits/move.ts', { DATABASE_URL: bare.url }),
      await startPeer('postgraphile', plain.url),
    );
    const [server, limit, postgraphile] = servers as [Child, Child, Child];
    const contenders = [bareHandler(bare, limit), await updates(plain, postgraphile), await moves(own, server)];
    const findings: Finding[] = [];
    // Many first: one client alone would take a minute to make a server as warm as one that has worked for a day.
    for (const clients of [16, 1]) {
      const rates = await compare(contenders, { writers: clients, rounds: 4, turnMs: 2_000 });
      const what = `${clients} client${clients === 1 ? '' : 's'}`;
      report(`moves, ${what}`, rates);
      const [handler, update, ours] = rates;
      const figure = { area: 'Moves', what, ours: `${ours!.perSecond.toFixed(0)} /s` };
      const against = (name: string, rate: typeof handler, atLeast: number) =>
        finding({
          ...figure,
          against: `${name}, ${rate!.perSecond.toFixed(0)} /s`,
          ratio: timesAsFast(ours!, rate!),
          target: { atLeast },
        });
      findings.push(
        against('bare handler, same statement', handler, 0.6),
        against("PostGraphile's plain update", update, 1),
      );
    }
    return findings;
  } finally {
    for (const server of servers) await server.stop();
    for (const company of companies) await company.close();
  }
}

function bareHandler({ postgresCpuMs }: BenchCompany, server: Child): Contender {
  const request = requestBytes({ path: '/', headers: { 'content-type': 'application/json' }, body: '{}' });
  const check = ({ body }: { body: Buffer }) => body.includes('"cursor"');
  const meters = { PostgreSQL: postgresCpuMs };
  return httpContender({ name: 'limit: bare handler, same statement', server, request: () => request, check, meters });
}

async function updates({ db, postgresCpuMs }: BenchCompany, server: Child): Promise<Contender> {
  const ids = await cardIds(db);
  const request = (turn: number) =>
    graphqlRequest(UPDATE, { id: ids[turn % ids.length], position: `b${turn}${Math.random().toString(36).slice(2)}V` });
  const check = ({ body }: { body: Buffer }) => body.includes('"revision"');
  return httpContender({
    name: "peer: PostGraphile's plain update",
    server,
    request,
    check,
    meters: { PostgreSQL: postgresCpuMs },
  });
}

/** Each card below another one, somewhere in the column. */
async function moves({ db, ctx, postgresCpuMs }: BenchCompany, server: Child): Promise<Contender> {
  const { token } = await tokenCreate(ctx, { name: 'bench', scopes: ['READ', 'ACT'], expiresAt: null });
  const ids = (await cardIds(db)).map((id) => encodeId('Complaint', id));
  const query = printed(moveMutation);
  const request = (turn: number) => {
    const id = ids[turn % ids.length];
    const afterId = ids[(turn * 7 + 3) % ids.length];
    const input = { id, toStage: 'CONFIRMED', ...(afterId !== id && { afterId }) };
    return graphqlRequest(query, { input }, token);
  };
  const check = ({ body }: { body: Buffer }) => body.includes('"ComplaintMovePayload"');
  return httpContender({
    name: 'complaintMove, as the board sends it',
    server,
    request,
    check,
    meters: { PostgreSQL: postgresCpuMs },
  });
}

async function cardIds(db: BenchCompany['db']): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>('SELECT "id" FROM "complaint" ORDER BY "id"');
  return rows.map(({ id }) => id);
}
