/** The settings that name people and departments: ladders, quiet hours, the duty roster and duty templates. */
import { directoryPut } from '@redress/domain/actions/directory-put';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.seed.complaint({ subject: '冰箱两次改期没送到', severity: 'GENERAL' }).routed('logistics');
});
afterAll(() => stage?.close());

async function settings(search: string, options: Parameters<Stage['at']>[1] = {}) {
  const page = await stage.at('admin', options);
  await page.goto(`${stage.server.url}/settings${search}`);
  return page;
}

/** Sees the effect, gives the reason and saves. */
async function save(page: Page, effect: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText(effect).waitFor();
  await page.getByRole('textbox', { name: '修改原因' }).fill(reason);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('region', { name: '历史' }).getByText(reason).waitFor();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .last()
    .click();
  await page.getByRole('option', { name: option }).first().click();
  await page.keyboard.press('Escape');
}

test('[PO18] a ladder of one kind is written step by step, mended where it is wrong, and withdrawn', async () => {
  const page = await settings('?section=LADDER&key=CLAIM');
  await page.getByText('没有自己的阶梯').waitFor();
  const urgent = page.getByRole('region', { name: '紧急' });
  const steps = urgent.getByRole('listitem');
  await expect.poll(() => steps.count()).toBe(5);
  for (let left = 5; left > 1; left -= 1) await urgent.getByRole('button', { name: `删除：第 ${left} 级` }).click();
  await urgent.getByRole('button', { name: '添加一级' }).click();
  await steps.nth(1).getByRole('textbox', { name: '逾期后多久' }).fill('立刻吧');
  await page.getByRole('button', { name: '看看影响' }).click();
  await steps.nth(1).getByText('读不出这个时长').waitFor();
  await steps.nth(1).getByRole('textbox', { name: '逾期后多久' }).fill('1h30');
  await page.getByRole('button', { name: '看看影响' }).click();
  await steps.nth(1).getByText('这一级没有指定任何人').waitFor();
  await choose(page, '通知谁', '李物流');
  await urgent.getByText('1 小时 30 分钟后：李物流').waitFor();
  // Alt and an arrow carry the step; the focus stays in its field.
  await steps.nth(1).getByRole('textbox', { name: '逾期后多久' }).press('Alt+ArrowUp');
  await expect.poll(() => steps.nth(0).getByRole('textbox', { name: '逾期后多久' }).inputValue()).toBe('1h30');
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('1h30');
  await page.getByRole('button', { name: '看看影响' }).click();
  await steps.nth(1).getByText('这一级的时间早于上一级').waitFor();
  await steps.nth(0).getByRole('textbox', { name: '逾期后多久' }).press('Alt+ArrowDown');
  await save(page, '不改变任何时限。1 件未结投诉', '接单总拖');
  await expect.poll(() => page.getByText('没有自己的阶梯').count()).toBe(0);

  await page.getByRole('button', { name: '取消这一条' }).click();
  await page.getByText('改走“通用”阶梯').waitFor();
  await page.getByRole('region', { name: '取消这一条' }).getByRole('textbox').fill('还是用通用的');
  await page.getByRole('button', { name: '确认取消' }).click();
  await page.getByText('没有自己的阶梯').waitFor();
  await page.getByText('还是用通用的').waitFor();
});

test('[PO18] quiet hours say what waits until when, and what does not', async () => {
  const page = await settings('?section=QUIET_HOURS');
  await page.getByText('推迟到 08:00 通知').waitFor();
  await page.getByRole('textbox', { name: '开始' }).fill('8 点');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText('时间格式不正确').waitFor();
  await page.getByRole('textbox', { name: '开始' }).fill('20:00');
  await page.getByText('02:00 该升级的一级').waitFor();
  await save(page, '不改变任何时限。1 件一般或重要', '晚上少打扰');
  await page.getByText('22:00–08:00 (Asia/Shanghai) → 20:00–08:00 (Asia/Shanghai)').waitFor();
});

