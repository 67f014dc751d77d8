import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RobotKind } from '@redress/domain/rules/notification-target';
import { bodyOf, headerOf, startMailServer } from '../testkit/mail-server.ts';
import type { TestMailServer } from '../testkit/mail-server.ts';
import { startRobotServer } from '../testkit/robot-server.ts';
import type { TestRobotServer } from '../testkit/robot-server.ts';
import type { ChannelFacts, SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';
import type { SeededComplaint } from '../testkit/complaint-seed.ts';

let mail: TestMailServer;
let robot: TestRobotServer;
let server: TestServer;
let members = 0;

beforeAll(async () => {
  [mail, robot] = await Promise.all([startMailServer(), startRobotServer()]);
  server = await startServer({
    mail: { url: mail.url, from: 'Redress <redress@example.com>' },
    robotOrigins: [robot.origin],
    publicOrigins: ['https://redress.example.com'],
  });
});
afterEach(() => {
  mail.mails = [];
  mail.refuses = {};
  mail.drops = 0;
  robot.calls = [];
  robot.answers = [];
});
afterAll(async () => {
  await server.stop();
  await Promise.all([mail.stop(), robot.stop()]);
});

/** A department of its own whose head is reached on this channel, and a complaint that waits for their claim. */
async function told(
  channel: Partial<ChannelFacts> = {},
  severity: 'GENERAL' | 'URGENT' = 'GENERAL',
): Promise<{ head: SeededMember; complaint: SeededComplaint; code: string; address: string }> {
  const code = `dep${++members}`;
  const address = `head${members}@example.com`;
  await server.seed.departments(code);
  const head = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: code });
  await server.seed.channel(head, { kind: 'EMAIL', target: address, ...channel });
  const complaint = await server.seed.complaint({ severity }).routed(code);
  await server.settled();
  return { head, complaint, code, address };
}

interface Row {
  id: string;
  state: string;
  attempts: number;
  problem: string | null;
  runAt: Date;
  createdAt: Date;
}

async function deliveryOf({ uuid }: SeededComplaint): Promise<Row> {
  const { rows } = await server.db.pool.query<Row>('SELECT * FROM "delivery" WHERE "complaintId" = $1', [uuid]);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

/** Lets jobs that wait for their next attempt have it at once. */
async function again(): Promise<void> {
  await server.db.pool.query(`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
    FROM graphile_worker.jobs HAVING count(*) > 0`);
  await server.app.deliveries.runDue();
}

const robotAt = (kind: RobotKind, secret?: string): ChannelFacts => ({
  kind,
  target: `${robot.origin}/robot/${members + 1}`,
  ...(secret !== undefined && { secret: server.app.services.outbound.seal(secret) }),
});

describe('a delivery', () => {
  test('[NX3] is a row of the change that it tells of, and its job is queued with it', async () => {
    const { complaint } = await told();
    const row = await deliveryOf(complaint);
    expect(row).toMatchObject({ state: 'QUEUED', attempts: 0 });
    const { rows } = await server.db.pool.query<{ run_at: Date; max_attempts: number; task_identifier: string }>(
      'SELECT * FROM graphile_worker.jobs WHERE key = $1',
      [row.id],
    );
    expect(rows).toEqual([
      expect.objectContaining({ task_identifier: 'delivery', max_attempts: 10, run_at: row.runAt }),
    ]);
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'SENT', attempts: 1, problem: null });
  });

  test('[NX4] waits for the end of quiet hours, unless the complaint is urgent', async () => {
    const now = server.time.now();
    const hour = (by: number) => new Date(now.getTime() + by * 3_600_000).toISOString().slice(11, 14) + '00';
    const quiet = { from: hour(-1), to: hour(2), timeZone: 'UTC' };
    const { complaint } = await told({ quiet });
    const { runAt, createdAt } = await deliveryOf(complaint);
    expect(runAt.getTime()).toBeGreaterThan(createdAt.getTime());
    expect(runAt.toISOString().slice(11, 16)).toBe(quiet.to);
    const urgent = await deliveryOf((await told({ quiet }, 'URGENT')).complaint);
    expect(urgent.runAt).toEqual(urgent.createdAt);
    await again();
  });

  test('[NX5] that nobody waits for any more is not sent', async () => {
    const { complaint, head } = await told();
    const client = await server.signedIn(head);
    await client.ok('mutation Claim($id: ID!) { complaintClaim(input: { id: $id }) { __typename } }', {
      id: complaint.id,
    });
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'OBSOLETE', attempts: 0 });
    expect(mail.mails).toEqual([]);
  });

  test('[NX5] to somebody who can’t sign in any more is not sent', async () => {
    const { complaint, head } = await told();
    await server.seed.disable(head);
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'OBSOLETE' });
    expect(mail.mails).toEqual([]);
  });

  test('[NX5] to somebody who no longer sees the complaint is not sent, nor is one whose entry has gone', async () => {
    const { complaint } = await told();
    await server.db.pool.query('UPDATE "complaint_access" SET "until" = now() WHERE "complaintId" = $1', [
      complaint.uuid,
    ]);
    const gone = await told();
    await server.db.pool.query('DELETE FROM "notification" WHERE "complaintId" = $1', [gone.complaint.uuid]);
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'OBSOLETE' });
    expect(await deliveryOf(gone.complaint)).toMatchObject({ state: 'OBSOLETE' });
    expect(mail.mails).toEqual([]);
  });

  test('[NX8] that the product itself fails at says so, is tried again, and has failed after the tenth attempt', async () => {
    const { complaint } = await told();
    const { directory } = server.app.services;
    const { id, value } = directory.policy('calendar', 'STANDARD')!;
    const calendar = async (text: unknown) => {
      await server.db.pool.query('UPDATE "policy" SET "value" = $2 WHERE "id" = $1', [id, JSON.stringify(text)]);
      await directory.reload();
    };
    await calendar({});
    await again();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'QUEUED', attempts: 1, problem: 'INTERNAL_FAULT' });
    for (let attempt = 2; attempt <= 10; attempt++) await again();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'FAILED', attempts: 10, problem: 'INTERNAL_FAULT' });
    await calendar(value);
  });

  test('[NX6] is sent by one process of two that look at once', async () => {
    const other = await server.startProcess();
    const { complaint } = await told();
    await Promise.all([server.app.deliveries.runDue(), other.deliveries.runDue()]);
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'SENT', attempts: 1 });
    expect(mail.mails).toHaveLength(1);
    await other.stop();
    server.processes.pop();
  });
});

