/** A list of complaints leaves the product by two people's word, once. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const PATH = '/figures/exports';
const DAY_MS = 86_400_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const customer = { name: '王敏', phone: '13912345678', email: null, region: '杭州', tier: null, group: null };
  await stage.seed.complaint({ subject: '王敏说床垫开裂', customer }).routed('logistics').claimed();
});
afterAll(() => stage?.close());

const open = async (person: Parameters<Stage['at']>[0], options = {}) => {
  const page = await stage.at(person, options);
  await page.goto(stage.server.url + PATH);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const day = (from: number) => new Date(Date.now() + from * DAY_MS).toISOString().slice(0, 10);

test('[PD20] [PD21] [PD22] a head asks, a supervisor approves in their own browser, and the head takes it once', async () => {
  const [mine, theirs] = [await open('logistics'), await open('supervisor')];
  const form = mine.getByRole('form', { name: '申请导出' });
  await form.getByLabel('受理起始日').fill(day(-2));
  await form.getByLabel('受理截止日').fill(day(1));
  await form.getByLabel('用途').fill('月度例会');
  await form.getByRole('button', { name: '申请导出' }).click();
  await mine.getByRole('listitem').filter({ hasText: '等待审批' }).waitFor();
  expect(await mine.getByRole('button', { name: '批准' }).count()).toBe(0);
  await theirs.reload();
  await theirs.getByRole('form', { name: '审批导出' }).getByRole('button', { name: '批准', exact: true }).click();
  await theirs.getByText('可以下载').waitFor();
  await mine.reload();
  const [download] = await Promise.all([
    mine.waitForEvent('download'),
    mine.getByRole('link', { name: '下载（仅一次）' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('李物流');
  expect(text).not.toContain('王敏');
  expect(text).not.toContain('13912345678');
  await mine.getByText('共 1 条', { exact: false }).waitFor();
  expect(await mine.getByRole('link', { name: '下载（仅一次）' }).count()).toBe(0);
});

test.each([
  ['zh-CN', 'light', 1440],
  ['en-US', 'dark', 390],
] as const)('[PD20] the page is readable and whole: %s, %s, %i wide', async (locale, colorScheme, width) => {
  const page = await open('supervisor', { locale, colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
  await page.getByRole('listitem').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
});
