/** The desk in the browser: what waits, answered at its line by key or press, gone when somebody else answers. */
import { complaintHold } from '@redress/domain/actions/complaint-hold';
import { complaintResume } from '@redress/domain/actions/complaint-resume';
import { handoffAccept } from '@redress/domain/actions/handoff-accept';
import { complaintEscalate } from '@redress/domain/actions/complaint-escalate';
import { handoffDecline } from '@redress/domain/actions/handoff-decline';
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import { meetingItemAdd } from '@redress/domain/actions/meeting-agenda';
import { meetingDecide, meetingFocus } from '@redress/domain/actions/meeting-lead';
import { meetingStart } from '@redress/domain/actions/meeting-start';
import { resolutionPropose } from '@redress/domain/actions/resolution-propose';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

function line(page: Page, number: string): Locator {
  return page.locator('[data-line]').filter({ hasText: number });
}

describe('the desk', () => {
  test('[NT15] the bell counts what waits; one claims from its line, which goes in every other browser', async () => {
    const mine = await stage.at('logistics');
    const bell = mine.getByRole('link', { name: /我的待办/ });
    await expect.poll(() => bell.getAttribute('aria-label')).toContain('没有待处理的事项');
    const { number } = await stage.seed.complaint({ subject: '冰箱两次改期没送到' }).routed('logistics');
    await expect.poll(() => bell.getAttribute('aria-label')).toContain('1 件等你处理');
    await bell.focus();
    await mine.keyboard.press('Enter');
    // The address of old leads there too.
    const other = await stage.at('logistics', { path: '/inbox' });
    const claim = (page: typeof mine) => line(page, number).getByRole('button', { name: `接单 ${number}` });
    await claim(other).waitFor();
    await claim(mine).click();
    await claim(mine).waitFor({ state: 'detached' });
    await claim(other).waitFor({ state: 'detached' });
    await line(other, number).getByText('待接单 · 已有结果').waitFor();
    await expect.poll(() => bell.getAttribute('aria-label')).toContain('没有待处理的事项');
    const { claimedAt } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } });
    expect(claimedAt).not.toBe(null);
  });

  test('[DK1] by keys alone: next, claim, decline, hand over, undo; the focus goes on to the next line', async () => {
    const { seed, db } = stage;
    const first = await seed.complaint({ subject: '洗衣机异响' }).routed('warehouse');
    const second = await seed.complaint({ subject: '地板起拱' }).routed('logistics').claimed().handedTo('warehouse');
    const third = await seed.complaint({ subject: '空调滴水' }).routed('warehouse');
    const page = await stage.at('warehouse', { path: '/desk' });
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-line]')?.textContent?.match(/C-[\d-]+/)?.[0] ?? null);
    const reach = async (number: string) => {
      for (let steps = 0; (await focused()) !== number; steps += 1) {
        if (steps > 20) throw new Error(`no line of ${number} in reach`);
        await page.keyboard.press('j');
        if ((await focused()) === number) return;
        if (steps > 10) await page.keyboard.press('k');
      }
    };
    const said = page.getByRole('group', { name: '刚才做的' });
    await line(page, first.number).waitFor();
    await line(page, third.number).waitFor();
    await reach(first.number);
    await page.keyboard.press('c');
    await said.getByText(`已接单：${first.number}`).waitFor();
    expect(await focused()).not.toBe(first.number);

    await reach(second.number);
    await page.keyboard.press('d');
    await page.keyboard.press('1');
    await said.getByText(`已退回：${second.number}`).waitFor();
    const answered = await db.prisma.handoff.findFirstOrThrow({ where: { complaintId: second.uuid } });
    expect(answered).toMatchObject({ state: 'DECLINED', declinePreset: 'NOT_OURS' });

    await reach(third.number);
    await page.keyboard.press('h');
    const form = page.getByRole('form', { name: `转办 ${third.number}` });
    await page.keyboard.type('logistics');
    await page.getByRole('option', { name: /logistics/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('货在路上');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await said.getByText(`${third.number}：已撤销`).waitFor();
    const taken = await db.prisma.handoff.findFirstOrThrow({ where: { complaintId: third.uuid } });
    expect(taken).toMatchObject({ state: 'WITHDRAWN', reason: '货在路上' });
  });

  test('[DK1] [ES9] an escalation is taken on by its key, with a word on how it goes on', async () => {
    const { seed, db } = stage;
    const { number, uuid } = await seed.complaint({ subject: '床架断了' }).routed('warehouse').claimed();
    const raised = await complaintEscalate(seed.as(stage.members.picker), { id: uuid, reason: '要主管出面' });
    expect(raised.ok).toBe(true);
    const page = await stage.at('warehouse', { path: '/desk' });
    await line(page, number).first().getByRole('link').focus();
    await page.keyboard.press('t');
    await page.getByRole('form', { name: `接手升级的 ${number}` }).waitFor();
    await page.keyboard.type('今天换一副');
    await page.reload();
    await line(page, number).first().getByRole('link').focus();
    await page.keyboard.press('t');
    await expect.poll(() => page.getByLabel('接下来怎么办').inputValue()).toBe('今天换一副');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: '刚才做的' }).getByText(`已接手：${number}`).waitFor();
    const taken = await db.prisma.escalation.findFirstOrThrow({ where: { complaintId: uuid } });
    expect(taken.takenById).toBe(stage.members.warehouse.id);
    await page.getByText('今天换一副').waitFor({ state: 'detached' });
    await line(page, number).first().getByRole('link').press('Enter');
    await page.getByRole('dialog').getByRole('tab', { name: '时间线' }).click();
    await page.getByRole('dialog').getByText('今天换一副').waitFor();
  });

  test('[DK1] who goes on while an answer is under way stays where they went; the line shows that it waits', async () => {
    const subjects = ['甲门锁卡住', '乙门锁卡住', '丙门锁卡住', '丁门锁卡住'];
    for (const subject of subjects) await stage.seed.complaint({ subject }).routed('logistics');
    const page = await stage.at('logistics', { path: '/desk' });
    let answer: () => void = () => undefined;
    const mayGoOn = new Promise<void>((go) => (answer = go));
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('ClaimAtDesk') === true) await mayGoOn;
      await route.continue();
    });
    const [first, second, third] = subjects.map((subject) => line(page, subject).first());
    await first!.getByRole('link').focus();
    await page.keyboard.press('c');
    await expect.poll(() => first!.getAttribute('aria-busy')).toBe('true');
    await third!.getByRole('link').focus();
    answer();
    await page
      .getByRole('group', { name: '刚才做的' })
      .getByText(/已接单/)
      .waitFor();
    await first!.getByRole('button', { name: /^接单/ }).waitFor({ state: 'detached' });
    expect(await third!.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    expect(await second!.getByRole('button', { name: /^接单/ }).isEnabled()).toBe(true);
  });

  test('[DK2] what another settles meanwhile stays with what was typed, and says so', async () => {
    const { uuid, number } = await stage.seed
      .complaint({ subject: '少一个零件' })
      .routed('logistics')
      .claimed()
      .handedTo('warehouse');
    const page = await stage.at('warehouse', { path: '/desk' });
    await line(page, number)
      .getByRole('button', { name: `退回 ${number}` })
      .click();
    await page.keyboard.type('c 类货不是我们发的');
    const handoff = await stage.db.prisma.handoff.findFirstOrThrow({ where: { complaintId: uuid } });
    const by = stage.seed.as(stage.members.warehouse);
    expect((await handoffAccept(by, { id: handoff.id })).ok).toBe(true);
    await line(page, number).getByText('刚刚在别处有了结果').waitFor();
    await page.keyboard.press('Enter');
    await line(page, number).getByRole('alert').waitFor();
    expect(await line(page, number).getByLabel('其他理由').inputValue()).toBe('c 类货不是我们发的');
    await page.keyboard.press('Escape');
    await line(page, number).getByLabel('其他理由').waitFor({ state: 'detached' });
  });

  test('[ME20] what a meeting decided is said to be done at its line, by key, with one line of what came of it', async () => {
    const by = stage.seed.as(stage.members.coordinator);
    const start = { seriesId: null, name: '协调会', purpose: null, memberIds: null, itemMinutes: null };
    await meetingStart(by, start);
    const { id } = await stage.db.prisma.meeting.findFirstOrThrow();
    await meetingItemAdd(by, { id, number: null, title: '排班' });
    const item = await stage.db.prisma.meetingStep.findFirstOrThrow({ where: { kind: 'ITEM_ADDED', text: '排班' } });
    await meetingFocus(by, { id, itemId: item.itemId });
    const ownerId = stage.members.picker.id;
    await meetingDecide(by, { id, itemId: item.itemId!, text: '周五前排好班', ownerId, dueAt: null });
    const page = await stage.at('picker', { path: '/desk' });
    const bell = page.getByRole('link', { name: /我的待办/ });
    await expect.poll(() => bell.getAttribute('aria-label')).toContain('1 件等你处理');
    await line(page, '周五前排好班').getByRole('link', { name: '周五前排好班' }).focus();
    await page.keyboard.press('f');
    await page.locator('input[maxlength="2000"]:focus').waitFor();
    await page.keyboard.type('班表发了');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: '刚才做的' }).getByText('已办结：周五前排好班').waitFor();
    await expect.poll(() => bell.getAttribute('aria-label')).toContain('没有待处理的事项');
    const done = await stage.db.prisma.meetingStep.findFirstOrThrow({ where: { kind: 'FULFILLED' } });
    expect(done).toMatchObject({ text: '班表发了', byId: ownerId });
  });

  test('[NT15] a line leads to its complaint, and back to the line; it is readable on a phone in the dark', async () => {
    const { number } = await stage.seed.complaint({ subject: '安装师傅没来' }).routed('warehouse');
    const phone = {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      colorScheme: 'dark',
      bypassCSP: true,
    } as const;
    const page = await stage.at('warehouse', { path: '/desk', ...phone });
    await line(page, number).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await line(page, number).getByRole('link').first().click();
    const dialog = page.getByRole('dialog', { name: number });
    await dialog.getByRole('heading').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/desk');
    await expect
      .poll(() => line(page, number).evaluate((element) => element.contains(document.activeElement)))
      .toBe(true);
  });
});

