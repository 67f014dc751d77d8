/** What customers ask for by law, in a browser: their copy, and to be erased by the word of two; and paper. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putInStage } from '../testkit/put-in-stage.ts';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const PHONE = '13912340001';

let stage: Stage;
let number: string;
let uuid: string;
beforeAll(async () => {
  stage = await setStage();
  const customer = { name: '欧阳小明', phone: PHONE, email: null, region: '杭州', tier: null, group: null };
  const complaint = await stage.seed
    .complaint({ customer, subject: '冰箱送错了型号', description: `欧阳小明 请打 ${PHONE}` })
    .routed('logistics');
  ({ number, uuid } = complaint);
});
afterAll(() => stage?.close());

const SETTINGS = '/settings?section=PERSONAL_DATA';

test('[PD16] a complaint is printed masked, under a watermark, and its timeline says so', async () => {
  const page = await stage.at('coordinator');
  await page.goto(`${stage.server.url}/complaints/${number}/print`);
  const sheet = page.getByRole('article', { name: number });
  await sheet.getByRole('heading', { name: '冰箱送错了型号' }).waitFor();
  const text = (await sheet.textContent()) ?? '';
  expect(text).toContain('139****01');
  expect(text).not.toMatch(/小明|13912340001/);
  expect(text).toContain('周协调 打印于');
  const mark = await sheet.locator('[data-mark]').first().getAttribute('data-mark');
  expect(mark).toMatch(new RegExp(`^周协调 · .* · ${number}$`));
  await page.goto(`${stage.server.url}/complaints/${number}`);
  await page.getByRole('tab', { name: '时间线' }).click();
  await page.getByText('打印了这件投诉').first().waitFor();
  expect(await page.getByText('打印了这件投诉').count()).toBe(1);
});

test('[PD17] a customer is found by their number, and erased by the word of two', async () => {
  const asking = await stage.at('coordinator');
  await asking.goto(stage.server.url + SETTINGS);
  const search = asking.getByRole('region', { name: '查找客户' });
  await search.getByRole('textbox', { name: '客户的电话或邮箱' }).fill('139');
  await search.getByRole('button', { name: '查找' }).click();
  await search.getByRole('alert').waitFor();
  await search.getByRole('textbox', { name: '客户的电话或邮箱' }).fill(PHONE);
  await search.getByRole('button', { name: '查找' }).click();
  const found = search.getByRole('article', { name: '欧**' });
  await found.getByText('139****01').waitFor();
  const [download] = await Promise.all([
    asking.waitForEvent('download'),
    found.getByRole('link', { name: '下载副本（网页）' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`redress-customer-${number}.html`);

  await found.getByRole('button', { name: '申请抹除' }).click();
  const form = found.getByRole('form', { name: '申请抹除' });
  await form.getByRole('textbox', { name: '说明' }).fill('客户来信要求');
  await form.getByRole('button', { name: '提出申请' }).click();
  // Refused while it is open, with what to do.
  await found.getByRole('alert').getByText(number).waitFor();
  await putInStage(stage.db, [uuid], 'CLOSED');
  await form.getByRole('button', { name: '提出申请' }).click();
  await found.getByText('已提出申请').waitFor();
  const waiting = asking.getByRole('region', { name: '待执行的抹除' });
  await waiting.getByText('需由另一位协调员或主管执行').waitFor();
  await waiting.getByText('客户来信要求').waitFor();

  const deciding = await stage.at('supervisor');
  await deciding.goto(stage.server.url + SETTINGS);
  const list = deciding.getByRole('region', { name: '待执行的抹除' });
  await list.getByRole('button', { name: '执行抹除' }).click();
  const decision = list.getByRole('form', { name: '执行抹除' });
  await decision.getByRole('checkbox').check();
  await decision.getByRole('button', { name: '永久抹除' }).click();
  const history = deciding.getByRole('region', { name: '抹除记录' });
  await history.getByText('已抹除').waitFor();
  await list.getByText('没有待执行的抹除申请').waitFor();
  const { rows } = await stage.db.pool.query<{ phone: string | null }>('SELECT "phone" FROM "customer"');
  expect(rows).toEqual([{ phone: null }]);
});

test('[PD17] it is for coordinators and supervisors', async () => {
  const page = await stage.at('logistics');
  await page.goto(stage.server.url + SETTINGS);
  await page.getByText('由协调员和主管办理').waitFor();
});

test.each([
  { locale: 'zh-CN', colorScheme: 'light', width: 1440, path: SETTINGS },
  { locale: 'en-US', colorScheme: 'dark', width: 390, path: SETTINGS },
  { locale: 'en-US', colorScheme: 'dark', width: 390, path: '/print' },
] as const)(
  '[UI12] personal data is readable and whole: $path, $locale, $width wide',
  async ({ width, path, ...options }) => {
    const page = await stage.at('coordinator', { ...options, viewport: { width, height: 844 }, bypassCSP: true });
    await page.goto(stage.server.url + (path === '/print' ? `/complaints/${number}/print` : path));
    await page.getByText(number).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  },
);
