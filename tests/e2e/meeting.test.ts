/** A meeting at several screens: who leads, who follows and looks away, what is decided, and the minutes. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, inSight, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
let host: Page;
let follower: Page;

beforeAll(async () => {
  stage = await setStage();
  await stage.seed
    .complaint({ subject: '冰箱两次改期没送到', severity: 'URGENT' })
    .routed('logistics')
    .claimed()
    .contacted()
    .moved('CONFIRMED');
  // The checker of what is readable is put into the page.
  host = await stage.at('coordinator', { bypassCSP: true });
  follower = await stage.at('logistics', { bypassCSP: true });
});
afterAll(() => stage?.close());

const item = (page: Page, name: string) =>
  page.locator('nav ol > li').filter({ hasText: name }).locator('button').first();
const title = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

test('[ME17] a meeting is started from the board, leads every screen, and lets one look away and come back', async () => {
  await host.getByRole('link', { name: '协调会' }).first().click();
  await host.getByRole('button', { name: '临时会议' }).click();
  // What was typed survives a refusal.
  await host.getByLabel('会议名称').fill('长'.repeat(201));
  await host.getByRole('button', { name: '开始会议' }).click();
  await host.locator('input[aria-invalid=true]').waitFor();
  expect(await host.getByLabel('会议名称').inputValue()).toHaveLength(201);
  await host.getByLabel('会议名称').fill('周二协调会');
  await host.getByRole('combobox', { name: '应到成员' }).or(host.getByLabel('应到成员')).first().click();
  await host.getByRole('option', { name: stage.members.logistics.name }).click();
  await host.keyboard.press('Escape');
  await host.getByRole('button', { name: '开始会议' }).click();
  await host.waitForURL(/\/meetings\/mtg_/);
  await item(host, '冰箱两次改期没送到').waitFor();
  await host.getByLabel('投诉编号或议题').fill('通报上周满意度');
  await host.keyboard.press('Enter');
  await item(host, '通报上周满意度').waitFor();

  await follower.goto(host.url());
  await follower.getByText(`正跟随 ${stage.members.coordinator.name}`).waitFor();
  await host.getByRole('button', { name: '开始第一项' }).click();
  await title(follower, '冰箱两次改期没送到').waitFor();
  // What they would do now stays out of the minutes, and that stands where they would do it.
  const notHere = follower.getByRole('status').filter({ hasText: '现在办的事不会记入纪要' });
  await notHere.getByRole('button', { name: '签到入会' }).click();
  await notHere.waitFor({ state: 'detached' });
  await host.getByRole('list').getByText(stage.members.logistics.name, { exact: true }).waitFor();
  await item(follower, '通报上周满意度').click();
  await title(follower, '通报上周满意度').waitFor();
  await follower.getByText('您在看别处').waitFor();
  await follower.keyboard.press('f');
  await title(follower, '冰箱两次改期没送到').waitFor();
});

test('[ME17] the decision is the action itself, carried out on the spot, and stands at once at every screen', async () => {
  await host.getByRole('button', { name: '新增协办' }).click();
  const duty = host.getByRole('form', { name: '请其他部门协办' });
  await duty.getByRole('combobox').first().click();
  await host.getByRole('option', { name: /warehouse/ }).click();
  await duty.locator('textarea').first().fill('今晚查清库存');
  await duty.locator('button[type=submit]').click();
  const beside = (page: Page) => page.getByRole('region', { name: '当场处理' });
  await beside(host).getByText('今晚查清库存').waitFor();
  await beside(follower).getByText('今晚查清库存').waitFor();
  await host.getByRole('form', { name: '记录决定' }).locator('textarea').first().fill('先补发，再查原因');
  await host.getByRole('button', { name: '记入纪要' }).click();
  await beside(follower).getByText('先补发，再查原因').waitFor();
  await host.getByRole('button', { name: '议毕，下一项' }).click();
  await title(follower, '通报上周满意度').waitFor();
  // The button went along with its item; what it led to has the focus, and says once what it is.
  const atStage = () => host.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await expect.poll(atStage).toBe('协调会');
  await host.getByRole('status').filter({ hasText: '通报上周满意度' }).waitFor({ state: 'attached' });
});

test('[ME17] on a slow line each step counts, and settling an item leads nobody back who was led elsewhere', async () => {
  for (const topic of ['慢线议题甲', '慢线议题乙', '慢线议题丙']) {
    await host.getByLabel('投诉编号或议题').fill(topic);
    await host.keyboard.press('Enter');
    await item(host, topic).waitFor();
  }
  await item(host, '慢线议题甲').click();
  await title(follower, '慢线议题甲').waitFor();
  const held: (() => void)[] = [];
  const answer = () => held.splice(0).forEach((go) => go());
  let slow: RegExp | null = /meetingFocus/;
  await host.route('**/graphql', async (route, request) => {
    if (slow?.test(request.postData() ?? '') === true) await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await host.getByRole('region', { name: '协调会' }).first().focus();
  await host.keyboard.press('n');
  await host.keyboard.press('n');
  await expect.poll(() => held.length).toBe(1);
  slow = /meetingItemConclude/;
  answer();
  await title(follower, '慢线议题丙').waitFor();

  await item(host, '慢线议题甲').click();
  await title(follower, '慢线议题甲').waitFor();
  await host.getByRole('button', { name: '议毕，下一项' }).click();
  await expect.poll(() => held.length).toBe(1);
  await item(host, '慢线议题丙').click();
  await title(follower, '慢线议题丙').waitFor();
  slow = null;
  answer();
  await item(follower, '慢线议题甲').getByText('议毕').waitFor();
  await title(host, '慢线议题丙').waitFor();
  // Nothing else was asked for: what comes next is the next thing that is led to.
  await host.getByRole('button', { name: '议毕，下一项' }).click();
  await item(follower, '慢线议题丙').getByText('议毕').waitFor();
  await title(host, '慢线议题丙').waitFor();
  await host.unrouteAll();
});

