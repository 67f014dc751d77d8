import { get } from 'node:http';
import { createExecute } from '@redress/api/http/compiled';
import { createDatabase } from '@redress/prisma/client';
import { schema } from '@redress/schema/schema';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

let server: TestServer;
let client: Client;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics');
  client = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
});

afterAll(() => server.stop());

const json = { 'content-type': 'application/json' };

describe('what orchestrators ask', () => {
  test('[HTTP1] the process lives, and is ready while it hears of events and reaches the database', async () => {
    expect((await client.fetch('/healthz')).status).toBe(200);
    const ready = await client.fetch('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready', checks: { database: true, feed: true, running: true } });
  });

  test('[HTTP1] it is not ready without a database, and still lives', async () => {
    const own = await startServer();
    try {
      const { pool } = own.app.db;
      const query = pool.query.bind(pool);
      pool.query = (() => Promise.reject(new Error('gone'))) as unknown as typeof pool.query;
      const ready = await own.client().fetch('/readyz');
      pool.query = query;
      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({ status: 'not ready', checks: { database: false } });
      expect((await own.client().fetch('/healthz')).status).toBe(200);
    } finally {
      await own.stop();
    }
  });
});

describe('GraphQL over HTTP', () => {
  test('[HTTP2] GET is for queries, and not for public look-ups', async () => {
    const get = (query: string) => client.fetch(`/graphql?query=${encodeURIComponent(query)}`);
    expect((await get('{ viewer { __typename } }')).status).toBe(200);
    expect((await get('mutation { signOut { __typename } }')).status).toBe(405);
    expect((await get('{ tracking(code: "X") { number } }')).status).toBe(405);
    expect(
      (await get('query A { viewer { __typename } ...F } fragment F on Query { tracking(code: "X") { number } }'))
        .status,
    ).toBe(405);
    expect((await get('{ ... on Query { tracking(code: "X") { number } } }')).status).toBe(405);
  });

  test('[HTTP3] the media type of the specification is answered with its status codes', async () => {
    const bad = await client.ask('{ nonsense }');
    expect(bad.status).toBe(400);
    expect(bad.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
    expect((await client.ask('{')).status).toBe(400);
    expect((await client.fetch('/graphql', { method: 'PUT', headers: json, body: '{}' })).status).toBe(405);
  });

  test('[HTTP3] a bad document that was first sent over a socket is answered over HTTP as any other', async () => {
    const query = '{ nonsenseFirstSeenOverASocket }';
    const socket = await server.socket(client);
    expect((await socket.subscribe(query).over).by).toBe('error');
    expect((await client.ask(query)).status).toBe(400);
  });

  test('[HTTP4] subscriptions, batches and forms are refused over HTTP', async () => {
    const subscription = await client.ask('subscription { boardEvents { cursor } }');
    expect(subscription.errors[0]?.message).toMatch(/WebSocket/);
    const batch = await client.fetch('/graphql', {
      method: 'POST',
      headers: json,
      body: '[{"query":"{__typename}"},{"query":"{__typename}"}]',
    });
    expect(batch.status).toBe(400);
    const form = new FormData();
    form.set('operations', '{"query":"{__typename}"}');
    expect((await client.fetch('/graphql', { method: 'POST', body: form })).status).toBe(415);
  });

  test('[HTTP4] who accepts server-sent events gets JSON', async () => {
    for (const accept of ['text/event-stream', 'text/event-stream, application/json']) {
      const body = '{"query":"{ viewer { __typename } }"}';
      const answer = await client.fetch('/graphql', { method: 'POST', headers: { ...json, accept }, body });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/json/)]);
    }
  });

  test('[HTTP12] nonsense in the address or in Host is refused with a sentence, and tells nothing of the server', async () => {
    const query = encodeURIComponent('{ viewer { __typename } }');
    const { port } = new URL(client.url);
    const ask = (path: string, host: string) =>
      new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
        get({ host: '127.0.0.1', port, path, headers: { host } }, async (response) => {
          const body = Buffer.concat(await response.toArray()).toString();
          resolve({ status: response.statusCode, body });
        }).on('error', reject);
      });
    const refused = {
      status: 400,
      body: expect.stringMatching(/^\{"error":\{"code":"BAD_REQUEST","message":"[^"]+"\}\}$/),
    };
    expect(await ask(`/graphql?query=${query}`, 'a b')).toEqual(refused);
    expect(await ask(`/graphql?query=${query}`, '%%%')).toEqual(refused);
    expect(await ask(`/graphql?query=${query}&variables={`, 'localhost')).toMatchObject({
      status: 400,
      body: expect.stringContaining('`variables`'),
    });
    expect(await ask(`/graphql?query=${query}&extensions=x`, 'localhost')).toMatchObject({ status: 400 });
    expect(await ask(`/graphql?query=${query}&variables=`, 'localhost')).toMatchObject({ status: 200 });
  });

  test('[HTTP5] a body of more than a megabyte is not read', async () => {
    const body = JSON.stringify({ query: `{ viewer { __typename } } # ${'x'.repeat(1_100_000)}` });
    expect((await client.fetch('/graphql', { method: 'POST', headers: json, body })).status).toBe(413);
  });
});

