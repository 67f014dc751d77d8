/** The customer on a phone: choosing how it is settled, saying no, proposing, and what follows a low score. */
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { complaintClaim } from '@redress/domain/actions/complaint-claim';
import { complaintRoute } from '@redress/domain/actions/complaint-route';
import { contactRecord } from '@redress/domain/actions/contact-record';
import type { ActionResult } from '@redress/domain/actions/context';
import { policySet } from '@redress/domain/actions/policy-set';
import { resolutionCarryOut } from '@redress/domain/actions/resolution-carry-out';
import { resolutionOffer } from '@redress/domain/actions/resolution-offer';
import { resolutionPropose } from '@redress/domain/actions/resolution-propose';
import type { ResolutionKind, Stage as CaseStage } from '@redress/domain/rules/vocabulary';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSmsServer } from '../testkit/sms-server.ts';
import type { TestSmsServer } from '../testkit/sms-server.ts';
import { faultsOf, overflowOf } from './readable.ts';
import { card, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const QUIETLY = { reason: '测试', expectedVersion: null };

let stage: Stage;
let sms: TestSmsServer;
beforeAll(async () => {
  sms = await startSmsServer();
  stage = await setStage({ SMS_URL: sms.url });
  // Customers are not woken; tests run at any hour.
  const admin = stage.seed.as(stage.members.admin);
  await policySet(admin, { kind: 'quietHours', key: 'COMPANY', value: { hours: null }, ...QUIETLY });
});
afterAll(async () => {
  await stage?.close();
  await sms.stop();
});

/** What the customers of a complaint were told so far. */
const toldOf = (number: string) =>
  sms.calls.map(({ body }) => (JSON.parse(body) as { text: string }).text).filter((text) => text.includes(number));

const SUBMIT = `mutation ($input: ComplaintSubmitInput!) { complaintSubmit(input: $input) {
  ... on ComplaintSubmitPayload { number trackingCode } } }`;

const PLAIN = { toCustomer: false, templateKey: null, at: null, promise: null } as const;

const done = async (result: Promise<ActionResult>) => {
  const told = await result;
  if (!told.ok) throw new Error(JSON.stringify(told.refusal));
  return told.outcome;
};

/** A customer's complaint that logistics works on. */
async function taken() {
  const input = {
    subject: '沙发少了一只脚',
    description: '送来的沙发只有三只脚。',
    customer: { phone: '13812345678', name: '陈晓' },
  };
  const response = await fetch(`${stage.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SUBMIT, variables: { input } }),
  });
  const { data } = (await response.json()) as {
    data: { complaintSubmit: { number: string; trackingCode: string } };
  };
  const { number, trackingCode } = data.complaintSubmit;
  const { id } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number }, select: { id: true } });
  const coordinator = stage.seed.as(stage.members.coordinator);
  const head = stage.seed.as(stage.members.logistics);
  const route = { departmentCode: 'logistics', categoryCode: 'logistics.any', severity: null };
  await done(complaintRoute(coordinator, { id, ...route, reason: null, expectedVersion: null }));
  await done(complaintClaim(head, { id, expectedVersion: null }));
  const spoken = { channel: 'PHONE', direction: 'OUTBOUND', summary: '已联系', confirmsFacts: true } as const;
  await done(contactRecord(head, { id, ...spoken, ...PLAIN }));
  return { id, number, trackingCode, head, coordinator };
}

type Taken = Awaited<ReturnType<typeof taken>>;

const OPTIONS: [ResolutionKind, string, number | null][] = [
  ['REPLACEMENT', '换一张新沙发', null],
  ['GOODWILL', '补偿您 120 元，沙发脚另寄', 12_000],
];

async function offered({ id: complaintId, head }: Taken, options = OPTIONS): Promise<string[]> {
  const ids: string[] = [];
  for (const [kind, what, amountMinor] of options) {
    const proposed = { complaintId, kind, what, amountMinor, orderMinor: null };
    ids.push((await done(resolutionPropose(head, proposed))).resolutionId!);
  }
  const answerUntil = new Date(Date.now() + 86_400_000);
  await done(resolutionOffer(head, { ids, answerUntil, carryOutBy: null, channel: null }));
  return ids;
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

async function opened({ trackingCode }: Taken, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.page({ ...phone, bypassCSP: true, ...options });
  await page.goto(`${stage.server.url}/t#${trackingCode}`);
  await page.locator('#digits').fill('5678');
  await page.locator('button[type=submit]').click();
  await page.locator('.now').waitFor();
  return page;
}

const statesOf = async (complaintId: string) =>
  (await stage.db.prisma.resolution.findMany({ where: { complaintId }, orderBy: { id: 'asc' } })).map(
    ({ state }) => state,
  );

describe('settling it', () => {
  test('[TK8] the customer reads the options, confirms one, and the others are off the table', async () => {
    const complaint = await taken();
    await offered(complaint);
    const page = await opened(complaint);
    const options = page.getByRole('article');
    await options.filter({ hasText: '补偿 ¥120.00' }).getByText('请在').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await options.filter({ hasText: '换货' }).getByRole('button', { name: '选择这个方案' }).tap();
    const form = page.getByRole('form', { name: '您选择：换货' });
    await form.getByText('其他方案就不再保留').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await statesOf(complaint.id)).toEqual(['OFFERED', 'OFFERED']);
    await form.getByRole('button', { name: '确认选择' }).tap();
    await page.getByText('收到您的答复了').waitFor();
    await options.filter({ hasText: '换货' }).getByText('您选择了这个方案').waitFor();
    expect(await page.getByRole('button', { name: '选择这个方案' }).count()).toBe(0);
    expect(await statesOf(complaint.id)).toEqual(['ACCEPTED', 'WITHDRAWN']);
  });

  test('[TK8] a refusal survives a lost network and a reload, and arrives once; English', async () => {
    const complaint = await taken();
    await offered(complaint, [['GOODWILL', '补偿您 20 元', 2_000]]);
    const page = await opened(complaint, { locale: 'en-GB', colorScheme: 'dark' });
    await page.getByRole('button', { name: 'I do not want it' }).tap();
    await page.getByLabel('What is wrong with it?').fill('Too little for two lost days');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Confirm that I refuse' }).tap();
    await page.getByText('No answer came').waitFor();
    await page.context().setOffline(false);
    await page.reload();
    expect(await page.getByLabel('What is wrong with it?').inputValue()).toBe('Too little for two lost days');
    expect(await faultsOf(page)).toEqual([]);
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Confirm that I refuse' }).tap();
    await page.getByText('No answer came').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Confirm that I refuse' }).tap();
    await page.getByText('You did not want it').waitFor();
    await page.getByText('You said: Too little for two lost days').waitFor();
    expect(await statesOf(complaint.id)).toEqual(['REFUSED']);
  });

  test('[TK8] a proposal names what and how much; who was answered for elsewhere is told so', async () => {
    const complaint = await taken();
    const [only] = await offered(complaint, [['GOODWILL', '补偿您 20 元', 2_000]]);
    const page = await opened(complaint);
    await page.getByRole('button', { name: '提出我的想法' }).tap();
    const form = page.getByRole('form', { name: '您的想法' });
    await form.getByLabel('您希望').selectOption('REFUND');
    await form.getByLabel('金额').fill('三百');
    await form.getByLabel('具体怎么做？').fill('退三百元，原路退回');
    await form.getByRole('button', { name: '发送我的想法' }).tap();
    await form.getByText('请把金额写成数字').waitFor();
    await form.getByLabel('金额').fill('300.5');
    await form.getByRole('button', { name: '发送我的想法' }).tap();
    await page.getByText('您提出的想法，我们会答复您').waitFor();
    await page.getByText('退款 ¥300.50').waitFor();
    // Meanwhile somebody took the option back.
    await page.getByRole('button', { name: '选择这个方案' }).tap();
    await stage.db.prisma.resolution.update({ where: { id: only! }, data: { answerUntil: new Date(Date.now() - 1) } });
    await page.getByRole('button', { name: '确认选择' }).tap();
    await page.getByText('答复时间已过').waitFor();
    await page.locator('.outcome.problem', { hasText: '期限' }).waitFor();
  });
});

describe('agreeing', () => {
  test('[RS14] to a proposal without an amount the company names one, and the customer reads that it agrees', async () => {
    const complaint = await taken();
    await offered(complaint, [['GOODWILL', '补偿您 20 元', 2_000]]);
    const page = await opened(complaint);
    await page.getByRole('button', { name: '提出我的想法' }).tap();
    await page.getByRole('form', { name: '您的想法' }).getByLabel('具体怎么做？').fill('把运费退给我');
    await page.getByRole('button', { name: '发送我的想法' }).tap();
    await page.getByText('您提出的想法，我们会答复您').waitFor();
    const board = await stage.at('logistics', { path: `/complaints/${complaint.number}`, bypassCSP: true });
    const drawer = board.getByRole('dialog');
    await drawer.getByRole('button', { name: '同意客户的提议' }).first().click();
    const form = drawer.getByRole('form', { name: '同意客户的提议' });
    await form.first().waitFor();
    expect(await form.getByRole('button', { name: '同意' }).isDisabled()).toBe(true);
    await form.getByLabel('金额或价值').fill('50');
    expect(await faultsOf(board)).toEqual([]);
    await form.getByRole('button', { name: '同意' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '刷新' }).tap();
    await page.getByText('您提出的想法，我们同意').waitFor();
    await page.getByText('退款 ¥50.00').waitFor();
    await board.context().close();
  });
});

describe('the score', () => {
  test.each([
    { locale: 'zh-CN', send: '提交评价' },
    { locale: 'en-GB', send: 'Send' },
  ])(
    '[SV6] 2 after a settled offer: a new round, routed anew, live on the board: $locale',
    async ({ locale, send }) => {
      const complaint = await taken();
      const { id, number, head, coordinator } = complaint;
      const [chosen] = await offered(complaint);
      const page = await opened(complaint, { locale });
      await page
        .getByRole('article')
        .first()
        .getByRole('button', { name: /选择这个方案|Choose this/ })
        .tap();
      await page.getByRole('button', { name: /确认选择|Confirm my choice/ }).tap();
      await page.locator('.option.chosen').waitFor();
      await done(resolutionCarryOut(head, { id: chosen!, proofNote: '运单 88' }));
      const move = (toStage: CaseStage) => {
        const rest = { afterId: null, beforeId: null, expectedVersion: null, reason: '已处理', override: true };
        return done(complaintMove(coordinator, { id, toStage, ...rest }));
      };
      await move('RESOLVING');
      await move('FOLLOWING_UP');
      const board = await stage.at('coordinator');
      await card(board, number, 'FOLLOWING_UP').waitFor();
      await page.getByRole('button', { name: /刷新|Refresh/ }).tap();
      await page.locator('#outcomeScore-2').tap();
      await page.locator('#handlingScore-4').tap();
      expect(await faultsOf(page)).toEqual([]);
      const survey = page.locator('form').filter({ has: page.locator('fieldset.scores') });
      await survey.getByRole('button', { name: send, exact: true }).tap();
      await page.locator('fieldset.scores').first().waitFor({ state: 'detached' });
      await card(board, number, 'CONFIRMED').waitFor();
      const after = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { id } });
      expect(after).toMatchObject({ round: 2, stage: 'CONFIRMED', claimedAt: null });
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await expect.poll(() => toldOf(number).at(-1)).toContain('重新处理');
      expect(toldOf(number)[0]).toContain('我们收到了您反映的问题');
      await board.goto(`${stage.server.url}/complaints/${number}`);
      const drawer = board.getByRole('dialog');
      await drawer.getByRole('tab', { name: '客户沟通' }).click();
      await drawer.getByRole('region', { name: '自动通知客户' }).getByText('重新处理').waitFor();
      await board.context().close();
    },
  );
});

const looks = [
  { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
  { locale: 'en-GB', colorScheme: 'dark', width: 390 },
] as const;

describe('afterwards', () => {
  test.each(looks)(
    '[SV12] the figures tell what customers said, readable and whole: $locale, $colorScheme, $width wide',
    async ({ width, ...options }) => {
      const viewport = { width, height: 844 };
      const page = await stage.at('supervisor', { ...options, viewport, bypassCSP: true });
      await page.goto(`${stage.server.url}/figures/surveys?period=week`);
      const table = page.getByRole('region', { name: /^(满意度|Satisfaction)$/ });
      const row = table.getByRole('row').filter({ hasText: /logistics/ });
      await row.getByText(/样本少|few answers/).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page
        .getByText(/^(经办人|Handler)$/)
        .first()
        .click();
      await table.getByRole('columnheader', { name: /^(经办人|Handler)$/ }).waitFor();
      await page.getByRole('link', { name: /退回情况|Declines/ }).click();
      await page.getByRole('heading', { name: /退回情况|Declines/ }).waitFor();
      expect(new URL(page.url()).search).toBe('?period=week');
    },
  );
});