test('[ME17] another coordinator takes over, and who led is told so by what they see', async () => {
  const second = await stage.seed.member({ role: 'COORDINATOR', name: '孟协调' });
  const page = await stage.page();
  await stage.signIn(page, second);
  await page.goto(host.url());
  await page.getByRole('button', { name: '接手主持' }).click();
  await host.getByText('正跟随 孟协调').waitFor();
  await item(page, '冰箱两次改期没送到').click();
  await title(host, '冰箱两次改期没送到').waitFor();
  await host.getByRole('button', { name: '接手主持' }).click();
  await host.getByText('您在主持').waitFor();
  await page.context().close();
  // Who takes part is shown what is not theirs; who left is not.
  const theirs = await stage.seed.complaint({ subject: '仓库错发两台' }).routed('warehouse').claimed();
  await host.getByLabel('投诉编号或议题').fill(theirs.number);
  await host.keyboard.press('Enter');
  await item(host, '仓库错发两台').click();
  await title(follower, '仓库错发两台').waitFor();
  await follower.getByText('这件投诉不归您处理：会议进行期间').waitFor();
  expect(await faultsOf(follower)).toEqual([]);
  await follower.getByRole('button', { name: '离会' }).click();
  await follower.getByText('这一项涉及的投诉不在您的查看范围内').waitFor();
  await item(follower, '一条投诉（不在您的查看范围）').waitFor();
  await follower.getByRole('button', { name: '签到入会' }).click();
  await title(follower, '仓库错发两台').waitFor();
  // On a phone all of it stands under each other: what is led to comes into sight, and the way out stays there.
  await follower.setViewportSize({ width: 390, height: 480 });
  await follower.getByRole('heading', { name: /^到会/ }).scrollIntoViewIfNeeded();
  await expect.poll(() => inSight(title(follower, '仓库错发两台'))).toBe(false);
  expect(await inSight(follower.getByRole('button', { name: '离会' }))).toBe(true);
  await item(host, '冰箱两次改期没送到').click();
  await expect.poll(() => inSight(title(follower, '冰箱两次改期没送到'))).toBe(true);
  expect(await inSight(follower.getByRole('button', { name: '离会' }))).toBe(true);
  await follower.setViewportSize({ width: 1440, height: 900 });
  // Whoever does not belong to it is told so, and not left waiting.
  const outsider = await stage.page();
  await stage.signIn(outsider, stage.members.picker);
  await outsider.goto(host.url());
  await outsider.getByText('没有这场会议，或者您不在其中').waitFor();
  await outsider.context().close();
});

test.each([{ locale: 'en-US', colorScheme: 'dark', width: 390 }] as const)(
  '[UI12] a meeting is readable and whole: $locale, $colorScheme, $width wide',
  async ({ width, ...options }) => {
    const path = new URL(host.url()).pathname;
    const page = await stage.at('supervisor', { ...options, viewport: { width, height: 844 }, bypassCSP: true });
    await page.goto(stage.server.url + path);
    await title(page, '冰箱两次改期没送到').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.goto(`${stage.server.url + path}/minutes`);
    await page.getByText('今晚查清库存').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.goto(`${stage.server.url}/meetings`);
    await page.getByText('周二协调会').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  },
);

