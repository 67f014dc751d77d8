import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../testkit/client.ts';
import { headerOf, startMailServer } from '../testkit/mail-server.ts';
import type { TestMailServer } from '../testkit/mail-server.ts';
import { startRobotServer } from '../testkit/robot-server.ts';
import type { TestRobotServer } from '../testkit/robot-server.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

let mail: TestMailServer;
let robot: TestRobotServer;
let server: TestServer;

beforeAll(async () => {
  [mail, robot] = await Promise.all([startMailServer(), startRobotServer()]);
  server = await startServer({
    mail: { url: mail.url, from: 'Redress <redress@example.com>' },
    robotOrigins: [robot.origin],
  });
  await server.seed.departments('logistics');
});
afterEach(() => {
  mail.mails = [];
  mail.refuses = {};
  robot.calls = [];
  robot.answers = [];
});
afterAll(async () => {
  await server.stop();
  await Promise.all([mail.stop(), robot.stop()]);
});

interface Channel {
  id: string;
  kind: string;
  target: string;
  isSigned: boolean;
  kinds: string[];
  quietTime: { from: string; to: string; timeZone: string } | null;
  enabled: boolean;
  lastDelivery: { isTest: boolean; state: string; problem: string | null; attempts: number } | null;
}

const FIELDS = `id kind target isSigned kinds quietTime { from to timeZone } enabled
  lastDelivery { isTest state problem attempts }`;
const PUT = `mutation Put($input: NotificationChannelPutInput!) { notificationChannelPut(input: $input) {
  __typename ... on NotificationChannelPutPayload { channel { ${FIELDS} } cursor }
  ... on UserError { code message } ... on InvalidInputError { issues { path message } } } }`;
const REMOVE = `mutation Remove($input: NotificationChannelRemoveInput!) { notificationChannelRemove(input: $input) {
  __typename ... on NotificationChannelRemovePayload { channelId } ... on UserError { code } } }`;
const TEST = `mutation Test($input: NotificationChannelTestInput!) { notificationChannelTest(input: $input) {
  __typename ... on NotificationChannelTestPayload { channel { ${FIELDS} } } ... on UserError { code } } }`;
const LIST = `query { viewer { ... on MemberViewer { notificationChannels { ${FIELDS} } } } }`;

interface PutAnswer {
  __typename: string;
  channel?: Channel;
  issues?: { path: string[]; message: string }[];
}

const EMAIL = { kind: 'EMAIL', target: 'li.na@example.com', kinds: ['HANDOFF_ASKED', 'CLAIM_WAITING'] };

async function put(client: Client, input: Record<string, unknown>, headers = {}): Promise<PutAnswer> {
  const answer = await client.ok<{ notificationChannelPut: PutAnswer }>(PUT, { input }, { headers });
  return answer.notificationChannelPut;
}

async function added(client: Client, input: Record<string, unknown> = {}): Promise<Channel> {
  const answer = await put(client, { ...EMAIL, ...input });
  expect(answer).toMatchObject({ __typename: 'NotificationChannelPutPayload' });
  return answer.channel!;
}

async function list(client: Client): Promise<Channel[]> {
  const answer = await client.ok<{ viewer: { notificationChannels: Channel[] } }>(LIST);
  return answer.viewer.notificationChannels;
}

async function tried(client: Client, id: string): Promise<{ __typename: string; channel?: Channel }> {
  const answer = await client.ok<{ notificationChannelTest: { __typename: string; channel?: Channel } }>(TEST, {
    input: { id },
  });
  return answer.notificationChannelTest;
}

async function someone(): Promise<{ member: SeededMember; client: Client }> {
  const member = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: 'logistics' });
  return { member, client: await server.signedIn(member) };
}

/** A complaint that comes to wait for the heads of logistics; its row's id. */
async function routed(): Promise<string> {
  const { id, uuid } = await server.seed.complaint();
  const coordinator = await server.signedIn(await server.seed.member({ role: 'COORDINATOR' }));
  const ROUTE = `mutation Route($input: ComplaintRouteInput!) { complaintRoute(input: $input) { __typename } }`;
  expect(await coordinator.ok(ROUTE, { input: { id, departmentCode: 'logistics' } })).toEqual({
    complaintRoute: { __typename: 'ComplaintRoutePayload' },
  });
  return uuid;
}

const robotTarget = (token: string) => `${robot.origin}/hook?key=${token}-of-a-robot`;