describe('what comes again and again', () => {
  test('[HTTP11] is answered as it was the first time: data, refusals, wrong variables', async () => {
    const { id } = await server.seed.complaint().routed('logistics');
    const asked: [string, Record<string, unknown>][] = [
      [
        'query ($id: ID!) { node(id: $id) { __typename ... on Complaint { subject stageOptions { stage missing } } } }',
        { id },
      ],
      ['query ($first: Int!) { complaints(first: $first) { nodes { id } } }', { first: 5_000 }],
      ['query ($id: ID!) { node(id: $id) { id } }', { id: { no: 'id' } }],
      [
        'query ($more: Boolean!) { viewer { __typename ... on MemberViewer { locale @include(if: $more) } } }',
        { more: false },
      ],
    ];
    for (const [query, variables] of asked) {
      const answers = [];
      for (let n = 0; n < 6; n++) answers.push(await client.ask(query, variables));
      const [first, ...others] = answers.map(({ data, errors }) => ({
        data,
        codes: errors.map(({ extensions }) => extensions?.['code']),
      }));
      for (const other of others) expect(other).toEqual(first);
    }
  });
});

describe('what comes once', () => {
  const padded = (n: number) => `{ viewer { __typename } } # ${String(n).padStart(4, '0')} ${'x'.repeat(15_000)}`;

  test('[HTTP13] leaves nothing behind when nobody is signed in', async () => {
    const { documents } = server.app.services;
    const before = documents.heldLength;
    for (let n = 0; n < 50; n++) expect((await server.client().ask(padded(n))).status).toBe(200);
    expect(documents.heldLength).toBe(before);
  });

  test('[HTTP13] makes room for what comes later, while what recurs stays', async () => {
    const { documents } = server.app.services;
    const recurring = '{ viewer { __typename } departments { id } }';
    await client.ask(recurring);
    const held = documents.parse(recurring);
    for (let n = 0; n < 50; n++) {
      await client.ask(padded(n));
      if (n % 10 === 0) await client.ask(recurring);
    }
    expect(documents.heldLength).toBeLessThanOrEqual(500_000);
    expect(documents.parse(recurring)).toBe(held);
    expect(documents.parse(padded(0))).not.toBe(documents.parse(padded(0)));
  });

  test('[HTTP13] however many were compiled before, what recurs is compiled', async () => {
    const run = createExecute(schema, { atMost: 2 });
    const recurring = Array.from({ length: 4 }, (_, n) => parse(`{ a${n}: __typename }`));
    for (const document of recurring) {
      for (let n = 0; n < 3; n++) await run({ schema, document });
      // graphql's own execute gives objects without a prototype, compiled functions ordinary ones.
      const { data } = await run({ schema, document });
      expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    }
    const { data } = await run({ schema, document: recurring[0]! });
    expect(Object.getPrototypeOf(data)).toBe(null);
  });
});