test('[PO18] a roster shows its week, who is on duty now, and when nobody is', async () => {
  const page = await settings('?section=ROSTER');
  await page.getByText('还没有排班').waitFor();
  await page.getByRole('button', { name: '添加班次' }).click();
  await choose(page, '值班人', '周协调');
  const week = page.getByRole('region', { name: '一周值班' });
  await week.getByText('09:00–18:00 周协调').waitFor();
  await expect.poll(() => week.locator('[aria-current="date"]').count()).toBe(1);
  await week.getByText(/无人值班：周一 .* 00:00–09:00；/).waitFor();
  await week.getByText('通知全体：周协调').waitFor();
  await save(page, '按新的值班表', '开始排班');
  await page.getByText('无 → 周一 09:00–18:00 周协调').or(page.getByText('第 1 版')).first().waitFor();
  // The whole day, all week: a shift that ends when it begins lasts a day and a night.
  for (let day = 2; day <= 7; day += 1) await page.getByRole('button', { name: '添加班次' }).click();
  for (const end of ['开始', '结束']) {
    for (let i = 0; i < 7; i += 1) await page.getByRole('textbox', { name: end }).nth(i).fill('00:00');
  }
  await week.getByText('这一周每时每刻都有人值班').waitFor();
});

test('[PO18] a template is written for a category; a department that was archived since is marked', async () => {
  const page = await settings('?section=DUTY_TEMPLATE');
  await choose(page, '给哪个类别建清单', 'logistics（全部）');
  await page.getByText('这个类别还没有清单').waitFor();
  await page.getByRole('button', { name: '添加一项' }).click();
  await choose(page, '承办部门', 'warehouse部');
  await page.getByRole('button', { name: '看看影响' }).click();
  await page.getByText('此项必填').first().waitFor();
  await page.getByRole('textbox', { name: '做什么（中文）' }).fill('核对出库');
  await page.getByRole('textbox', { name: '做什么（英文）' }).fill('Check the picking');
  await page.getByRole('textbox', { name: '多久完成' }).fill('1.5h');
  await save(page, '1 件还没接单的投诉', '每次都要问仓库');
  await page.getByRole('button', { name: 'logistics 1 项' }).waitFor();
  const names = { nameZh: '仓库', nameEn: 'warehouse', shortZh: '仓', shortEn: 'wh' };
  await directoryPut(stage.seed.system, { departments: [{ code: 'warehouse', ...names, archived: true }] });
  await page.reload();
  await page.getByText('这一项不会派出').waitFor();
  await page.getByRole('button', { name: 'logistics 部门已停用' }).waitFor();
  await directoryPut(stage.seed.system, { departments: [{ code: 'warehouse', ...names, archived: false }] });
});

test('[PO18] who may only read sees what holds in words, turns the weeks, and is offered nothing to change', async () => {
  const page = await stage.at('logistics');
  await page.goto(`${stage.server.url}/settings?section=LADDER`);
  await page.getByText('逾期时：经办人、部门负责人和副职').first().waitFor();
  await page.goto(`${stage.server.url}/settings?section=ROSTER`);
  const week = page.getByRole('region', { name: '一周值班' });
  await week.getByText('09:00–18:00 周协调').waitFor();
  await week.getByRole('button', { name: '下一周' }).click();
  await expect.poll(() => week.locator('[aria-current="date"]').count()).toBe(0);
  for (const name of ['添加班次', '看看影响', '取消这一条']) {
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  }
});

const LOOKS = [
  { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
  { locale: 'en-US', colorScheme: 'dark', width: 390 },
] as const;

test.each(
  ['LADDER', 'QUIET_HOURS', 'ROSTER', 'DUTY_TEMPLATE'].flatMap((section) =>
    LOOKS.map((look) => ({ section, ...look })),
  ),
)(
  '[UI12] the settings are readable and whole: $section, $locale, $colorScheme, $width wide',
  async ({ section, width, ...options }) => {
    const page = await settings(`?section=${section}`, {
      ...options,
      viewport: { width, height: 844 },
      bypassCSP: true,
    });
    await page.getByRole('heading', { level: 2 }).waitFor();
    if (section === 'ROSTER') await page.locator('[aria-current="date"]').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  },
);
