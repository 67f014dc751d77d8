/** The inbox in the browser: what waits, answered from its entry, gone when somebody else answers. */
import { complaintHold } from '@redress/domain/actions/complaint-hold';
import { complaintResume } from '@redress/domain/actions/complaint-resume';
import { handoffDecline } from '@redress/domain/actions/handoff-decline';
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import { resolutionPropose } from '@redress/domain/actions/resolution-propose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe('the inbox', () => {
  test('[NT15] the bell counts what waits; one claims from the entry, which goes in every other browser', async () => {
    const mine = await stage.at('logistics');
    const bell = mine.getByRole('link', { name: /我的待办/ });
    await expect.poll(() => bell.getAttribute('aria-label')).toContain('没有待处理的事项');
    const { number } = await stage.seed.complaint({ subject: '冰箱两次改期没送到' }).routed('logistics');
    await expect.poll(() => bell.getAttribute('aria-label')).toContain('1 件等你处理');
    await bell.focus();
    await mine.keyboard.press('Enter');
    const other = await stage.at('logistics', { path: '/inbox' });
    const waiting = (page: typeof mine) => page.locator('[data-entry="CLAIM_WAITING"]').filter({ hasText: number });
    const claim = (page: typeof mine) => waiting(page).getByRole('button', { name: `接单 ${number}` });
    await claim(other).waitFor();
    await claim(mine).click();
    await claim(mine).waitFor({ state: 'detached' });
    await claim(other).waitFor({ state: 'detached' });
    await expect.poll(() => bell.getAttribute('aria-label')).toContain('没有待处理的事项');
    const { claimedAt } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } });
    expect(claimedAt).not.toBe(null);
  });

  test('[NT15] a handoff is declined from its entry with a preset, and an entry leads to its card', async () => {
    const complaint = stage.seed.complaint({ subject: '地板起拱' }).routed('logistics').claimed();
    const { number } = await complaint.handedTo('warehouse');
    const page = await stage.at('warehouse', { path: '/inbox' });
    const entry = page.locator('[data-entry="HANDOFF_ASKED"]').filter({ hasText: number });
    await entry.getByRole('button', { name: `退回 ${number}` }).click();
    await entry.getByRole('group').getByRole('button').first().click();
    await expect
      .poll(async () => (await stage.db.prisma.handoff.findFirstOrThrow({ orderBy: { requestedAt: 'desc' } })).state)
      .toBe('DECLINED');
    const head = await stage.at('logistics', { path: '/inbox' });
    const answered = head.locator('li').filter({ hasText: number }).getByRole('link').first();
    await answered.click();
    await head.getByRole('dialog', { name: number }).waitFor();
    expect(new URL(head.url()).pathname).toBe(`/complaints/${number}`);
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
    const page = await stage.at('coordinator', { path: '/inbox' });
    const inbox = page.getByRole('dialog', { name: '我的待办' });
    await inbox.getByRole('link', { name: `裁定 ${number}` }).click();
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
    const page = await stage.at('coordinator', { path: '/inbox' });
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

  test('[AP7] is given in the inbox with a press, or refused there with a reason', async () => {
    const [yes, no] = [await asked('退一半货款'), await asked('退全部货款')];
    const page = await stage.at('supervisor', { path: '/inbox', bypassCSP: true });
    const inbox = page.getByRole('dialog', { name: '我的待办' });
    const entry = (number: string) => page.locator('[data-entry="APPROVAL_ASKED"]').filter({ hasText: number });
    await entry(yes).getByText('退款 ¥600.00 · 退一半货款').waitFor();
    await inbox.getByRole('button', { name: `同意 ${yes}`, exact: true }).click();
    await inbox.getByRole('button', { name: `同意 ${yes}`, exact: true }).waitFor({ state: 'detached' });
    await inbox.getByRole('button', { name: `不同意 ${no}` }).click();
    const form = inbox.getByRole('form', { name: `不同意 ${no} 的处理方案` });
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
