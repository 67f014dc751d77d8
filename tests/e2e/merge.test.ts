/** Two complaints of one customer about one order, compared and merged in the drawer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { card, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const customer = { name: '王敏', phone: '13912345678', email: null, region: '杭州', tier: '金卡', group: null };
const about = '订单 YL-40429013';

let stage: Stage;
let earlier: string;
let later: string;
beforeAll(async () => {
  stage = await setStage();
  const pair = { customer, about, demand: '尽快送到' };
  ({ number: earlier } = await stage.seed
    .complaint({ ...pair, subject: '床垫没有送到' })
    .routed('logistics')
    .claimed());
  ({ number: later } = await stage.seed.complaint({ ...pair, subject: '床垫还是没有送到' }).routed('warehouse'));
});
afterAll(() => stage?.close());

test.each([
  { locale: 'en-US', colorScheme: 'dark', width: 390, duplicates: 'Possible duplicates', open: 'Compare and merge' },
  { locale: 'zh-CN', colorScheme: 'light', width: 1440, duplicates: '疑似重复投诉', open: '对比并案' },
] as const)(
  '[MG1] a possible duplicate is shown with why, and beside the complaint, readable: $locale, $colorScheme, $width wide',
  async ({ width, duplicates, open, ...options }) => {
    const viewport = { width, height: 900 };
    const page = await stage.at('coordinator', { ...options, path: `/complaints/${later}`, viewport, bypassCSP: true });
    const section = page.getByRole('region', { name: duplicates });
    await section.getByRole('link', { name: earlier }).waitFor();
    await section.getByRole('button', { name: open }).click();
    await section.getByText('床垫没有送到').last().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}-${width}.png` });
  },
);

test('[MG4] merged with a reason, the later one is closed and says where it goes on; the story of both is one', async () => {
  const page = await stage.at('coordinator', { path: `/complaints/${later}` });
  const section = page.getByRole('region', { name: '疑似重复投诉' });
  await section.getByRole('button', { name: '对比并案' }).click();
  const form = section.getByRole('form', { name: '并案' });
  await form.getByText(`${later} 将并入 ${earlier}`, { exact: false }).waitFor();
  await form.getByLabel('并案理由').fill('同一张床垫');
  await form.getByRole('button', { name: '确认并案' }).click();
  await page.getByText(`已并入 ${earlier}`).first().waitFor();
  await page.getByRole('link', { name: earlier }).first().click();
  await page.getByRole('region', { name: '已并入本案' }).getByRole('link', { name: later }).waitFor();
  await page.getByRole('tab', { name: '时间线' }).click();
  await page.getByText(`并入了 ${later}`).waitFor();
  await page.getByText('同一张床垫').waitFor();
  await page.goto(`${stage.server.url}/?text=${later}`);
  await card(page, later, 'CLOSED').getByText(`并入 ${earlier}`).waitFor();
});