describe('an entry that asks for more than a press', () => {
  test('[NT17] leads into the form of a ruling, with the focus in it', async () => {
    const { uuid, number } = await stage.seed.complaint({ subject: '冰箱外壳凹陷' }).routed('logistics').claimed();
    const { system } = stage.seed;
    for (const toDepartmentCode of ['warehouse', 'service']) {
      const asked = await handoffRequest(system, {
        complaintId: uuid,
        toDepartmentCode,
        reason: '不是我们的',
        expectedVersion: null,
      });
      if (!asked.ok) throw new Error(asked.refusal.code);
      const id = asked.outcome.handoffId!;
      await handoffDecline(system, { id, preset: 'NOT_OURS', reason: null, belongsToDepartmentCode: null });
    }
    const page = await stage.at('coordinator', { path: '/desk' });
    await line(page, number)
      .getByRole('link', { name: `裁定 ${number}` })
      .click();
    const form = page.getByRole('dialog', { name: number }).getByRole('form');
    await form.waitFor();
    await expect.poll(() => form.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    expect(new URL(page.url()).hash).toBe('#rule');
  });

  test('[NT17] is decided there: a hold that waits for its approval is refused', async () => {
    const { uuid, number } = await stage.seed
      .complaint({ subject: '等发票' })
      .routed('logistics')
      .claimed()
      .contacted()
      .moved('CONFIRMED');
    const by = stage.seed.as(stage.members.logistics);
    const until = new Date(Date.now() + 3_600_000);
    const hold = () => complaintHold(by, { id: uuid, reason: '等发票', until, expectedVersion: null });
    for (const asked of [await hold(), await resumed(uuid), await hold()]) expect(asked.ok).toBe(true);
    const page = await stage.at('coordinator', { path: '/desk' });
    await page.getByRole('link', { name: `不批准 ${number}` }).click();
    const reason = page.getByRole('dialog', { name: number }).getByRole('form').getByRole('textbox').last();
    await expect.poll(() => reason.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('客户已回复');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await stage.db.prisma.hold.findFirstOrThrow({ orderBy: { requestedAt: 'desc' } })).state)
      .toBe('REFUSED');
  });

  const resumed = (id: string) => complaintResume(stage.seed.system, { id, note: null });
});

