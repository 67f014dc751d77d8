import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { directoryPut } from '@redress/domain/actions/directory-put';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const BOARD = `query Board($filter: ComplaintFilter) { board(filter: $filter) { cursor scope serverTime columns { stage totalCount
  complaints(first: 100) { nodes { id number revision stage subject department { nameZh } customer { tier }
    pendingHandoff { reason to { code } } } pageInfo { hasNextPage endCursor } } } } }`;
const OWN = '{ board { cursor columns { complaints { nodes { id viewerCan { claim move } } } } } }';
const COMMENT = `mutation ($input: CommentAddInput!) { commentAdd(input: $input) {
  __typename ... on CommentAddPayload { cursor complaint { id revision } } } }`;

interface Node {
  id: string;
  revision: number;
  subject: string;
  department: { nameZh: string } | null;
  customer: { tier: string | null } | null;
  pendingHandoff: { reason: string } | null;
  viewerCan: { claim: boolean; move: boolean };
}

interface Board {
  board: { cursor: string; scope: string; serverTime: string; columns: { complaints: { nodes: Node[] } }[] };
}

let server: TestServer;
let [coordinator, supervisor]: SeededMember[] = [];
let first: Client;
let second: Client;

beforeAll(async () => {
  server = await startServer();
  const { seed } = server;
  await seed.departments('logistics', 'finance');
  coordinator = await seed.member({ role: 'COORDINATOR' });
  supervisor = await seed.member({ role: 'SUPERVISOR' });
  first = await server.signedIn(coordinator);
  second = await server.signedIn(supervisor!);
});
afterAll(() => server.stop());

async function cards(client: Client, query = BOARD, variables: Record<string, unknown> = {}): Promise<Node[]> {
  const { board } = await client.ok<Board>(query, variables);
  return board.columns.flatMap(({ complaints }) => complaints.nodes);
}

const card = async (client: Client, id: string, query = BOARD) =>
  (await cards(client, query)).find((node) => node.id === id);

describe('answers that are kept', () => {
  // The first time a document comes, it is not known yet.
  beforeEach(async () => {
    for (const client of [first, second]) {
      await cards(client);
      await cards(client, OWN);
    }
  });

  test('[BD6] while the stream stands still the answer is the same, and the moment it moves on it is new', async () => {
    const { id } = await server.seed.complaint().routed('logistics');
    const once = await first.ok<Board>(BOARD);
    expect(await first.ok<Board>(BOARD)).toEqual(once);
    for (let n = 0; n < 20; n += 1) {
      const [writer, reader] = n % 2 === 0 ? [first, second] : [second, first];
      const { commentAdd } = await writer.ok<{ commentAdd: { complaint: Node } }>(COMMENT, {
        input: { id, text: `第 ${n} 次` },
      });
      const { revision } = commentAdd.complaint;
      expect((await card(reader!, id))?.revision).toBe(revision);
      expect((await card(writer!, id))?.revision).toBe(revision);
    }
  });

  test('[BD6] what is the viewer’s own is answered to each by themselves', async () => {
    const { id } = await server.seed.complaint().routed('logistics');
    const head = await server.signedIn(await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' }));
    const agent = await server.signedIn(await server.seed.member({ role: 'AGENT', department: 'logistics' }));
    for (let n = 0; n < 3; n += 1) {
      expect((await card(head, id, OWN))?.viewerCan.claim).toBe(true);
      expect((await card(second, id, OWN))?.viewerCan.claim).toBe(false);
      expect(await cards(head, BOARD, { filter: { mine: true } })).toEqual([]);
    }
    expect((await card(agent, id, OWN))?.id).toBe(id);
  });

  test('[BD6] who sees less gets their own answer, and loses it with their role', async () => {
    const { id } = await server.seed.complaint().routed('logistics');
    const member = await server.seed.member({ role: 'AGENT', department: 'logistics' });
    const agent = await server.signedIn(member);
    const other = await server.signedIn(await server.seed.member({ role: 'AGENT', department: 'finance' }));
    for (let n = 0; n < 3; n += 1) {
      expect((await card(first, id))?.id).toBe(id);
      expect((await card(agent, id))?.id).toBe(id);
      expect(await card(other, id)).toBeUndefined();
    }
    await server.seed.setRoles(member, [{ role: 'AGENT', department: 'finance' }]);
    expect(await card(agent, id)).toBeUndefined();
    await server.seed.disable(member);
    expect((await agent.ask(BOARD)).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  test('[BD6] a second later it is made anew: it says what time it is', async () => {
    const once = await first.ok<Board>(BOARD);
    server.time.advance(1_500);
    const again = await first.ok<Board>(BOARD);
    expect(Date.parse(again.board.serverTime) - Date.parse(once.board.serverTime)).toBe(1_500);
  });

  test('[BD6] what a card is shown from beside itself is of today: its department’s name, the words to it', async () => {
    const one = await server.seed.complaint().routed('logistics').claimed().handedTo('finance', server.seed.system);
    const two = await server.seed.complaint().routed('logistics');
    expect((await card(first, one.id))?.pendingHandoff?.reason).toBe('属于贵部门');
    await directoryPut(server.seed.system, {
      departments: [{ code: 'logistics', nameZh: '物流二部', nameEn: 'Logistics II', shortZh: '物流', shortEn: 'Log' }],
    });
    await server.settled();
    expect((await card(first, two.id))?.department?.nameZh).toBe('物流二部');
  });

  test('[BD7] it is compressed for who accepts that', async () => {
    for (let n = 0; n < 12; n += 1) await server.seed.complaint({ subject: `第 ${n} 台冰箱没有送到` });
    const plain = await raw(first, {});
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip;q=0.5', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const { headers, bytes } = await raw(first, { 'accept-encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
      expect(Number(headers['content-length'])).toBe(bytes.length);
      const text = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
      expect(text.equals(plain.bytes)).toBe(true);
    }
  });
});

/** As it came over the wire. */
function raw(client: Client, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    const more = { 'content-type': 'application/json', cookie: client.cookie, ...headers };
    const asked = request(`${client.url}/graphql`, { method: 'POST', headers: more }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
    });
    asked.on('error', reject);
    asked.end(JSON.stringify({ query: BOARD, variables: {} }));
  });
}