test('[ME18] ending it leads everybody to the minutes, which are confirmed, objected to and taken away', async () => {
  // What was typed and not recorded is not left behind unnoticed.
  const words = host.getByRole('form', { name: '记录决定' }).locator('textarea').first();
  await words.fill('周五前回访一次');
  await item(host, '通报上周满意度').click();
  await title(host, '通报上周满意度').waitFor();
  await host.getByRole('button', { name: '结束会议' }).click();
  await host.getByRole('button', { name: /^看第 \d+ 项$/ }).click();
  await title(host, '冰箱两次改期没送到').waitFor();
  await expect.poll(() => words.inputValue()).toBe('周五前回访一次');
  await host.getByRole('button', { name: '记入纪要' }).click();
  await host.getByRole('region', { name: '当场处理' }).getByText('周五前回访一次').waitFor();
  await host.getByRole('button', { name: '结束会议' }).click();
  await host.getByText('结束后议程和纪要不再变动').waitFor();
  await host.getByRole('button', { name: '确认结束' }).click();
  await Promise.all([host, follower].map((page) => page.waitForURL(/\/minutes$/)));
  const sheet = follower.getByRole('article');
  // Who leaves with what to do stands first; how it came to that, with its item.
  const tasks = sheet.getByRole('heading', { name: '落实事项' }).locator('+ ul');
  await tasks.getByText('今晚查清库存').waitFor();
  await sheet.getByRole('list').getByText('今晚查清库存').nth(1).waitFor();
  await sheet.getByText('先补发，再查原因').waitFor();
  expect(await sheet.getByText('通报上周满意度').count()).toBe(1);
  await host.getByRole('button', { name: '确认纪要' }).click();
  await follower.getByLabel('哪里不对').fill('查库存的是夜班');
  await follower.getByRole('button', { name: '提出异议' }).click();
  await host.getByText('查库存的是夜班').waitFor();
  const [download] = await Promise.all([
    host.waitForEvent('download'),
    host.getByRole('link', { name: '下载 Markdown' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^周二协调会-.*\.md$/);
});

test('[ME22] the next meeting of a series is prepared by who belongs to it, who is reminded when it has begun', async () => {
  await host.goto(`${stage.server.url}/meetings`);
  await host.getByRole('button', { name: '新建例会' }).click();
  await host.getByLabel('会议名称').fill('周三例会');
  await host.getByLabel('应到成员').first().click();
  await host.keyboard.type(stage.members.logistics.name);
  await host.getByRole('option', { name: stage.members.logistics.name }).click();
  await host.keyboard.press('Escape');
  await host.getByRole('button', { name: '保存例会' }).click();
  await host.getByRole('link', { name: '周三例会', exact: true }).waitFor();

  await follower.goto(`${stage.server.url}/meetings`);
  await follower.getByRole('link', { name: '准备议程：周三例会' }).click();
  await follower.getByLabel('投诉编号或议题').fill('夜班排班');
  await follower.getByLabel('想让会议讨论什么（可不填）').fill('司机不够');
  await follower.getByRole('button', { name: '提请讨论' }).click();
  await follower.getByRole('listitem').filter({ hasText: '夜班排班' }).getByText('司机不够').waitFor();
  expect(await faultsOf(follower)).toEqual([]);
  expect(await overflowOf(follower)).toBeLessThanOrEqual(0);

  await host.goto(follower.url());
  await host.getByRole('button', { name: '开始会议：周三例会' }).click();
  await item(host, '夜班排班').click();
  await host.getByText(`${stage.members.logistics.name} 提出`).first().waitFor();
  await follower.reload();
  await follower.getByRole('link', { name: '周三例会 已开始' }).waitFor();
});

test('[ME19] a slip of the pen is put right where it stands, and a needless decision taken back', async () => {
  const words = host.getByRole('form', { name: '记录决定' }).locator('textarea').first();
  for (const text of ['周五前调班', '写了两遍']) {
    await words.fill(text);
    await host.getByRole('button', { name: '记入纪要' }).click();
    await host.getByRole('button', { name: `更正：${text}` }).waitFor();
  }
  await host.getByRole('button', { name: '撤回：写了两遍' }).click();
  await host.getByRole('button', { name: '确认撤回：写了两遍' }).click();
  await host.getByRole('button', { name: '更正：写了两遍' }).waitFor({ state: 'detached' });
  await host.getByRole('button', { name: '更正：周五前调班' }).click();
  await host.getByRole('textbox', { name: '更正为' }).fill('周四前调班');
  await host.getByRole('button', { name: '保存更正' }).click();
  await host.getByRole('region', { name: '当场处理' }).getByText('周四前调班').waitFor();
  expect(await faultsOf(host)).toEqual([]);
});

test('[ME21] what was typed stays beside what somebody else wrote into the series meanwhile', async () => {
  await Promise.all([host, follower].map((page) => page.goto(`${stage.server.url}/meetings`)));
  const other = await stage.at('coordinator');
  await other.goto(`${stage.server.url}/meetings`);
  for (const page of [host, other]) await page.getByRole('button', { name: '修改例会' }).first().click();
  await other.getByLabel('会议目的').fill('看排班');
  await other.getByRole('button', { name: '保存例会' }).click();
  await other.getByRole('form', { name: '修改例会' }).waitFor({ state: 'detached' });
  await host.getByLabel('会议目的').fill('看库存');
  await host.getByRole('button', { name: '保存例会' }).click();
  await host.getByText('看排班').first().waitFor();
  expect(await host.getByRole('textbox', { name: '会议目的' }).inputValue()).toBe('看库存');
  expect(await faultsOf(host)).toEqual([]);
  await host.getByRole('button', { name: '保存例会' }).click();
  await host.getByRole('form', { name: '修改例会' }).waitFor({ state: 'detached' });
  await other.context().close();
});
