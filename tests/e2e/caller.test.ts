/** The caller's history beside the register form, and a call that is added to what is there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const PHONE = '13912345678';
const customer = { name: '王敏', phone: PHONE, email: null, region: '杭州', tier: '金卡', group: null };

let stage: Stage;
let open: string;
beforeAll(async () => {
  stage = await setStage();
  ({ number: open } = await stage.seed
    .complaint({ subject: '冰箱两次改期没送到', customer, severity: 'URGENT' })
    .routed('warehouse')
    .claimed());
  await stage.seed.complaint({ subject: '差价没有退', customer }).routed('logistics');
});
afterAll(() => stage?.close());

test.each([
  { locale: 'zh-CN', colorScheme: 'light', width: 1440, counts: '2 件未结，共 2 件' },
  { locale: 'en-US', colorScheme: 'dark', width: 390, counts: '2 open of 2' },
] as const)(
  '[LK7] the history opens by the number, readable and whole: $locale, $colorScheme, $width wide',
  async ({ width, counts, ...options }) => {
    const page = await stage.at('picker', {
      ...options,
      path: '/register',
      viewport: { width, height: 844 },
      bypassCSP: true,
    });
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=phone]').fill('+86 139 1234 5678');
    await dialog.getByText(counts).waitFor();
    // The department's own case is a link; the other's is told, and no more.
    await dialog.getByRole('link', { name: open }).waitFor();
    expect(await dialog.getByRole('link', { name: /^C-/ }).count()).toBe(1);
    expect(await dialog.textContent()).not.toContain(PHONE);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  },
);

test('[LK8] a call is added to a case by keyboard, with what was typed; the form keeps it, too', async () => {
  const page = await stage.at('picker', { path: '/register' });
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=subject]').fill('又改期了');
  await dialog.locator('textarea[name=description]').fill('第三次说明天送。');
  await dialog.locator('input[name=phone]').fill(PHONE);
  await dialog.getByRole('button', { name: open }).press('Enter');
  const form = page.getByRole('form', { name: '记录与客户的联系' });
  const summary = form.getByLabel('内容');
  await expect.poll(() => summary.inputValue()).toBe('又改期了\n第三次说明天送。');
  await form.locator('button[type=submit]').press('Enter');
  await expect.poll(() => stage.db.prisma.contact.count({ where: { summary: '又改期了\n第三次说明天送。' } })).toBe(1);
  await page.goto(`${stage.server.url}/register`);
  await expect.poll(() => page.locator('input[name=subject]').inputValue()).toBe('又改期了');
});

test('[LK9] the drawer tells of the other cases of the customer', async () => {
  const page = await stage.at('picker', { path: `/complaints/${open}`, bypassCSP: true });
  const others = page.getByRole('region', { name: '这位客户的其他投诉' });
  await others.getByText(/^C-/).waitFor();
  expect(await others.getByRole('link').count()).toBe(0);
  expect(await others.textContent()).not.toContain('差价');
  expect(await faultsOf(page)).toEqual([]);
});