describe('a channel', () => {
  test('[NX20] is added, changed and removed by its member', async () => {
    const { client } = await someone();
    const channel = await added(client, { target: ' Li.Na@Example.com ' });
    expect(channel).toMatchObject({
      kind: 'EMAIL',
      target: 'Li.Na@example.com',
      isSigned: false,
      // In the order of what most asks for an answer.
      kinds: ['CLAIM_WAITING', 'HANDOFF_ASKED'],
      quietTime: null,
      enabled: true,
      lastDelivery: null,
    });
    const quietTime = { from: '21:30', to: '07:00', timeZone: 'Asia/Shanghai' };
    const changed = await put(client, {
      id: channel.id,
      kind: 'EMAIL',
      kinds: ['MENTIONED'],
      quietTime,
      enabled: false,
    });
    expect(changed.channel).toEqual({ ...channel, kinds: ['MENTIONED'], quietTime, enabled: false });
    expect(await list(client)).toEqual([changed.channel]);
    expect(await client.ok(REMOVE, { input: { id: channel.id } })).toEqual({
      notificationChannelRemove: { __typename: 'NotificationChannelRemovePayload', channelId: channel.id },
    });
    expect(await list(client)).toEqual([]);
  });

  test('[NX20] carries what its member chose, and nothing while it is switched off', async () => {
    const { client } = await someone();
    const channel = await added(client, { target: 'claims@example.com', kinds: ['CLAIM_WAITING'] });
    await added(client, { target: 'mentions@example.com', kinds: ['MENTIONED'] });
    await routed();
    await server.app.deliveries.runDue();
    const own = () => mail.mails.flatMap(({ to }) => to);
    expect(own()).toEqual(['claims@example.com']);
    await put(client, { id: channel.id, kind: 'EMAIL', kinds: ['CLAIM_WAITING'], enabled: false });
    await routed();
    await server.app.deliveries.runDue();
    expect(own()).toEqual(['claims@example.com']);
  });

  test('[NX20] is there for nobody else, and tokens have none', async () => {
    const { client } = await someone();
    const { id } = await added(client);
    const absent = id.replace(/_.*/, '_01890000000070008000000000000000');
    for (const role of ['ADMIN', 'COORDINATOR'] as const) {
      const other = await server.signedIn(await server.seed.member({ role }));
      for (const hidden of [id, absent]) {
        expect(await put(other, { ...EMAIL, id: hidden })).toMatchObject({ __typename: 'NotFoundError' });
        expect(await other.ok(REMOVE, { input: { id: hidden } })).toMatchObject({
          notificationChannelRemove: { __typename: 'NotFoundError' },
        });
        expect(await tried(other, hidden)).toMatchObject({ __typename: 'NotFoundError' });
        expect(await other.ok('query ($id: ID!) { node(id: $id) { id } }', { id: hidden })).toEqual({ node: null });
      }
    }
    const token = server.client().withToken(await server.seed.token('crm', ['READ', 'ACT']));
    expect(await put(token, EMAIL)).toMatchObject({ __typename: 'ForbiddenError' });
  });

  test('[NX20] is one of ten at most, each address once', async () => {
    const { client } = await someone();
    await added(client);
    expect((await put(client, EMAIL)).issues).toEqual([expect.objectContaining({ path: ['target'] })]);
    for (let n = 1; n < 10; n++) await added(client, { target: `n${n}@example.com` });
    expect((await put(client, { ...EMAIL, target: 'n10@example.com' })).issues).toEqual([
      { path: ['kind'], message: '最多 10 个渠道，请先删除不用的。' },
    ]);
    expect(await list(client)).toHaveLength(10);
  });

  test('[IK1] that is added again under the same key is one channel', async () => {
    const { client } = await someone();
    const headers = { 'idempotency-key': 'add-one' };
    const first = await put(client, EMAIL, headers);
    expect(await put(client, EMAIL, headers)).toEqual(first);
    expect(await put(client, { ...EMAIL, target: 'other@example.com' }, headers)).toMatchObject({
      __typename: 'IdempotencyConflictError',
    });
    expect(await list(client)).toHaveLength(1);
  });
});

