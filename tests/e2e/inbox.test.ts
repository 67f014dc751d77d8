/** The inbox in the browser: what waits, answered from its entry, gone when somebody else answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
