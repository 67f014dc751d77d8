/** A member's own notification settings in the browser, with a real mail server and a robot behind them. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { headerOf, startMailServer } from '../testkit/mail-server.ts';
import type { TestMailServer } from '../testkit/mail-server.ts';
import { startRobotServer } from '../testkit/robot-server.ts';
import type { TestRobotServer } from '../testkit/robot-server.ts';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const PATH = '/settings/notifications';

let mail: TestMailServer;
let robot: TestRobotServer;
let stage: Stage;
beforeAll(async () => {
  [mail, robot] = await Promise.all([startMailServer(), startRobotServer()]);
  stage = await setStage({ SMTP_URL: mail.url, MAIL_FROM: 'redress@example.com', ROBOT_ORIGINS: robot.origin });
});
afterEach(() => {
  mail.refuses = {};
});
afterAll(async () => {
  await stage?.close();
  await Promise.all([mail?.stop(), robot?.stop()]);
});

type Page = Awaited<ReturnType<Stage['page']>>;

async function open(person: 'logistics' | 'warehouse' | 'admin', options = {}): Promise<Page> {
  const page = await stage.at(person, options);
  await page.goto(stage.server.url + PATH);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const channelsOf = (memberId: string) => stage.db.prisma.notificationChannel.findMany({ where: { memberId } });

describe('notification settings', () => {
  test('[NX24] a channel is added, tried, seen to deliver, chosen for, kept quiet and removed', async () => {
    const page = await stage.at('logistics');
    await page.getByRole('link', { name: /我的待办/ }).click();
    await page.getByRole('link', { name: '通知设置' }).click();
    await page.getByText('还没有渠道').waitFor();
    await page.getByRole('button', { name: '添加渠道' }).click();
    const form = page.getByRole('form', { name: '添加渠道' });
    // The member's own address is proposed; a wrong one is refused where it stands.
    const { email, id: memberId } = stage.members.logistics;
    expect(await form.getByLabel('邮箱地址').inputValue()).toBe(email);
    await form.getByLabel('邮箱地址').fill('li.na');
    await form.getByRole('button', { name: '保存', exact: true }).click();
    await form.getByText('邮箱地址不正确').waitFor();
    await form.getByLabel('邮箱地址').fill('li.na@example.com');
    await form.getByRole('button', { name: '保存', exact: true }).click();

    const channel = page.locator('[data-channel="EMAIL"]');
    await channel.getByText('还没有发过').waitFor();
    await channel.getByRole('button', { name: '测试：li.na@example.com' }).click();
    await channel.getByText('测试已送达').waitFor();
    expect(mail.mails.map(({ to }) => to)).toEqual([['li.na@example.com']]);
    expect(headerOf(mail.mails[0]!.raw, 'Subject')).toBe('测试：通知可以送达');

    const cell = page.getByRole('checkbox', { name: '提到了你 · li.na@example.com' });
    expect(await cell.isChecked()).toBe(false);
    await cell.focus();
    await page.keyboard.press('Space');
    await page.getByText('还没有保存').waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存。').waitFor();
    expect((await channelsOf(memberId))[0]!.kinds).toContain('MENTIONED');

    await channel.getByRole('button', { name: '修改：li.na@example.com' }).click();
    await page.getByRole('checkbox', { name: '安静时段' }).click();
    await page.getByLabel('从').fill('21:00');
    await page.getByRole('form').getByRole('button', { name: '保存', exact: true }).click();
    await channel.getByText(/^21:00–08:00/).waitFor();

    await channel.getByRole('button', { name: '删除：li.na@example.com' }).click();
    await page.keyboard.press('Enter');
    await page.getByText('还没有渠道').waitFor();
    expect(await channelsOf(memberId)).toEqual([]);
  });

  test('[NX24] a robot says where it may be, keeps its address to itself, and says why it did not answer', async () => {
    const page = await open('warehouse');
    await page.getByRole('button', { name: '添加渠道' }).click();
    const form = page.getByRole('form', { name: '添加渠道' });
    await form.getByRole('combobox', { name: '类型' }).click();
    await page.getByRole('option', { name: '钉钉群机器人' }).click();
    await form.getByText('卡片会发到整个群').waitFor();
    await form.getByLabel('Webhook 地址').fill('https://10.0.0.7/robot/send?access_token=1');
    await form.getByRole('button', { name: '保存', exact: true }).click();
    await form.getByText(/这里只能填写以下地址上的 Webhook：https:\/\/oapi\.dingtalk\.com/).waitFor();
    await form.getByLabel('Webhook 地址').fill(`${robot.origin}/send?access_token=0123456789abcdef`);
    await form.getByRole('button', { name: '保存', exact: true }).click();
    const channel = page.locator('[data-channel="DINGTALK"]');
    await channel.getByText('…cdef').waitFor();
    expect(await page.content()).not.toContain('0123456789');
    robot.answers = [{ body: '{"errcode":310000,"errmsg":"sign not match"}' }];
    await channel.getByRole('button', { name: /^测试/ }).click();
    await channel.getByText('机器人拒绝了').waitFor();
    await channel.getByRole('button', { name: /^测试/ }).click();
    await channel.getByText('测试已送达').waitFor();
  });

  test('[NX24] what did not arrive stands there, and is sent again', async () => {
    const { warehouse } = stage.members;
    const target = 'away@example.com';
    mail.refuses[target] = 550;
    await stage.seed.channel(warehouse, { kind: 'EMAIL', target });
    await stage.seed.complaint({ subject: '地板起拱' }).routed('warehouse');
    await expect
      .poll(() => stage.db.prisma.delivery.count({ where: { memberId: warehouse.id, state: 'FAILED' } }))
      .toBeGreaterThan(0);
    const page = await open('warehouse');
    await page.getByText('待接单 → 电子邮件').waitFor();
    await page.getByText('对方服务器不接受这个收件人').first().waitFor();
    mail.refuses = {};
    await page.getByRole('button', { name: '重新发送：待接单' }).click();
    await page.getByText('没有送达失败的通知').waitFor();
    await expect.poll(() => mail.mails.flatMap(({ to }) => to)).toContain(target);
  });

  test.each([
    { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
    { locale: 'en-US', colorScheme: 'dark', width: 1440 },
    { locale: 'zh-CN', colorScheme: 'dark', width: 390 },
    { locale: 'en-US', colorScheme: 'light', width: 390 },
  ] as const)(
    '[UI12] the notification settings are readable and whole: $locale, $colorScheme, $width wide',
    async ({ width, ...options }) => {
      const page = await open('warehouse', { ...options, viewport: { width, height: 844 }, bypassCSP: true });
      const isChinese = options.locale === 'zh-CN';
      await page.locator('[data-channel]').first().waitFor();
      await page.getByRole('button', { name: isChinese ? '添加渠道' : 'Add a channel' }).click();
      await page.getByRole('checkbox', { name: isChinese ? '安静时段' : 'Quiet hours' }).click();
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    },
  );
});
