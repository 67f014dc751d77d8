/** Calendars, departments and deadlines in the settings, as an administrator and as anybody meets them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Person, Stage } from './stage.ts';

const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//test//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART;VALUE=DATE:20270315',
  'DTEND;VALUE=DATE:20270317',
  'SUMMARY:盘点',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'DTSTART:20270320T090000Z',
  'SUMMARY:开会',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.seed.complaint({ subject: '冰箱两次改期没送到' }).routed('logistics');
});
afterAll(() => stage?.close());

async function settings(search: string, person: Person = 'admin', options: Parameters<Stage['at']>[1] = {}) {
  const page = await stage.at(person, options);
  await page.goto(`${stage.server.url}/settings${search}`);
  await page.getByRole('heading', { level: 2 }).waitFor();
  return page;
}

describe('calendars', () => {
  test('[PO22] [PO23] [PO24] a calendar is made, filled from a file, saved, and a department goes over to it', async () => {
    const page = await settings('?section=CALENDAR');
    await page.getByRole('button', { name: '新建日历' }).click();
    await page.getByRole('textbox', { name: '日历代码' }).fill('仓库');
    await page.getByRole('button', { name: '填写时间' }).click();
    await page.getByText('以大写字母开头').waitFor();
    await page.getByRole('textbox', { name: '日历代码' }).fill('warehouse');
    await page.getByRole('button', { name: '填写时间' }).click();
    await page.getByRole('heading', { level: 2, name: 'WAREHOUSE' }).waitFor();

    await page.getByRole('textbox', { name: '中文名称' }).fill('仓库作息');
    await page.getByRole('textbox', { name: '英文名称' }).fill('Warehouse');
    // Split the Monday, and let the week follow it.
    await page.getByRole('textbox', { name: '周一第 1 段结束' }).fill('12');
    await page.getByRole('button', { name: '周一加一段' }).click();
    await page.getByRole('textbox', { name: '周一第 2 段开始' }).fill('1330');
    await page.getByRole('textbox', { name: '周一第 2 段结束' }).fill('1230');
    await page.getByRole('button', { name: '看看影响' }).click();
    await page.getByText('结束时间必须晚于开始时间').first().waitFor();
    await page.getByRole('textbox', { name: '周一第 2 段结束' }).fill('18');
    await page.getByRole('button', { name: '周二至周五照周一' }).click();
    expect(await page.getByRole('textbox', { name: '周五第 2 段开始' }).inputValue()).toBe('13:30');

    await page.getByRole('button', { name: '导入 iCalendar（.ics）' }).click();
    await page.getByRole('textbox', { name: '或粘贴内容' }).fill('no calendar');
    await page.getByRole('button', { name: '读取' }).click();
    await page.getByText('这不是有效的 iCalendar').waitFor();
    const whole = { name: 'large.ics', mimeType: 'text/calendar', buffer: Buffer.alloc(600_000, 'x') };
    await page.locator('input[type=file]').setInputFiles(whole);
    await page.getByText('文件超过 512 kB').waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(ICS) });
    await page.getByLabel('从哪天起').fill('2027-01-01');
    await page.getByLabel('到哪天止').fill('2027-12-31');
    await page.getByRole('button', { name: '读取' }).click();
    await page.getByText('读到 2 个休息日').waitFor();
    await page.getByText('1 个事件有具体钟点').waitFor();
    await page.getByRole('button', { name: '加入日历（2 天）' }).click();
    await page.getByText('保存后生效').waitFor();
    // The year of the days is shown, and says why they are closed.
    await page.getByRole('heading', { name: '2027 年' }).waitFor();
    await page.getByText('盘点').first().waitFor();
    await page.getByText('休息 2 天').waitFor();

    // A clock that would run over them, in the calendar that is not saved yet.
    await page.getByLabel('开始计时').fill('2027-03-12T17:00');
    await page.getByRole('textbox', { name: '时限', exact: true }).fill('2h');
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByText('特殊日期 · 盘点').first().waitFor();

    await page.getByRole('textbox', { name: '修改原因' }).fill('仓库中午关门');
    await page.getByRole('button', { name: '看看影响' }).click();
    await page.getByText('对正在计时的投诉没有影响').waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('第 1 版').waitFor();
    await page.getByText('仓库中午关门').first().waitFor();

    // The second version says what came: one line, not the whole list.
    const days = page.getByLabel('日期');
    const before = await days.count();
    await page.getByRole('button', { name: '加一天' }).click();
    await expect.poll(() => days.count()).toBe(before + 1);
    await days.last().fill('2027-04-01');
    await page.getByPlaceholder('名称，如 盘点').last().fill('年会');
    await page.getByRole('textbox', { name: '修改原因' }).fill('年会');
    await page.getByRole('button', { name: '看看影响' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('无 → 2027-04-01 年会').waitFor();

    await page.getByRole('button', { name: '部门', exact: true }).click();
    await page.getByRole('button', { name: /logistics/ }).click();
    await page.getByRole('combobox', { name: '工作日历' }).click();
    await page.getByRole('option', { name: '仓库作息 (WAREHOUSE)' }).click();
    await page.getByRole('button', { name: '看看影响' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /个时限|没有影响/ })
      .waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: /logistics.*仓库作息/ }).waitFor();
    const { calendarCode } = await stage.db.prisma.department.findFirstOrThrow({ where: { code: 'logistics' } });
    expect(calendarCode).toBe('WAREHOUSE');
  });

  test('[PO20] a policy goes back to the product default, after that was shown', async () => {
    const page = await settings('?section=LIMITS');
    expect(await page.getByRole('button', { name: '恢复出厂设置' }).count()).toBe(0);
    await page.getByRole('textbox', { name: '一次挂起最多几天' }).fill('9');
    await page.getByRole('textbox', { name: '修改原因' }).fill('试一试');
    await page.getByRole('button', { name: '看看影响' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '恢复出厂设置' }).click();
    const reset = page.getByRole('region', { name: '恢复出厂设置' });
    await reset.getByText('9 → 3').waitFor();
    await reset.getByRole('textbox', { name: '修改原因' }).fill('还是原来好');
    await reset.getByRole('button', { name: '看看影响' }).click();
    await reset.getByRole('button', { name: '确认恢复' }).click();
    await page.getByText('还是原来好').waitFor();
    await page.getByText('9 → 3').waitFor();
    expect(await page.getByRole('button', { name: '恢复出厂设置' }).count()).toBe(0);
  });

  test('[PO20] who may not change the settings reads them', async () => {
    const page = await settings('?section=DEADLINE&key=CLAIM', 'logistics');
    await page.getByText('设置由管理员修改').waitFor();
    expect(await page.getByRole('textbox', { name: '一般' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: '看看影响' }).count()).toBe(0);
    await page.getByText('第 1 版').waitFor();
  });

  test('[PO24] a deadline is tried: when it is due, in whose time, and why', async () => {
    const page = await settings('?section=TRY', 'coordinator', { timezoneId: 'Asia/Shanghai' });
    await page.getByLabel('开始计时').fill('2026-09-30T17:30');
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByText('2026年10月8日周四 09:30').waitFor();
    await page.getByText('公共假日 · 国庆节').first().waitFor();
    await page.getByText('公司工作时间').waitFor();
  });

  test.each([
    { locale: 'zh-CN', colorScheme: 'light', width: 1440, section: 'CALENDAR' },
    { locale: 'zh-CN', colorScheme: 'dark', width: 390, section: 'CALENDAR' },
    { locale: 'en-US', colorScheme: 'light', width: 390, section: 'DEPARTMENTS' },
    { locale: 'en-US', colorScheme: 'dark', width: 1440, section: 'DEPARTMENTS' },
    { locale: 'zh-CN', colorScheme: 'light', width: 390, section: 'TRY' },
    { locale: 'en-US', colorScheme: 'dark', width: 1440, section: 'TRY' },
  ] as const)(
    '[UI12] $section is readable and whole: $locale, $colorScheme, $width wide',
    async ({ width, section, ...options }) => {
      const viewport = { width, height: 844 };
      const page = await settings(`?section=${section}`, 'admin', { ...options, viewport, bypassCSP: true });
      if (section === 'CALENDAR') await page.getByText('国庆节').first().waitFor();
      if (section === 'TRY') await page.getByRole('button', { name: /算一算|due/ }).click();
      if (section === 'TRY')
        await page
          .getByRole('status')
          .filter({ hasText: /到期|Due/ })
          .waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    },
  );
});
