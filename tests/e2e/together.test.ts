/** What people at one board see of each other: who is here, whose hands are on which card, what others have just done. */
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { card, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe('presence', () => {
  test('[PR4] faces in the header, hands on cards: seen at once in another browser, and gone with the person', async () => {
    const { number } = await stage.seed.complaint({ subject: '冰箱两次改期没送到' }).routed('logistics').claimed();
    const mine = await stage.at('coordinator');
    const theirs = await stage.at('logistics');
    await mine.getByRole('button', { name: '另有 1 人在看板上' }).click();
    const people = mine.getByRole('dialog', { name: '谁在看板上' });
    await people.getByText('李物流').waitFor();
    await people.getByText('在看板上', { exact: true }).waitFor();

    await card(theirs, number).getByRole('link').focus();
    await theirs.keyboard.press(' ');
    await card(mine, number).getByText('李物流 正在移动').waitFor();
    await people.getByRole('link', { name: `正在移动 ${number}` }).waitFor();
    await theirs.keyboard.press('Escape');
    await card(mine, number).getByText('李物流 正在移动').waitFor({ state: 'detached' });

    await theirs.keyboard.press('Enter');
    const drawer = theirs.getByRole('dialog', { name: number });
    await people.getByRole('link', { name: `在看 ${number}` }).waitFor();
    await drawer.getByRole('button', { name: '内部留言' }).click();
    await drawer.getByRole('textbox', { name: '内部留言' }).focus();
    await card(mine, number).getByText('李物流 正在填写').waitFor();

    await theirs.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await people.getByText('李物流').waitFor({ state: 'detached' });
    await card(mine, number).getByText('李物流 正在填写').waitFor({ state: 'detached' });
  });
});

describe('the live lane', () => {
  /** The department hands one of its complaints to the warehouse. */
  const handOver = async () => {
    const { uuid, number } = await stage.seed.complaint().routed('logistics').claimed();
    const by = stage.seed.as(stage.members.logistics);
    const input = { complaintId: uuid, toDepartmentCode: 'warehouse', reason: '货在仓库', expectedVersion: null };
    expect((await handoffRequest(by, input)).ok).toBe(true);
    return number;
  };
  const lane = (page: Page) => page.getByRole('region', { name: '实时动态' });

  test.each([
    { width: 1440, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
  ] as const)(
    '[LN1] what others do appears, leads to its card, and takes no focus: $width wide',
    async ({ width, colorScheme }) => {
      const page = await stage.at('coordinator', { viewport: { width, height: 844 }, colorScheme, bypassCSP: true });
      await lane(page).getByText('会出现在这里').waitFor();
      const search = page.getByRole('searchbox');
      await search.focus();
      const number = await handOver();
      await lane(page).getByText(`${number} 请`).waitFor();
      expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);

      const others = [await handOver(), await handOver()];
      await lane(page)
        .getByRole('button', { name: /3 件请/ })
        .click();
      const list = page.getByRole('dialog', { name: /3 件请/ });
      for (const one of [number, ...others]) await list.getByText(one).waitFor();
      await list.getByRole('link', { name: number }).click();
      await expect
        .poll(() => card(page, number).evaluate((element) => element.contains(document.activeElement)))
        .toBe(true);
    },
  );

  test('[LN1] folded, it stays so; the sound is off until somebody switches it on', async () => {
    const page = await stage.at('coordinator');
    const sound = lane(page).getByRole('button', { name: '提示音' });
    await sound.waitFor();
    expect(await sound.getAttribute('aria-pressed')).toBe('false');
    await sound.click();
    const fold = lane(page).getByRole('button', { name: '实时动态' });
    await fold.click();
    await page.reload();
    await fold.waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    expect(await sound.getAttribute('aria-pressed')).toBe('true');
    expect(await lane(page).getByRole('list').count()).toBe(0);
  });
});

describe('keys and the palette', () => {
  const opened = (page: Page) => page.getByRole('dialog', { name: '查找与命令' });

  test('[CP1] finds complaints by two characters as one types, late answers notwithstanding, and leads there by keys', async () => {
    const { number } = await stage.seed.complaint({ subject: '按摩椅扶手开裂' }).routed('logistics');
    const { number: other } = await stage.seed.complaint({ subject: '按键失灵' }).routed('logistics');
    const page = await stage.at('coordinator', { bypassCSP: true });
    let late: (() => void) | null = null;
    const isLate = new Promise<void>((resolve) => {
      late = resolve;
    });
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('"text":"按"') === true) await isLate;
      await route.continue();
    });
    await page.keyboard.press('Control+k');
    await opened(page).waitFor();
    const asked = page.waitForRequest((request) => request.postData()?.includes('"text":"按"') === true);
    await page.keyboard.type('按');
    await asked;
    await page.keyboard.type('摩');
    const options = opened(page).getByRole('option');
    await options.filter({ hasText: number }).waitFor();
    late!();
    expect(await faultsOf(page)).toEqual([]);
    expect(await options.count()).toBe(1);
    // Enter right after the words were typed over: what answered the earlier ones is not opened.
    await page.keyboard.press('Backspace');
    await page.keyboard.type('键');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: other }).waitFor();
  });

  test('[CP1] [CP2] acts on the card with the focus, by its key and from the palette', async () => {
    const one = await stage.seed.complaint({ subject: '沙发塌陷' }).routed('logistics');
    const other = await stage.seed.complaint({ subject: '衣柜掉漆' }).routed('logistics');
    const page = await stage.at('logistics');
    await card(page, one.number).getByRole('link').focus();
    await page.keyboard.press('c');
    await expect
      .poll(
        async () => (await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number: one.number } })).claimedAt,
      )
      .not.toBe(null);
    await card(page, other.number).getByRole('link').focus();
    await page.keyboard.press('Control+k');
    await opened(page)
      .getByRole('option', { name: `接单 ${other.number}` })
      .waitFor();
    await page.keyboard.type('转办');
    await opened(page)
      .getByRole('option', { name: `转办 ${other.number}` })
      .waitFor();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: other.number }).getByRole('form');
    await expect.poll(() => form.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    expect(new URL(page.url()).hash).toBe('#hand-off');
    // With the complaint open, its acts are offered, and the focus goes into the form.
    await page.keyboard.press('Control+k');
    await opened(page).waitFor();
    await page.keyboard.type('内部留言');
    await page.getByRole('option', { name: `内部留言 ${other.number}` }).waitFor();
    await page.keyboard.press('Enter');
    const comment = page.getByRole('form', { name: '内部留言' });
    await expect.poll(() => comment.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    // So are those of its parts, whichever of them is shown, and the same one again.
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('Control+k');
      await opened(page).waitFor();
      await page.keyboard.type('记录承诺');
      await page.getByRole('option', { name: `记录承诺 ${other.number}` }).waitFor();
      await page.keyboard.press('Enter');
      const promise = page.getByRole('tabpanel', { name: '客户沟通' }).getByRole('form');
      await expect.poll(() => promise.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await page.getByRole('tab', { name: '概况' }).click();
    }
  });

  test('[CP7] what is typed before the palette has come lands in its field, and does nothing beneath', async () => {
    const { number } = await stage.seed.complaint({ subject: '书桌脚轮脱落' }).routed('logistics');
    const other = await stage.seed.complaint({ subject: '台灯不亮' }).routed('logistics');
    const page = await stage.at('logistics');
    let come: (() => void) | null = null;
    const isCome = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route('**/assets/palette-*', async (route) => {
      await isCome;
      await route.continue();
    });
    await page.reload();
    await card(page, number).getByRole('link').focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    const selected = page.getByRole('checkbox', { checked: true });
    expect(await selected.count()).toBe(0);
    // Whoever waits no longer has their keys again.
    await page.keyboard.press('x');
    await selected.waitFor();
    await page.keyboard.press('x');
    await expect.poll(() => selected.count()).toBe(0);
    await page.keyboard.press('Control+k');
    // On the card that has the focus these letters would select it and claim it.
    await page.keyboard.type('xcy');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type(other.number);
    await page.keyboard.press('Enter');
    expect(await opened(page).count()).toBe(0);
    come!();
    await page.getByRole('dialog', { name: other.number }).waitFor();
    expect(await selected.count()).toBe(0);
    const { claimedAt } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } });
    expect(claimedAt).toBeNull();
  });

  test('[CP4] finds a customer by a whole phone number, only when asked to', async () => {
    const phone = '13912340007';
    const customer = { name: '龚小满', phone, email: null, region: null, tier: null, group: null };
    const { number } = await stage.seed.complaint({ subject: '餐桌摇晃', customer }).routed('warehouse');
    const page = await stage.at('logistics');
    await page.keyboard.press('Control+k');
    await opened(page).waitFor();
    await page.keyboard.type(phone);
    await opened(page).getByRole('option', { name: '查客户' }).waitFor();
    expect(await stage.db.prisma.audit.count({ where: { action: 'customerLookup' } })).toBe(0);
    await page.keyboard.press('Enter');
    const found = opened(page).getByRole('option').filter({ hasText: number });
    await found.waitFor();
    expect(await found.getAttribute('aria-disabled')).toBe('true');
    expect(await opened(page).getByRole('status').textContent()).not.toContain(phone);
    expect(await stage.db.prisma.audit.count({ where: { action: 'customerLookup' } })).toBe(1);
  });

  test('[CP3] the sheet of keys is readable on a phone, and switches off those that work anywhere', async () => {
    const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', bypassCSP: true } as const;
    const page = await stage.at('coordinator', phone);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: '键盘快捷键' });
    await sheet.getByText('拿起，用方向键移动').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await sheet.getByLabel('单键快捷键').uncheck();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('[data-kind="live"]').waitFor();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await opened(page).waitFor();
    expect(await sheet.count()).toBe(0);
  });
});

