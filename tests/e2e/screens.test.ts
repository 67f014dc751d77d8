/** Signing in, languages, themes, widths, and what a screen reader would find. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.seed.complaint({ subject: '冰箱两次改期没送到', severity: 'URGENT' }).routed('logistics');
  await stage.seed
    .complaint({ subject: '地板起拱', severity: 'IMPORTANT' })
    .routed('logistics')
    .claimed()
    .handedTo('warehouse');
});
afterAll(() => stage?.close());

describe('screens', () => {
  test('[UI11] one signs in with address and password; a wrong one is said at the form and keeps the address', async () => {
    const page = await stage.page();
    await page.goto(stage.server.url);
    await page.locator('input[type=email]').fill(stage.members.coordinator.email);
    await page.locator('input[type=password]').fill('not the password');
    await page.keyboard.press('Enter');
    await page
      .getByText('不正确', { exact: false })
      .or(page.getByText('不对', { exact: false }))
      .first()
      .waitFor();
    expect(await page.locator('input[type=email]').inputValue()).toBe(stage.members.coordinator.email);
    await page.locator('input[type=password]').fill(stage.members.coordinator.password);
    await page.keyboard.press('Enter');
    await page.locator('[data-kind="live"]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test.each([
    { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
    { locale: 'en-US', colorScheme: 'dark', width: 1440 },
    { locale: 'zh-CN', colorScheme: 'dark', width: 390 },
    { locale: 'en-US', colorScheme: 'light', width: 390 },
  ] as const)(
    '[UI12] the board is readable and whole: $locale, $colorScheme, $width wide',
    async ({ width, ...options }) => {
      const page = await stage.at('coordinator', { ...options, viewport: { width, height: 844 }, bypassCSP: true });
      await page.getByText('冰箱两次改期没送到').first().waitFor();
      await page
        .getByRole('heading', { name: options.locale === 'zh-CN' ? '待派单' : 'Received' })
        .first()
        .waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    },
  );

  test.each([
    { path: '/register', colorScheme: 'light', width: 1440 },
    { path: '/register', colorScheme: 'dark', width: 390 },
    { path: '/complaints/', colorScheme: 'light', width: 1440 },
    { path: '/complaints/', colorScheme: 'dark', width: 390 },
  ] as const)(
    '[UI12] $path lies over it, readable and whole: $colorScheme, $width wide',
    async ({ path, width, colorScheme }) => {
      const { number } = await stage.db.prisma.complaint.findFirstOrThrow({
        where: { pendingHandoffId: { not: null } },
      });
      const whole = path === '/complaints/' ? path + number : path;
      const page = await stage.at('coordinator', {
        path: whole,
        colorScheme,
        viewport: { width, height: 844 },
        bypassCSP: true,
      });
      await page.getByRole('dialog').getByRole('button').first().waitFor();
      await page.getByRole('dialog').getByRole('heading').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    },
  );

  test.each([
    { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
    { locale: 'en-US', colorScheme: 'dark', width: 1440 },
    { locale: 'zh-CN', colorScheme: 'dark', width: 390 },
    { locale: 'en-US', colorScheme: 'light', width: 390 },
  ] as const)(
    '[UI12] the audit trail is readable and whole: $locale, $colorScheme, $width wide',
    async ({ width, ...options }) => {
      const page = await stage.at('auditor', { ...options, viewport: { width, height: 844 }, bypassCSP: true });
      await page.goto(`${stage.server.url}/audit`);
      const rows = page.locator('tbody button[aria-expanded]');
      await rows.first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await rows.nth(1).click();
      await page.locator('tbody dl').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    },
  );

  test('[AU11] the audit trail is narrowed in the address, opened to from and to, and taken away as a file', async () => {
    const page = await stage.at('auditor');
    await page.getByRole('button', { name: '账户' }).click();
    await page.getByRole('link', { name: '审计' }).click();
    await page.getByRole('row').filter({ hasText: '请求转办' }).first().click();
    await page.getByRole('button', { name: '只看这件投诉的记录' }).click();
    await page.waitForURL(/complaint=C-/);
    await expect.poll(() => page.getByRole('row').filter({ hasText: '登记投诉' }).count()).toBe(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^redress-audit-.*\.csv$/);
    await page.goto(`${stage.server.url}/audit?action=nothingLikeIt`);
    await page.getByText('没有符合条件的记录').waitFor();
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query Audit') ? route.abort() : route.continue(),
    );
    await page.reload();
    await page.getByRole('alert').getByRole('button', { name: '重试' }).waitFor();
  });

  test('[AU11] who may not read the audit trail is told who may', async () => {
    const page = await stage.at('coordinator');
    await page.goto(`${stage.server.url}/audit`);
    await page.getByText('这一页由审计人员和管理员查看').waitFor();
  });

  test('[UI13] the filter lives in the address: a link shows another person the same cards', async () => {
    const mine = await stage.at('coordinator');
    await mine.getByRole('button', { name: '转办中' }).click();
    await expect.poll(() => mine.locator('article[data-card]').count()).toBe(1);
    const theirs = await stage.at('logistics', { path: mine.url().slice(stage.server.url.length) });
    await expect.poll(() => theirs.locator('article[data-card]').count()).toBe(1);
  });

  test('[UI14] a complaint is registered on one screen and appears on the board', async () => {
    const page = await stage.at('coordinator', { path: '/register' });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('一句话说清楚').fill('净水器漏水泡了地板');
    await dialog.getByLabel('经过').fill('装好第二天就漏，地板起拱，楼下也湿了。');
    await dialog.getByRole('combobox', { name: '渠道' }).or(dialog.getByLabel('渠道')).first().click();
    await page.getByRole('option', { name: '电话' }).click();
    await page.keyboard.press('Control+Enter');
    await dialog.getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).waitFor();
    await expect.poll(() => stage.db.prisma.complaint.count()).toBe(3);
  });
});
