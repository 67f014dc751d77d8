import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAnswer, signAnswer } from '@redress/api/delivery/answer-token';
import { InstallationKey, installationKey } from '@redress/domain/actions/installation-key';
import { randomBytes, randomUUID } from 'node:crypto';
import { startRobotServer } from '../testkit/robot-server.ts';
import type { TestRobotServer } from '../testkit/robot-server.ts';
import type { SeededMember } from '../testkit/seed.ts';
import type { SeededComplaint } from '../testkit/complaint-seed.ts';
import { startServer } from '../testkit/server.ts';
import type { TestServer } from '../testkit/server.ts';

const HOUR = 60 * 60_000;

let robot: TestRobotServer;
let server: TestServer;
let head: SeededMember;
let code: string;
let departments = 0;

beforeAll(async () => {
  robot = await startRobotServer();
  server = await startServer({ robotOrigins: [robot.origin], trustProxy: true });
  await server.seed.departments('sender');
});
beforeEach(async () => {
  robot.calls = [];
  code = `asked${++departments}`;
  await server.seed.departments(code);
  head = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: code, name: `${code}负责人` });
  await server.seed.channel(head, { kind: 'DINGTALK', target: `${robot.origin}/robot` });
});
afterAll(async () => {
  await server.stop();
  await robot.stop();
});

/** The paths of the links in the card that was sent last, by their labels. */
async function links(): Promise<Record<string, string>> {
  await server.app.deliveries.runDue();
  const { btns } = robot.calls.at(-1)!.body['actionCard'] as { btns: { title: string; actionURL: string }[] };
  return Object.fromEntries(btns.map(({ title, actionURL }) => [title, new URL(actionURL).pathname]));
}

async function claimLink(): Promise<{ complaint: SeededComplaint; path: string }> {
  const complaint = await server.seed.complaint().routed(code);
  return { complaint, path: (await links())['接单']! };
}

async function handoffLinks(): Promise<{ complaint: SeededComplaint; accept: string; decline: string }> {
  const complaint = await server.seed.complaint().routed('sender').claimed().handedTo(code);
  const { 接收: accept, 退回: decline } = await links();
  return { complaint, accept: accept!, decline: decline! };
}

const get = (path: string, headers: Record<string, string> = {}) => server.client().fetch(path, { headers });
const post = (path: string, form: Record<string, string> = {}) =>
  server.client().fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

const complaintOf = ({ uuid }: SeededComplaint) =>
  server.db.prisma.complaint.findUniqueOrThrow({ where: { id: uuid } });

describe('a token', () => {
  const key = new InstallationKey(randomBytes(32));
  const now = new Date('2026-03-01T10:00:00Z');
  const grant = {
    memberId: randomUUID(),
    answer: 'DECLINE',
    subjectId: randomUUID(),
    deliveryId: randomUUID(),
    expiresAt: new Date(now.getTime() + HOUR),
  } as const;

  test('[NX14] gives back what was signed, and of a single changed sign nothing', () => {
    const token = signAnswer(key, grant);
    expect(readAnswer(key, token, now)).toEqual(grant);
    for (let i = 0; i < token.length; i++) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
      // The last sign holds bits that belong to no byte.
      if (Buffer.from(changed, 'base64url').equals(Buffer.from(token, 'base64url'))) continue;
      expect(readAnswer(key, changed, now)).toBeNull();
    }
    expect(readAnswer(new InstallationKey(randomBytes(32)), token, now)).toBeNull();
    for (const nonsense of ['', 'x', token.slice(1), `${token}AA`, '../../etc']) {
      expect(readAnswer(key, nonsense, now)).toBeNull();
    }
  });

  test('[NX14] ends at its time, and one for longer than two hours was never ours', () => {
    const token = signAnswer(key, grant);
    expect(readAnswer(key, token, new Date(grant.expiresAt.getTime() - 1))).toEqual(grant);
    expect(readAnswer(key, token, grant.expiresAt)).toBe('EXPIRED');
    expect(readAnswer(key, token, new Date(now.getTime() - 2 * HOUR))).toBe('EXPIRED');
  });
});