test('[FA6] [UN2] of two who correct one complaint, the second is told; the first one takes nothing of theirs back, they do', async () => {
  const { number, uuid } = await stage.seed.complaint({ subject: '净水器没来' }).routed('logistics').claimed();
  const path = `/complaints/${number}`;
  const mine = await stage.at('coordinator', { path });
  const theirs = await stage.at('logistics', { path });
  for (const page of [mine, theirs]) await page.getByRole('button', { name: '更正事实' }).click();
  await theirs.getByLabel('地点').fill('涪城区');
  // A draft from before the other's correction holds no more than what was typed, either.
  await theirs.reload();
  await theirs.getByRole('button', { name: '更正事实' }).click();
  await mine.getByLabel('涉及').fill('厨下净水器');
  await mine.getByRole('button', { name: '保存更正' }).click();
  await mine.getByRole('button', { name: '保存更正' }).waitFor({ state: 'detached' });
  expect(await theirs.getByLabel('地点').inputValue()).toBe('涪城区');
  await theirs.getByRole('button', { name: '保存更正' }).click();
  await theirs.getByRole('button', { name: '载入最新' }).click();
  await expect.poll(() => theirs.getByLabel('涉及').inputValue()).toBe('厨下净水器');
  await theirs.getByRole('button', { name: '保存更正' }).click();
  await theirs.getByRole('button', { name: '保存更正' }).waitFor({ state: 'detached' });
  const drawer = mine.getByRole('dialog', { name: number });
  for (const words of ['涪城区', '厨下净水器']) await drawer.getByText(words).first().waitFor();

  const said = (page: Page) => page.getByRole('group', { name: '刚才做的' });
  await mine.keyboard.press('Control+z');
  await said(mine).getByText(`${number} 之后又有变化`).waitFor();
  // The same by name, from the palette.
  await theirs.keyboard.press('Control+k');
  await theirs.getByRole('dialog', { name: '查找与命令' }).waitFor();
  await theirs.keyboard.type('撤销');
  await theirs.getByRole('option', { name: `撤销：${number} 的情况已更正` }).waitFor();
  await theirs.keyboard.press('Enter');
  await said(theirs).getByText(`${number}：已撤销`).waitFor();
  await drawer.getByText('涪城区').first().waitFor({ state: 'detached' });
  // The story says it of both acts, in the browser of the one who watched, too.
  await drawer.getByRole('tab', { name: '时间线' }).click();
  await drawer.getByRole('listitem').filter({ hasText: '撤销之前的操作' }).waitFor();
  await drawer.getByRole('listitem').filter({ hasText: '已撤销' }).waitFor();
  const { about, place } = await stage.db.prisma.complaintText.findUniqueOrThrow({ where: { complaintId: uuid } });
  expect({ about, place }).toEqual({ about: '厨下净水器', place: null });
});