describe('limits', () => {
  const tooLarge = [
    ['depth', `{ departments { ${'members { departments { '.repeat(9)} id ${'} }'.repeat(9)} } }`],
    ['aliases', `{ ${Array.from({ length: 61 }, (_, n) => `a${n}: viewer { __typename }`).join(' ')} }`],
    ['root fields', `{ ${'viewer { __typename } '.repeat(21)} }`],
    ['tokens', `{ viewer { ${'__typename '.repeat(5_001)} } }`],
    ['directives', `{ viewer { __typename ${'@include(if: true) '.repeat(61)} } }`],
  ] as const;

  test.each(tooLarge)('[HTTP6] an operation of too many %s is refused before it runs', async (_, query) => {
    const { status, errors, data } = await client.ask(query);
    expect([status, data]).toEqual([400, null]);
    expect(errors).not.toEqual([]);
  });

  test('[HTTP6] fragments that multiply each other are measured, not unfolded', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    ).join(' ');
    // Unfolded, these are 2^40 fields: the answer would not come while this test lives.
    const { status } = await client.ask(`{ ...F0 } ${fragments} fragment F40 on Query { viewer { __typename } }`);
    expect(status).toBeLessThan(500);
  });

  test('[HTTP7] what an operation costs, and what is left, is said in headers', async () => {
    const { headers } = await client.ask('{ board { columns { complaints(first: 50) { nodes { id } } } } }');
    expect(Number(headers.get('x-cost'))).toBeGreaterThan(50);
    expect(Number(headers.get('x-cost-limit'))).toBeGreaterThan(Number(headers.get('x-cost-remaining')));
  });

  test('[HTTP7] who has used up their minute is told when to come back', async () => {
    const own = await startServer({ costPerMinute: 500 });
    try {
      const frugal = await own.signedIn(await own.seed.member({ role: 'COORDINATOR' }));
      const ask = () => frugal.ask('{ board { columns { complaints(first: 20) { nodes { id } } } } }');
      let answer = await ask();
      while (answer.status === 200) answer = await ask();
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.errors[0]?.extensions?.['code']).toBe('RATE_LIMITED');
    } finally {
      await own.stop();
    }
  });

  test('[HTTP7] one that costs too much is refused', async () => {
    const { errors } = await client.ask(
      '{ board { columns { complaints(first: 500) { nodes { handoffs(first: 100) { nodes { id reason } } } } } } }',
    );
    expect(errors[0]?.extensions?.['code']).toBe('OPERATION_TOO_COSTLY');
  });
});

describe('the short way', () => {
  test('[HTTP14] a known document is answered as the same one is in a form that Yoga has to read', async () => {
    const { id } = await server.seed.complaint().routed('logistics');
    const move = `mutation ($input: ComplaintMoveInput!) { complaintMove(input: $input) { __typename
      ... on UserError { code message } ... on ComplaintMovePayload { cursor complaint { id stage } } } }`;
    const asked: [string, Record<string, unknown>, Record<string, string>][] = [
      ['query ($id: ID!) { node(id: $id) { __typename ... on Complaint { subject } } }', { id }, {}],
      ['query ($id: ID!) { node(id: $id) { __typename } }', { id: 'nonsense' }, {}],
      ['{ board { columns { stage totalCount } } }', {}, {}],
      [move, { input: { id, toStage: 'CLOSED' } }, {}],
      [move, { input: { id: 'nonsense', toStage: 'CLOSED' } }, {}],
      [move, { input: { id } }, {}],
      [move, { input: { id, toStage: 'CONFIRMED' } }, { 'idempotency-key': 'no key' }],
      [move.replace('complaintMove(', 'a: complaintMove('), { input: { id, toStage: 'RECEIVED' } }, {}],
    ];
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      for (const [query, variables, more] of asked) {
        const ask = async (extra: object) => {
          const body = JSON.stringify({ query, variables, ...extra });
          const headers = { 'content-type': 'application/json', accept, ...more };
          const response = await client.fetch('/graphql', { method: 'POST', headers, body });
          const {
            'x-cost-remaining': _,
            date: __,
            'x-request-id': ___,
            ...told
          } = Object.fromEntries(response.headers);
          return { status: response.status, told: plain(told), text: withoutCursors(await response.text()) };
        };
        // A field that GraphQL does not know is left to Yoga.
        const long = await ask({ onBehalfOf: null });
        await ask({});
        expect(await ask({})).toEqual(long);
      }
    }
  });
});

