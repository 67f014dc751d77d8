import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '@redress/api/session/lucia';
import { heldAt } from '../testkit/held-row.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import { act } from './act.ts';

const VIEWER =
  '{ viewer { __typename ... on MemberViewer { member { name } roles { role } } ... on IntegrationViewer { name scopes } } }';
const COMMENT = `mutation Comment($input: CommentAddInput!) {
  commentAdd(input: $input) { __typename ... on UserError { code message } }
}`;

let server: TestServer;
let head: SeededMember;
let coordinator: SeededMember;

beforeAll(async () => {
  server = await startServer();
  await server.seed.departments('logistics');
  head = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' });
  coordinator = await server.seed.member({ role: 'COORDINATOR' });
});

afterAll(() => server.stop());

beforeEach(async () => {
  await server.db.pool.query('DELETE FROM "throttle"');
});

describe('signing in', () => {
  test('[SES1] a good password opens a session, by a cookie that no script reads', async () => {
    const client = server.client();
    const response = await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
        variables: { input: { email: head.email, password: head.password } },
      }),
    });
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith(SESSION_COOKIE));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    expect(await client.ok(VIEWER)).toMatchObject({
      viewer: { __typename: 'MemberViewer', member: { name: head.name }, roles: [{ role: 'DEPARTMENT_HEAD' }] },
    });
  });

  test('[SES1] over https the cookie is for https alone', async () => {
    const behindTls = await startServer({ publicOrigins: ['https://redress.example.com'] });
    try {
      const member = await behindTls.seed.member({ role: 'COORDINATOR' });
      const response = await behindTls.client().fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://redress.example.com' },
        body: JSON.stringify({
          query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
          variables: { input: { email: member.email, password: member.password } },
        }),
      });
      expect(response.headers.getSetCookie()[0]).toMatch(/; Secure/);
    } finally {
      await behindTls.stop();
    }
  });

  test('[SES2] an unknown account and a wrong password are one answer', async () => {
    const wrong = await server.client().trySignIn(head.email, 'not the password');
    const unknown = await server.client().trySignIn('nobody@example.com', 'not the password');
    expect(wrong).toMatchObject({ __typename: 'InvalidCredentialsError', code: 'INVALID_CREDENTIALS' });
    expect(unknown).toEqual(wrong);
  });

  test('[SES3] ten wrong passwords for one account are the last, also for the right one', async () => {
    const client = server.client();
    for (let n = 0; n < 10; n++) {
      expect(await client.trySignIn(head.email, `guess ${n}`)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    }
    const eleventh = await client.trySignIn(head.email, head.password);
    expect(eleventh).toMatchObject({ __typename: 'RateLimitedError', code: 'RATE_LIMITED' });
    expect(eleventh.retryAfterSeconds).toBeGreaterThan(0);
    expect(await client.trySignIn(coordinator.email, coordinator.password)).toMatchObject({
      __typename: 'SignInPayload',
    });
    server.time.advance(15 * 60_000 + 1);
    expect(await client.trySignIn(head.email, head.password)).toMatchObject({ __typename: 'SignInPayload' });
  });

  test('[SES3] good sign-ins take nothing from the account or the address', async () => {
    for (let n = 0; n < 12; n++) await server.signedIn(head);
    const { rows } = await server.db.pool.query<{ count: number }>('SELECT "count" FROM "throttle"');
    expect(rows.every(({ count }) => count === 0)).toBe(true);
  });

  test('[SES4] the database never holds what the cookie holds', async () => {
    const client = await server.signedIn(head);
    const value = client.cookieValue(SESSION_COOKIE)!;
    const { rows } = await server.db.pool.query('SELECT 1 FROM "session" WHERE "id" = $1', [value]);
    expect(rows).toEqual([]);
    expect(
      await server
        .client()
        .fetch('/graphql?query={viewer{__typename}}')
        .then((response) => response.json()),
    ).toEqual({
      data: { viewer: null },
    });
  });
});