describe('what cannot be sent to', () => {
  const ROBOT = 'https://oapi.dingtalk.com/robot/send?access_token=66d95';
  test.each([
    ['no address', { target: 'li.na' }, ['target'], '邮箱'],
    ['no target', { target: null }, ['target'], '必填'],
    [
      'a robot elsewhere',
      { kind: 'WECOM', target: 'https://10.0.0.7/send' },
      ['target'],
      'https://qyapi.weixin.qq.com',
    ],
    ['a robot of another vendor', { kind: 'FEISHU', target: ROBOT }, ['target'], 'https://open.feishu.cn'],
    ['half a robot', { kind: 'DINGTALK', target: ROBOT.split('?')[0] }, ['target'], 'Webhook'],
    ['a secret that nobody reads', { kind: 'WECOM', target: 'ORIGIN', secret: 's' }, ['secret'], '签名'],
    ['nothing to carry', { kinds: [] }, ['kinds'], '至少'],
    [
      'a quiet time without end',
      { quietTime: { from: '08:00', to: '08:00', timeZone: 'UTC' } },
      ['quietTime', 'to'],
      '',
    ],
    ['no time zone', { quietTime: { from: '08:00', to: '09:00', timeZone: 'Mars' } }, ['quietTime', 'timeZone'], ''],
  ] as const)('[NX21] is refused at its field: %s', async (_, input, path, word) => {
    const { client } = await someone();
    const target = 'target' in input && input.target === 'ORIGIN' ? { target: robotTarget('x') } : {};
    const { __typename, issues } = await put(client, { ...EMAIL, ...input, ...target });
    expect(__typename).toBe('InvalidInputError');
    expect(issues).toEqual([{ path: [...path], message: expect.stringContaining(word) as string }]);
    expect(await list(client)).toEqual([]);
  });

  test('[NX21] names the addresses of the operator, too', async () => {
    const { client } = await someone();
    const { issues } = await put(client, { ...EMAIL, kind: 'WECOM', target: 'http://127.0.0.1:9/' });
    expect(issues![0]!.message).toContain(robot.origin);
  });

  test('[NX21] is an e-mail where no mail server is configured', async () => {
    const bare = await startServer();
    try {
      const client = await bare.signedIn(await bare.seed.member({ role: 'COORDINATOR' }));
      expect((await put(client, EMAIL)).issues).toEqual([
        { path: ['kind'], message: expect.stringContaining('SMTP_URL') as string },
      ]);
      const OPTIONS = `query { viewer { ... on MemberViewer { notificationSettings {
        options { kind addresses isSigned } maxChannels companyQuietTime { from } } } } }`;
      expect(await client.ok(OPTIONS)).toMatchObject({
        viewer: {
          notificationSettings: {
            options: [
              { kind: 'WECOM', addresses: ['https://qyapi.weixin.qq.com'], isSigned: false },
              { kind: 'DINGTALK', isSigned: true },
              { kind: 'FEISHU', isSigned: true },
            ],
            maxChannels: 10,
            companyQuietTime: null,
          },
        },
      });
    } finally {
      await bare.stop();
    }
  });
});

describe('what a channel keeps to itself', () => {
  test('[NX22] is the robot’s address and secret: neither the answer nor the log has them', async () => {
    const { client } = await someone();
    const target = robotTarget('precious');
    const channel = await added(client, { kind: 'DINGTALK', target, secret: 'SECmine' });
    expect(channel).toMatchObject({ isSigned: true, target: `${new URL(target).host}/…obot` });
    await put(client, { id: channel.id, kind: 'DINGTALK', secret: '', kinds: ['RULED'] });
    await client.ok(REMOVE, { input: { id: channel.id } });
    const { rows } = await server.db.pool.query<{ action: string; diff: Record<string, unknown> }>(
      `SELECT "action", "diff" FROM "audit" WHERE "action" LIKE 'notificationChannel%' ORDER BY "lastSeq" DESC LIMIT 3`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'notificationChannelRemove',
      'notificationChannelPut',
      'notificationChannelPut',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/precious|SECmine/);
    const [removed, changed, made] = rows.map(({ diff }) =>
      Object.fromEntries(Object.entries(diff).map(([field, change]) => [field.split('/')[2], change])),
    );
    expect(made).toMatchObject({ target: [null, '…'], secret: [null, '…'] });
    expect(changed).toMatchObject({ secret: ['…', null], kinds: [['CLAIM_WAITING', 'HANDOFF_ASKED'], ['RULED']] });
    expect(changed).not.toHaveProperty('target');
    expect(removed).toMatchObject({ target: ['…', null], kind: ['DINGTALK', null], kinds: [['RULED'], null] });
  });

  test('[NX22] is signed with as long as it is not told otherwise', async () => {
    const { client } = await someone();
    const { id } = await added(client, { kind: 'DINGTALK', target: robotTarget('signed'), secret: 'SECmine' });
    const { channel } = await put(client, { id, kind: 'DINGTALK', kinds: ['RULED'] });
    expect(channel!.isSigned).toBe(true);
    await tried(client, id);
    await server.app.deliveries.runDue();
    expect(robot.calls[0]!.url.searchParams.get('sign')).not.toBeNull();
  });

  test('[NX22] goes with it, and what is queued for it is not sent', async () => {
    const { client } = await someone();
    const { id } = await added(client, { target: 'gone@example.com', kinds: ['CLAIM_WAITING'] });
    const uuid = await routed();
    await client.ok(REMOVE, { input: { id } });
    await server.app.deliveries.runDue();
    expect(mail.mails.flatMap(({ to }) => to)).not.toContain('gone@example.com');
    const { rows } = await server.db.pool.query(
      `SELECT d."state", c."id" FROM "delivery" d LEFT JOIN "notification_channel" c ON c."id" = d."channelId"
       WHERE d."complaintId" = $1 AND c."id" IS NULL`,
      [uuid],
    );
    expect(rows).toEqual([{ state: 'OBSOLETE', id: null }]);
  });
});

