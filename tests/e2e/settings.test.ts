/** The settings: what a change does before it is saved, and what was before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.seed.complaint({ subject: '冰箱两次改期没送到' }).routed('logistics');
});
afterAll(() => stage?.close());

async function settings(options: Parameters<Stage['at']>[1], search = '') {
  const page = await stage.at('admin', options);
  await page.goto(`${stage.server.url}/settings${search}`);
  await page.getByRole('heading', { level: 2 }).waitFor();
  return page;
}

test('[PO13] a limit is changed after its effect was shown; the history says from what to what', async () => {
  const page = await settings({}, '?section=DEADLINE&key=FIRST_RESPONSE');
  const general = page.getByRole('textbox', { name: '一般' });
  expect(await general.inputValue()).toBe('1 天');
  await general.fill('一会儿');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText('读不出这个时长').waitFor();
  await general.fill('0');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText('不能小于 1').waitFor();
  await general.fill('1.5d');
  await page.getByText('= 1 天 12 小时').waitFor();
  // What was typed survives a reload.
  await page.reload();
  await expect.poll(() => general.inputValue()).toBe('1.5d');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText('1 个推后').waitFor();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('此项必填').waitFor();
  await page.getByRole('textbox', { name: '修改原因' }).fill('客户等得太久');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('1 天 → 1 天 12 小时').waitFor();
  await page.getByText('客户等得太久').first().waitFor();
});

test('[PO13] [PO12] a stage is renamed, and the board calls it so', async () => {
  const page = await settings({}, '?section=STAGE_NAME&key=INVESTIGATING');
  await page.getByRole('textbox', { name: '中文名称' }).fill('查证');
  await page.getByRole('textbox', { name: '修改原因' }).fill('习惯叫法');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('调查 → 查证').waitFor();
  const board = await stage.at('coordinator');
  await board.getByRole('heading', { name: '查证' }).first().waitFor();
});

test.each([
  { locale: 'zh-CN', colorScheme: 'light', width: 1440, section: 'DEADLINE' },
  { locale: 'en-US', colorScheme: 'dark', width: 390, section: 'CALENDAR' },
] as const)(
  '[UI12] the settings are readable and whole: $section, $locale, $colorScheme, $width wide',
  async ({ width, section, ...options }) => {
    const viewport = { width, height: 844 };
    const page = await settings({ ...options, viewport, bypassCSP: true }, `?section=${section}`);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  },
);