/** Headers that say the same: Yoga streams some bodies, and cookies name cursors. */
function plain({
  'set-cookie': cookie,
  'content-length': _,
  'transfer-encoding': __,
  ...told
}: Record<string, string>) {
  const { connection: ___, 'keep-alive': ____, vary: _____, ...rest } = told;
  return { ...rest, setsCookie: cookie !== undefined };
}

function withoutCursors(text: string): unknown {
  return JSON.parse(text.replaceAll(/"cursor":"[^"]+"/g, '"cursor":"…"'));
}

describe('when something is broken', () => {
  test('[HTTP8] the caller sees an id and no more, over HTTP and over a socket', async () => {
    const own = await startServer();
    try {
      const caller = await own.signedIn(await own.seed.member({ role: 'COORDINATOR' }));
      const socket = await own.socket(caller);
      const owner = createDatabase(own.ownerUrl);
      await owner.pool.query('ALTER TABLE "complaint_text" RENAME TO "complaint_text_gone"');
      await owner.close();
      // The board is held; the list is read.
      const query = '{ complaints { nodes { subject } } }';
      const { errors } = await caller.ask(query);
      expect(errors[0]?.extensions).toMatchObject({
        code: 'INTERNAL_SERVER_ERROR',
        errorId: expect.stringMatching(/^[0-9a-f]{12}$/),
      });
      expect(JSON.stringify(errors)).not.toMatch(/complaint_text|relation|SELECT/);
      const over = socket.subscribe(query);
      const told = await over.next();
      expect(JSON.stringify(told)).toContain('INTERNAL_SERVER_ERROR');
      expect(JSON.stringify(told)).not.toMatch(/complaint_text|relation/);
    } finally {
      await own.stop();
    }
  });
});

describe('pages', () => {
  test('[HTTP9] GraphiQL is for those who are signed in', async () => {
    const accept = { accept: 'text/html' };
    const page = await client.fetch('/graphql', { headers: accept });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await page.text()).toContain('GraphiQL');
    const anonymous = await server.client().fetch('/graphql', { headers: accept });
    expect(await anonymous.text()).not.toContain('<script');
  });

  test('[HTTP10] the accounts of the demo are named only while there are some', async () => {
    expect((await client.fetch('/demo.json')).status).toBe(404);
  });

  test('[HTTP10] they keep their order, whoever of them changes', async () => {
    const own = await startServer();
    try {
      const [first, second, ...leaving] = [
        await own.seed.member({ role: 'COORDINATOR' }),
        await own.seed.member({ role: 'SUPERVISOR' }),
        await own.seed.member({ role: 'AUDITOR' }),
        await own.seed.member({ role: 'AUDITOR' }),
      ];
      await own.db.pool.query('UPDATE "member" SET "demo" = true, "createdAt" = now()');
      const told = async () => {
        const { accounts } = (await (await own.client().fetch('/demo.json')).json()) as {
          accounts: { email: string }[];
        };
        return accounts.map(({ email }) => email);
      };
      await own.seed.disable(leaving[1]!);
      expect(await told()).toEqual([first!.email, second!.email, leaving[0]!.email]);
      await own.db.pool.query(`UPDATE "member" SET "locale" = 'EN' WHERE "id" = $1`, [first!.id]);
      await own.seed.disable(leaving[0]!);
      expect(await told()).toEqual([first!.email, second!.email]);
    } finally {
      await own.stop();
    }
  });
});