describe('an approval by link', () => {
  let asker: SeededMember;
  beforeEach(async () => {
    asker = await server.seed.member({ role: 'DEPARTMENT_HEAD', department: code, name: `${code}提出人` });
    await server.seed.setRoles(head, [{ role: 'SUPERVISOR' }]);
  });
  afterEach(async () => {
    // The next test's messages are its own.
    await server.seed.setRoles(head, [{ role: 'AGENT', department: code }]);
    await server.app.deliveries.runDue();
  });

  /** A resolution above the first threshold. */
  async function proposed(by: SeededMember): Promise<SeededComplaint> {
    const complaint = await server.seed.complaint().routed(code).moved('CONFIRMED').claimed().contacted();
    const input = { complaintId: complaint.id, kind: 'REFUND', what: '全额退款', amountMinor: 60_000 };
    const told = await (await server.signedIn(by)).ok<{ resolutionPropose: { __typename: string } }>(
      'mutation ($input: ResolutionProposeInput!) { resolutionPropose(input: $input) { __typename } }',
      { input },
    );
    expect(told.resolutionPropose.__typename).toBe('ResolutionProposePayload');
    return complaint;
  }
  const asked = async () => ({ complaint: await proposed(asker), ...(await links()) }) as Asked;
  interface Asked {
    complaint: SeededComplaint;
    同意: string;
    不同意: string;
  }
  const stepOf = ({ uuid }: SeededComplaint) =>
    server.db.prisma.approval.findFirstOrThrow({ where: { complaintId: uuid } });

  test('[AP7] shows what it is, does nothing when opened, and approves when sent', async () => {
    const { complaint, 同意: approve } = await asked();
    const page = await (await get(approve)).text();
    expect(page).toContain('退款 ¥600.00');
    expect(page).not.toContain('全额退款');
    expect(await stepOf(complaint)).toMatchObject({ state: 'PENDING' });
    expect((await post(approve)).status).toBe(200);
    expect(await stepOf(complaint)).toMatchObject({ state: 'APPROVED', decidedById: head.id });
    const again = await post(approve);
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('审批已有结果')]);
  });

  test('[AP7] a no needs its reason, and is then the end of the resolution', async () => {
    const { complaint, 不同意: reject } = await asked();
    for (const reason of ['', '  ']) {
      const unsaid = await post(reject, { reason });
      expect([unsaid.status, await unsaid.text()]).toEqual([422, expect.stringContaining('写明原因')]);
    }
    expect((await post(reject, { reason: 'x'.repeat(2_001) })).status).toBe(400);
    expect(await stepOf(complaint)).toMatchObject({ state: 'PENDING' });
    expect((await post(reject, { reason: '先核实订单' })).status).toBe(200);
    expect(await stepOf(complaint)).toMatchObject({ state: 'REJECTED', reason: '先核实订单', decidedById: head.id });
    const resolution = { where: { complaintId: complaint.uuid } };
    expect(await server.db.prisma.resolution.findFirstOrThrow(resolution)).toMatchObject({ state: 'WITHDRAWN' });
  });

  test('[AP3] [AP7] who asked for it is sent no link, and one of theirs does nothing', async () => {
    await server.seed.setRoles(head, [{ role: 'SUPERVISOR' }, { role: 'DEPARTMENT_HEAD', department: code }]);
    const complaint = await proposed(head);
    const told = { where: { memberId: head.id, kind: 'APPROVAL_ASKED' } } as const;
    expect(await server.db.prisma.notification.count(told)).toBe(0);
    const { id: subjectId } = await stepOf(complaint);
    const expiresAt = new Date(server.time.now().getTime() + HOUR);
    const grant = { memberId: head.id, answer: 'APPROVE', subjectId, deliveryId: randomUUID(), expiresAt } as const;
    const forged = `/answer/${signAnswer(await installationKey(server.db), grant)}`;
    for (const page of [await get(forged), await post(forged)]) expect(page.status).toBe(409);
    expect(await stepOf(complaint)).toMatchObject({ state: 'PENDING' });
  });
});