describe('a channel that is tried', () => {
  test('[NX23] gets a message by the job of notifications, and says what came of it', async () => {
    const { client } = await someone();
    const { id } = await added(client, { target: 'tried@example.com' });
    const asked = await tried(client, id);
    expect(asked.channel!.lastDelivery).toEqual({ isTest: true, state: 'QUEUED', problem: null, attempts: 0 });
    await server.app.deliveries.runDue();
    expect(mail.mails.map(({ to }) => to)).toEqual([['tried@example.com']]);
    expect(headerOf(mail.mails[0]!.raw, 'Subject')).toBe('测试：通知可以送达');
    expect((await list(client))[0]!.lastDelivery).toEqual({ isTest: true, state: 'SENT', problem: null, attempts: 1 });
    // It is no notification: neither inbox nor list of deliveries knows it.
    const NOTHING = `query { inbox { totalCount } viewer { ... on MemberViewer { deliveries { nodes { id } } } } }`;
    expect(await client.ok(NOTHING)).toEqual({ inbox: { totalCount: 0 }, viewer: { deliveries: { nodes: [] } } });
  });

  test.each(['WECOM', 'DINGTALK', 'FEISHU'] as const)('[NX23] gets a card of %s', async (kind) => {
    const { client } = await someone();
    const { id } = await added(client, { kind, target: robotTarget(kind) });
    await tried(client, id);
    await server.app.deliveries.runDue();
    expect(JSON.stringify(robot.calls[0]!.body)).toContain('测试：通知可以送达');
    expect((await list(client))[0]!.lastDelivery).toMatchObject({ state: 'SENT' });
  });

  test('[NX23] is tried once, at any hour and while it is switched off', async () => {
    const { client } = await someone();
    const quietTime = { from: '00:00', to: '23:59', timeZone: 'UTC' };
    const { id } = await added(client, { target: 'later@example.com', quietTime, enabled: false });
    mail.refuses['later@example.com'] = 451;
    await tried(client, id);
    await server.app.deliveries.runDue();
    expect((await list(client))[0]!.lastDelivery).toEqual({
      isTest: true,
      state: 'FAILED',
      problem: 'MAIL_DEFERRED',
      attempts: 1,
    });
  });

  test('[NX23] is tried five times a minute at most', async () => {
    const { client } = await someone();
    const { id } = await added(client);
    for (let n = 0; n < 5; n++)
      expect(await tried(client, id)).toMatchObject({ __typename: 'NotificationChannelTestPayload' });
    expect(await tried(client, id)).toMatchObject({ __typename: 'RateLimitedError' });
  });
});

describe('what came of a channel', () => {
  test('[NT14] goes after 90 days, unless it has yet to be sent', async () => {
    const { client } = await someone();
    const [sent, queued] = [await added(client), await added(client, { target: 'queued@example.com' })];
    await tried(client, sent.id);
    await server.app.deliveries.runDue();
    await tried(client, queued.id);
    const left = async () => (await list(client)).map(({ lastDelivery }) => lastDelivery?.state ?? null);
    expect(await left()).toEqual(['SENT', 'QUEUED']);
    server.time.advance(91 * 86_400_000);
    await server.app.housekeeping.sweep();
    const { rows } = await server.db.pool.query<{ state: string }>('SELECT DISTINCT "state" FROM "delivery"');
    expect(rows).toEqual([{ state: 'QUEUED' }]);
  });
});