describe('an e-mail', () => {
  test('[NX7] says in the member’s language what waits, without a word of the customer, and where to answer', async () => {
    const { complaint, address } = await told();
    await server.app.deliveries.runDue();
    const [sent] = mail.mails;
    expect(sent!.to).toEqual([address]);
    expect(headerOf(sent!.raw, 'Subject')).toBe(`${complaint.number} 等待接单`);
    expect(headerOf(sent!.raw, 'From')).toBe('Redress <redress@example.com>');
    expect(headerOf(sent!.raw, 'Auto-Submitted')).toBe('auto-generated');
    const body = bodyOf(sent!.raw);
    expect(body).toContain(`https://redress.example.com/complaints/${complaint.number}`);
    expect(body).toMatch(/https:\/\/redress\.example\.com\/answer\/[\w-]{100,}/);
    expect(body).not.toContain('没有送到');
  });

  describe('in the language that its member chose', () => {
    const SET = `mutation Set($input: OwnLanguageSetInput!) { ownLanguageSet(input: $input) {
      __typename ... on OwnLanguageSetPayload { locale cursor } ... on UserError { code }
      ... on InvalidInputError { issues { path } } } }`;
    const LOCALE = 'query { viewer { ... on MemberViewer { locale } } }';
    /** What the next mail to the head of the department is called, without the number of its complaint. */
    const nextSubject = async (code: string) => {
      const { number } = await server.seed.complaint().routed(code);
      await server.settled();
      await server.app.deliveries.runDue();
      const subjects = mail.mails.map(({ raw }) => headerOf(raw, 'Subject')!);
      return subjects.find((subject) => subject.startsWith(number))?.slice(number.length + 1);
    };

    test('[NX25] comes the next one, from every process', async () => {
      const other = await server.startProcess();
      const { head, code } = await told();
      const client = await server.signedIn(head);
      expect(await client.ok(SET, { input: { locale: 'en' } })).toEqual({
        ownLanguageSet: { __typename: 'OwnLanguageSetPayload', locale: 'en', cursor: expect.any(String) },
      });
      expect(await client.ok(LOCALE)).toEqual({ viewer: { locale: 'en' } });
      await server.settled();
      expect(other.services.directory.member(head.id)?.locale).toBe('en');
      expect(await nextSubject(code)).toBe('waits to be claimed');
      await client.ok(SET, { input: { locale: 'zh-CN' } });
      expect(await nextSubject(code)).toBe('等待接单');
      await other.stop();
      server.processes.pop();
    });

    test('[NX25] is on record once, and chosen again nothing is written', async () => {
      const head = await server.seed.member({ role: 'COORDINATOR' });
      const client = await server.signedIn(head);
      const written = async () => {
        const { rows } = await server.db.pool.query<{ action: string; diff: object }>(
          'SELECT "action", "diff" FROM "audit" WHERE "principalId" = $1',
          [head.id],
        );
        return rows;
      };
      const first = await client.ok(SET, { input: { locale: 'en' } });
      expect(await client.ok(SET, { input: { locale: 'en' } })).toEqual(first);
      expect(await written()).toEqual([
        { action: 'ownLanguageSet', diff: { [`member/${head.id}/locale`]: [null, 'en'] } },
      ]);
    });

    test('[NX25] is the one in which they first signed in, where they named one, until they choose', async () => {
      const head = await server.seed.member({ role: 'COORDINATOR' });
      const client = server.client();
      const kept = async () => (await server.db.prisma.member.findUniqueOrThrow({ where: { id: head.id } })).locale;
      for (const language of ['*', 'fr', 'fr;q=1, *;q=0.1']) {
        await client.trySignIn(head.email, head.password, { 'accept-language': language });
        expect(await kept()).toBeNull();
      }
      await client.trySignIn(head.email, 'wrong', { 'accept-language': 'zh' });
      expect(await kept()).toBeNull();
      await client.trySignIn(head.email, head.password, { 'accept-language': 'en-GB,en;q=0.9' });
      expect(await client.ok(LOCALE)).toEqual({ viewer: { locale: 'en' } });
      await client.trySignIn(head.email, head.password, { 'accept-language': 'zh' });
      expect(await client.ok(LOCALE)).toEqual({ viewer: { locale: 'en' } });
      await client.ok(SET, { input: { locale: 'zh-CN' } });
      await client.trySignIn(head.email, head.password, { 'accept-language': 'en' });
      expect(await client.ok(LOCALE)).toEqual({ viewer: { locale: 'zh-CN' } });
    });

    test('[NX25] is one of ours, and no token’s or customer’s to choose', async () => {
      const head = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
      expect(await head.ok(SET, { input: { locale: 'fr' } })).toEqual({
        ownLanguageSet: { __typename: 'InvalidInputError', code: 'INVALID_INPUT', issues: [{ path: ['locale'] }] },
      });
      const token = server.client().withToken(await server.seed.token('crm', ['READ', 'ACT']));
      expect(await token.ok(SET, { input: { locale: 'en' } })).toEqual({
        ownLanguageSet: { __typename: 'ForbiddenError', code: 'FORBIDDEN' },
      });
      const customer = await server.client().ask(SET, { input: { locale: 'en' } });
      expect(customer.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    });
  });

  test('[NX8] to a mailbox that the server refuses has failed at once', async () => {
    mail.refuses[`head${members + 1}@example.com`] = 550;
    const { complaint } = await told();
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'FAILED', attempts: 1, problem: 'RECIPIENT_REFUSED' });
  });

  test('[NX8] that the server takes later, or loses in the middle, is tried again', async () => {
    const address = `head${members + 1}@example.com`;
    mail.refuses[address] = 451;
    const { complaint } = await told();
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'QUEUED', attempts: 1, problem: 'MAIL_DEFERRED' });
    mail.refuses = {};
    mail.drops = 1;
    await again();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'QUEUED', attempts: 2, problem: 'UNREACHABLE' });
    await again();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'SENT', attempts: 3, problem: null });
    expect(mail.mails).toHaveLength(1);
  });

  test('[NX8] has failed after the tenth attempt, and [NX9] is tried again when its member says so', async () => {
    const address = `head${members + 1}@example.com`;
    mail.refuses[address] = 451;
    const { complaint, head } = await told();
    for (let attempt = 1; attempt <= 10; attempt++) await again();
    const row = await deliveryOf(complaint);
    expect(row).toMatchObject({ state: 'FAILED', attempts: 10, problem: 'MAIL_DEFERRED' });
    await again();
    expect(await deliveryOf(complaint)).toEqual(row);
    mail.refuses = {};
    const client = await server.signedIn(head);
    const LIST =
      'query { viewer { ... on MemberViewer { deliveries(state: FAILED) { nodes { id problem channel } } } } }';
    const { viewer } = await client.ok<{ viewer: { deliveries: { nodes: { id: string }[] } } }>(LIST);
    expect(viewer.deliveries.nodes).toEqual([expect.objectContaining({ problem: 'MAIL_DEFERRED', channel: 'EMAIL' })]);
    const RETRY = `mutation Retry($input: DeliveryRetryInput!) {
      deliveryRetry(input: $input) { __typename ... on DeliveryRetryPayload { delivery { state attempts } } } }`;
    const input = { id: viewer.deliveries.nodes[0]!.id };
    expect(await client.ok(RETRY, { input })).toEqual({
      deliveryRetry: { __typename: 'DeliveryRetryPayload', delivery: { state: 'QUEUED', attempts: 0 } },
    });
    const stranger = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
    expect(await stranger.ok(RETRY, { input })).toEqual({ deliveryRetry: { __typename: 'NotFoundError' } });
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'SENT', attempts: 1 });
  });

  test('[NX10] deliveries are everybody’s for an administrator, without content, and nobody else’s', async () => {
    const admin = await server.signedIn(await server.seed.member({ role: 'ADMIN' }));
    const LIST = 'query { deliveries(first: 3) { nodes { id state kind member { name } createdAt } } }';
    const { deliveries } = await admin.ok<{ deliveries: { nodes: unknown[] } }>(LIST);
    expect(deliveries.nodes).toHaveLength(3);
    const other = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
    expect((await other.ask(LIST)).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('a robot', () => {
  test.each([
    ['WECOM', 'template_card', 'jump_list'],
    ['DINGTALK', 'actionCard', 'actionURL'],
    ['FEISHU', 'card', 'interactive'],
  ] as const)('[NX11] of %s says a card with its answers', async (kind, part, word) => {
    const { complaint } = await told(robotAt(kind));
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'SENT' });
    const [call] = robot.calls;
    expect(call!.body).toHaveProperty(part);
    const text = JSON.stringify(call!.body);
    expect(text).toContain(word);
    expect(text).toContain('接单');
    expect(text).toContain(complaint.number);
    expect(text).not.toContain('没有送到');
  });

  test('[NX12] of DingTalk is asked with a signature in the address', async () => {
    await told(robotAt('DINGTALK', 'SECret'));
    await server.app.deliveries.runDue();
    const { searchParams } = robot.calls[0]!.url;
    const timestamp = searchParams.get('timestamp');
    expect(Number(timestamp)).toBe(server.time.now().getTime());
    expect(searchParams.get('sign')).toBe(
      createHmac('sha256', 'SECret').update(`${timestamp}\nSECret`).digest('base64'),
    );
  });

  test('[NX12] of Feishu is asked with a signature in the body', async () => {
    await told(robotAt('FEISHU', 's3cret'));
    await server.app.deliveries.runDue();
    const { timestamp, sign } = robot.calls[0]!.body as { timestamp: string; sign: string };
    expect(Number(timestamp)).toBe(Math.floor(server.time.now().getTime() / 1000));
    expect(sign).toBe(createHmac('sha256', `${timestamp}\ns3cret`).update('').digest('base64'));
  });

  test.each([
    ['WECOM', { body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }, 'FAILED', 'ROBOT_REFUSED'],
    ['WECOM', { body: '{"errcode":45009,"errmsg":"api freq out of limit"}' }, 'QUEUED', 'RATE_LIMITED'],
    ['DINGTALK', { body: '{"errcode":310000,"errmsg":"sign not match"}' }, 'FAILED', 'ROBOT_REFUSED'],
    ['DINGTALK', { body: '{"errcode":130101,"errmsg":"send too fast"}' }, 'QUEUED', 'RATE_LIMITED'],
    ['FEISHU', { body: '{"code":19021,"msg":"sign match fail"}' }, 'FAILED', 'ROBOT_REFUSED'],
    ['FEISHU', { body: '{"code":11232,"msg":"frequency limited"}' }, 'QUEUED', 'RATE_LIMITED'],
    ['FEISHU', { status: 502, body: '<html>' }, 'QUEUED', 'ROBOT_FAULT'],
    ['DINGTALK', { body: '<html>a portal</html>' }, 'QUEUED', 'ROBOT_FAULT'],
    ['WECOM', { status: 302, location: 'http://127.0.0.1:9/' }, 'QUEUED', 'UNREACHABLE'],
  ] as const)('[NX13] of %s that answers %o: %s', async (kind, answer, state, problem) => {
    robot.answers = [answer];
    const { complaint } = await told(robotAt(kind));
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state, problem, attempts: 1 });
    await again();
    expect((await deliveryOf(complaint)).state).toBe(state === 'FAILED' ? 'FAILED' : 'SENT');
  });

  test('[NX13] at an address that may not be called is not called', async () => {
    const { complaint } = await told({ kind: 'WECOM', target: 'http://127.0.0.1:1/inside' });
    await server.app.deliveries.runDue();
    expect(await deliveryOf(complaint)).toMatchObject({ state: 'FAILED', problem: 'ROBOT_FORBIDDEN' });
  });
});

// Last: from here on a coordinator is told of every complaint.
describe('the link of a message', () => {
  test('[NX7] leads into the form that answers it, where one press can not', async () => {
    const coordinator = await server.seed.member({ role: 'COORDINATOR' });
    const target = `${coordinator.id}@example.com`;
    await server.seed.channel(coordinator, { kind: 'EMAIL', target });
    const { number } = await server.seed.complaint();
    await server.app.deliveries.runDue();
    const sent = mail.mails.find(({ to }) => to.includes(target));
    expect(bodyOf(sent!.raw)).toContain(`https://redress.example.com/complaints/${number}#route`);
  });
});