describe('an answer by link', () => {
  test('[NX15] that is only opened does nothing, and one that is sent claims', async () => {
    const { complaint, path } = await claimLink();
    for (let n = 0; n < 3; n++) {
      const page = await get(path);
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toContain(complaint.number);
      expect(html).toContain(`以 ${head.name} 的身份答复`);
      expect(html).toContain('<form method="post">');
    }
    expect((await complaintOf(complaint)).claimedAt).toBeNull();
    const done = await post(path);
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('已接单')]);
    expect(await complaintOf(complaint)).toMatchObject({ claimedById: head.id });
  });

  test('[NX16] is the member’s own, and the audit says that it came by a link', async () => {
    const { complaint, accept } = await handoffLinks();
    expect((await post(accept)).status).toBe(200);
    const { rows } = await server.db.pool.query(
      `SELECT "action", "via", "principalId" FROM "audit" WHERE $1 = ANY("complaintIds") ORDER BY "firstSeq" DESC LIMIT 1`,
      [complaint.uuid],
    );
    expect(rows).toEqual([{ action: 'handoffAccept', via: 'link', principalId: head.id }]);
  });

  test('[NX17] comes too late when somebody was faster, and is told who', async () => {
    const { complaint, path } = await claimLink();
    const deputy = await server.seed.member({ role: 'DEPUTY_HEAD', department: code, name: '陈副手' });
    const client = await server.signedIn(deputy);
    await client.ok('mutation Claim($id: ID!) { complaintClaim(input: { id: $id }) { __typename } }', {
      id: complaint.id,
    });
    for (const page of [await get(path), await post(path)]) {
      expect(page.status).toBe(409);
      expect(await page.text()).toMatch(/陈副手 已于 .* 接单/);
    }
  });

  test('[NX17] twice is done once', async () => {
    const { complaint, accept, decline } = await handoffLinks();
    const answers = await Promise.all([post(accept), post(accept), post(decline, { preset: 'NOT_OURS' })]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409 || status === 410)).toHaveLength(2);
    const { rows } = await server.db.pool.query<{ count: number }>(
      `SELECT count(*) AS "count" FROM "event" WHERE "complaintId" = $1 AND "type" IN ('HandoffAccepted', 'HandoffDeclined')`,
      [complaint.uuid],
    );
    expect(rows[0]!.count).toBe(1);
  });

  test('[NX17] of a member who was disabled, or lost the role, does nothing', async () => {
    const first = await claimLink();
    await server.seed.setRoles(head, [{ role: 'AGENT', department: code }]);
    const forbidden = await post(first.path);
    expect(forbidden.status).toBe(409);
    await server.seed.setRoles(head, [{ role: 'DEPARTMENT_HEAD', department: 'sender' }]);
    expect((await post(first.path)).status).toBe(410);
    await server.seed.disable(head);
    expect((await post(first.path)).status).toBe(410);
    expect((await complaintOf(first.complaint)).claimedAt).toBeNull();
  });

  test('[NX18] that declines needs a preset, and with OTHER a reason', async () => {
    const { complaint, decline } = await handoffLinks();
    expect((await post(decline)).status).toBe(400);
    expect((await post(decline, { preset: 'NOT_AT_ALL' })).status).toBe(400);
    const unsaid = await post(decline, { preset: 'OTHER', reason: '  ' });
    expect([unsaid.status, await unsaid.text()]).toEqual([422, expect.stringContaining('写明原因')]);
    expect((await post(decline, { preset: 'OTHER', reason: '属于仓储' })).status).toBe(200);
    const handoff = await server.db.prisma.handoff.findFirstOrThrow({ where: { complaintId: complaint.uuid } });
    expect(handoff).toMatchObject({ state: 'DECLINED', declinePreset: 'OTHER', answerReason: '属于仓储' });
  });

  test('[NX19] is a page without a script that nobody keeps, frames or is named to', async () => {
    const { path } = await claimLink();
    const { headers } = await get(path, { 'accept-language': 'en' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
    const html = await (await get(path)).text();
    expect(html).not.toContain('<script');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(await (await get('/answer/forged', { 'accept-language': 'en' })).text()).toContain('none of ours');
  });

  test('[NX19] from one address is answered so many times a minute', async () => {
    const from = (address: string) => get('/answer/forged', { 'x-forwarded-for': address });
    for (let n = 0; n < 60; n++) expect((await from('203.0.113.7')).status).toBe(404);
    const refused = await from('203.0.113.7');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('203.0.113.8')).status).toBe(404);
  });

  // The last one: what is queued after it waits for a time that has not come.
  test('[NX14] ends after two hours', async () => {
    const { complaint, path } = await claimLink();
    server.time.advance(2 * HOUR);
    expect((await get(path)).status).toBe(410);
    expect((await post(path)).status).toBe(410);
    expect((await complaintOf(complaint)).claimedAt).toBeNull();
    expect((await get('/answer/forged')).status).toBe(404);
  });
});