describe('signing out', () => {
  test('[SES5] the session is gone at once, for whoever still has the cookie', async () => {
    const client = await server.signedIn(head);
    const copy = client.at(client.url);
    expect(await client.ok('mutation { signOut { __typename } }')).toBeTruthy();
    expect(await copy.ok(VIEWER)).toEqual({ viewer: null });
    expect(client.cookieValue(SESSION_COOKIE)).toBeUndefined();
  });

  test('[SES6] everywhere means every session of the member, and of nobody else', async () => {
    const [here, there] = [await server.signedIn(head), await server.signedIn(head)];
    const other = await server.signedIn(coordinator);
    await here.ok('mutation { signOutEverywhere { __typename } }');
    expect(await there.ok(VIEWER)).toEqual({ viewer: null });
    expect(await other.ok(VIEWER)).not.toEqual({ viewer: null });
  });

  test('[SES7] a disabled member is signed out, and does not get in again', async () => {
    const member = await server.seed.member({ role: 'AGENT', department: 'logistics' });
    const client = await server.signedIn(member);
    await server.seed.disable(member);
    expect(await client.ok(VIEWER)).toEqual({ viewer: null });
    expect(await client.trySignIn(member.email, member.password)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  test('[SES7] a member who chooses another language at the very moment stays disabled, and nothing is lost', async () => {
    for (const disabledFirst of [true, false]) {
      const member = await server.seed.member({ role: 'AGENT', department: 'logistics' });
      const client = await server.signedIn(member);
      await client.ok(VIEWER);
      const disable = (): Promise<unknown> => server.seed.disable(member);
      const choose = () => act(client, 'ownLanguageSet', { locale: 'en' });
      await heldAt(server.ownerUrl, 'member', member.id, disabledFirst ? [disable, choose] : [choose, disable]);
      await server.settled();
      expect(await client.ok(VIEWER)).toEqual({ viewer: null });
      expect(await client.trySignIn(member.email, member.password)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
      const kept = await server.db.prisma.member.findUniqueOrThrow({ where: { id: member.id } });
      expect(kept).toMatchObject({ locale: 'en', disabledAt: expect.any(Date) });
    }
  });
});

describe('tokens', () => {
  test('[SES8] a token reads; to act it needs the scope', async () => {
    const { id } = await server.seed.complaint().routed('logistics');
    const reader = server.client().withToken(await server.seed.token('reader', ['READ']));
    expect(await reader.ok(VIEWER)).toEqual({
      viewer: { __typename: 'IntegrationViewer', name: 'reader', scopes: ['READ'] },
    });
    const refused = await reader.ask(COMMENT, { input: { id, text: '看过了' } });
    expect(JSON.stringify(refused)).toContain('FORBIDDEN');
    const actor = server.client().withToken(await server.seed.token('actor', ['READ', 'ACT']));
    expect(await actor.ok(COMMENT, { input: { id, text: '看过了' } })).toEqual({
      commentAdd: { __typename: 'CommentAddPayload' },
    });
  });

  test('[SES8] its change is named in the header Redress-At', async () => {
    const { id } = await server.seed.complaint().routed('logistics');
    const actor = server.client().withToken(await server.seed.token('writer', ['READ', 'ACT']));
    const answer = await actor.ask(COMMENT, { input: { id, text: '看过了' } });
    expect(answer.headers.get('redress-at')).toMatch(/^[0-9a-z]+\.\d{16}$/);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('[SES9] an unknown, a revoked and an expired token are refused before anything runs', async () => {
    const soon = new Date(server.time.now().getTime() + 60_000);
    const expiring = server.client().withToken(await server.seed.token('expiring', ['READ'], soon));
    const revoked = server.client().withToken(await server.seed.token('revoked', ['READ']));
    expect((await expiring.ask(VIEWER)).status).toBe(200);
    expect((await revoked.ask(VIEWER)).status).toBe(200);
    server.time.advance(61_000);
    await server.seed.revokeToken('revoked');
    expect((await expiring.ask(VIEWER)).status).toBe(401);
    expect((await revoked.ask(VIEWER)).status).toBe(401);
    expect((await server.client().withToken('rdr_made-up').ask(VIEWER)).status).toBe(401);
  });

  test('[SES9] the database holds no token', async () => {
    const token = await server.seed.token('hidden', ['READ']);
    const { rows } = await server.db.pool.query<{ row: string }>('SELECT t::text AS row FROM "integration_token" t');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('who may ask at all', () => {
  test('[SES10] nobody in particular gets the public fields only, and nothing of the contract', async () => {
    const client = server.client();
    expect((await client.ask('{ board { cursor } }')).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect((await client.ask('{ departments { name } }')).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect((await client.ask('{ __schema { types { name } } }')).errors).not.toEqual([]);
    expect(await client.ok(VIEWER)).toEqual({ viewer: null });
    expect(
      (await client.ask('query ($code: String!) { tracking(code: $code) { number } }', { code: 'NOSUCHCODE' })).data,
    ).toEqual({
      tracking: null,
    });
  });

  test('[SES11] another site can neither act by the cookie nor sign its visitor in', async () => {
    const client = await server.signedIn(coordinator);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) expect((await client.ask(VIEWER, {}, { headers })).status).toBe(403);
    const form = await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(form.status).toBe(415);
    expect(
      (await client.ask(VIEWER, {}, { headers: { origin: client.url, 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(200);
  });

  test('[SES12] what a member may do follows their roles at once', async () => {
    const member = await server.seed.member({ role: 'AGENT', department: 'logistics' });
    const client = await server.signedIn(member);
    await server.seed.setRoles(member, [{ role: 'COORDINATOR' }]);
    expect(await client.ok(VIEWER)).toMatchObject({ viewer: { roles: [{ role: 'COORDINATOR' }] } });
  });
});