describe('an approval', () => {
  const asked = async (what: string) => {
    const { uuid, number } = await stage.seed
      .complaint({ subject: what })
      .routed('logistics')
      .moved('CONFIRMED')
      .claimed()
      .contacted();
    const by = stage.seed.as(stage.members.logistics);
    const facts = { kind: 'REFUND', what, amountMinor: 60_000, orderMinor: null } as const;
    const told = await resolutionPropose(by, { complaintId: uuid, ...facts });
    expect(told.ok).toBe(true);
    return number;
  };

  test('[AP7] is given at the desk with a press, or refused there with a reason', async () => {
    const [yes, no] = [await asked('退一半货款'), await asked('退全部货款')];
    const page = await stage.at('supervisor', { path: '/desk', bypassCSP: true });
    await line(page, yes).getByText('退款 ¥600.00 · 退一半货款').waitFor();
    await page.getByRole('button', { name: `同意 ${yes}`, exact: true }).click();
    await page.getByRole('button', { name: `同意 ${yes}`, exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `不同意 ${no}` }).click();
    const form = page.getByRole('form', { name: `不同意 ${no} 的处理方案` });
    await form.getByLabel('原因').fill('先核实订单');
    expect(await faultsOf(page)).toEqual([]);
    await form.getByRole('button', { name: '确认不同意' }).click();
    await form.waitFor({ state: 'detached' });
    const steps = await stage.db.prisma.approval.findMany({ orderBy: { requestedAt: 'asc' } });
    expect(steps).toMatchObject([{ state: 'APPROVED' }, { state: 'REJECTED', reason: '先核实订单' }]);
  });
});

describe('comments', () => {
  test('[CM2] @ proposes who sees the complaint; by keys alone one is named, and told', async () => {
    const { number } = await stage.seed.complaint({ subject: '净水器漏水' }).routed('logistics').claimed();
    const page = await stage.at('coordinator', { path: `/complaints/${number}` });
    const dialog = page.getByRole('dialog', { name: number });
    await dialog.getByRole('button', { name: '内部留言' }).click();
    const text = dialog.getByRole('textbox', { name: '内部留言' });
    await text.fill('请今天处理 ');
    await text.press('End');
    await text.pressSequentially('@李');
    await dialog.getByRole('option', { name: '李物流' }).waitFor();
    await text.press('Enter');
    expect(await text.inputValue()).toBe('请今天处理 @李物流 ');
    await dialog.getByRole('button', { name: '留言', exact: true }).click();
    await expect
      .poll(() =>
        stage.db.prisma.notification.count({ where: { kind: 'MENTIONED', memberId: stage.members.logistics.id } }),
      )
      .toBe(1);
  });
});
