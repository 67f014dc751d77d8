/** Registering while somebody is on the line: by typing alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const PHONE = '13912340001';
const customer = { name: '王敏', phone: PHONE, email: null, region: null, tier: null, group: null };

let stage: Stage;
let theirs: string;
beforeAll(async () => {
  stage = await setStage();
  ({ number: theirs } = await stage.seed.complaint({ subject: '差价没有退', customer }).routed('logistics').claimed());
});
afterAll(() => stage?.close());

test('[RG8] a call becomes a complaint without a pointer: number, words, demand, category, sent', async () => {
  const page = await stage.at('picker', { path: '/register' });
  const { keyboard } = page;
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('phone');
  await keyboard.type('139 1234 0002');
  await keyboard.press('Tab');
  await keyboard.type('冰箱不制冷');
  await keyboard.press('Tab');
  await keyboard.type('昨天晚上起不制冷。');
  await keyboard.press('Tab');
  await keyboard.press('Alt+Digit1');
  await keyboard.press('Control+Enter');
  await page.getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).waitFor();
  const { id } = await stage.db.prisma.complaint.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const text = await stage.db.prisma.complaintText.findUniqueOrThrow({ where: { complaintId: id } });
  expect(text).toMatchObject({ subject: '冰箱不制冷', description: '昨天晚上起不制冷。', demand: '退款' });
});

test('[LK10] a call about another department’s case is taken down for them', async () => {
  const page = await stage.at('picker', { path: '/register', bypassCSP: true });
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=phone]').fill(PHONE);
  await dialog.locator('input[name=subject]').fill('催退差价');
  await dialog.getByRole('button', { name: `转告主办部门：${theirs}` }).click();
  await expect.poll(() => dialog.getByLabel('客户说了什么').inputValue()).toBe('催退差价');
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await dialog.getByRole('button', { name: '转告', exact: true }).click();
  await dialog.getByText('已转告主办部门').waitFor();
  await expect.poll(() => stage.db.prisma.contact.count({ where: { summary: '催退差价' } })).toBe(1);
});

test('[FA1] [FA5] facts are corrected in the drawer, and a possible injury stands on the card', async () => {
  const page = await stage.at('logistics', { path: `/complaints/${theirs}`, bypassCSP: true });
  await page.getByRole('button', { name: '更正事实' }).click();
  const form = page.getByRole('form', { name: '更正事实和诉求' });
  await form.getByLabel('诉求').fill('退还差价 200 元');
  await form.getByLabel('人身').check();
  expect(await faultsOf(page)).toEqual([]);
  await form.getByRole('button', { name: '保存更正' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: '时间线' }).click();
  await page.getByText('更正了事实：可能后果、诉求').waitFor();
  await page.keyboard.press('Escape');
  await page
    .locator('article[data-card]')
    .filter({ hasText: theirs.slice(-6) })
    .getByText('人身')
    .waitFor();
});

test('[FC1] [FC5] a call is registered and settled in one form, without a pointer', async () => {
  const page = await stage.at('picker', { path: '/register' });
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=phone]:focus').waitFor();
  const { keyboard } = page;
  const inTurn = async (...words: (string | null)[]) => {
    for (const word of words) {
      if (word !== null) await keyboard.type(word);
      await keyboard.press('Tab');
    }
  };
  await inTurn('139 1234 0003', '少了一包螺丝', '安装时发现少一包。', '补发');
  await keyboard.press('Alt+Digit0');
  await dialog.getByRole('combobox', { name: '是否成立' }).and(page.locator(':focus')).waitFor();
  const [validity, cause, kind] = [null, null, null];
  await inTurn(validity, cause, '仓库核实漏装', kind, '致歉，当天补寄', '快递单号 SF-77');
  await keyboard.type('客户接受');
  await keyboard.press('Control+Enter');
  // What it is about was forgotten: the form asks for it where it is typed, and keeps the rest.
  await dialog.getByRole('combobox', { name: '类别' }).and(page.locator(':focus')).waitFor();
  await keyboard.type('wareh');
  await keyboard.press('Enter');
  await keyboard.press('Control+Enter');
  await dialog.getByText('已当场办结，转入回访').waitFor();
  const settled = await stage.db.prisma.complaint.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(settled).toMatchObject({
    stage: 'FOLLOWING_UP',
    validity: 'FOUNDED',
    resolutionsAgreed: 1,
    resolutionsOpen: 0,
  });
  await stage.db.prisma.complaintText.findFirstOrThrow({ where: { complaintId: settled.id, subject: '少了一包螺丝' } });
});

test('[FC2] [FC5] [UI27] on a phone, what takes an approval is refused at the amount, and nothing that was typed is gone', async () => {
  const phone = { viewport: { width: 390, height: 844 }, bypassCSP: true };
  const page = await stage.at('picker', { path: '/register', ...phone });
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=subject]').fill('货架划痕');
  await dialog.locator('textarea[name=description]').fill('桌面有一道划痕。');
  const category = dialog.getByRole('combobox', { name: '类别' });
  await category.fill('没有这一类');
  await page.keyboard.press('Enter');
  // As fast as fingers are: the options are there by then, but none of them need be marked yet.
  await category.fill('wareh');
  await page.keyboard.press('Enter');
  const fold = dialog.getByRole('region', { name: '当场办结' });
  await fold.getByRole('checkbox').check();
  await fold.getByLabel('判断理由').fill('照片属实');
  await fold.getByRole('combobox', { name: '处理方式' }).click();
  await page.getByRole('option', { name: '补偿' }).click();
  await fold.getByLabel(/^金额/).fill('300');
  await fold.getByLabel('具体处理').fill('补偿三百元');
  await fold.getByLabel('办理凭据').fill('转账单 12');
  await fold.getByLabel('与客户沟通的内容').fill('同意');
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await dialog.getByRole('button', { name: '登记并办结' }).click();
  await fold.getByText('这样处理需要审批').waitFor();
  expect(await dialog.locator('input[name=subject]').inputValue()).toBe('货架划痕');
  await fold.getByLabel(/^金额/).fill('50');
  await dialog.getByRole('button', { name: '登记并办结' }).click();
  await dialog.getByText('已当场办结，转入回访').waitFor();
});

describe('an answer that is late, or lost', () => {
  const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
  const registeringOf = (page: Page) => page.getByRole('dialog', { name: '登记投诉' });

  /** Fills in what is needed, and sends it. */
  async function send(page: Page, subject: string) {
    const dialog = registeringOf(page);
    await dialog.locator('input[name=subject]').fill(subject);
    await dialog.locator('textarea[name=description]').fill('送来时外箱已破。');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
  }

  /** Holds the answer to the first of this operation, which the server has carried out, until it is let go, or gets lost. */
  async function hold(page: Page, operation: string, { isLost = false } = {}) {
    let isHeld = false;
    let letGo: () => void = () => undefined;
    const mayGo = new Promise<void>((go) => (letGo = go));
    await page.route('**/graphql', async (route) => {
      if (isHeld || !route.request().postData()?.includes(`"operationName":"${operation}"`)) return route.continue();
      isHeld = true;
      const response = await route.fetch();
      await mayGo;
      return isLost ? route.abort() : route.fulfill({ response });
    });
    return letGo;
  }

  /** The server carries the first one out, and its answer gets lost. */
  const lose = async (page: Page, operation: string) => (await hold(page, operation, { isLost: true }))();

  const close = async (page: Page) => {
    await registeringOf(page).getByRole('button', { name: '关闭' }).click();
    await registeringOf(page).waitFor({ state: 'detached' });
  };

  test('[DR4] who left before their complaint had its number is told it, and finds the code when they come back', async () => {
    const page = await stage.at('picker', { path: '/register' });
    const letGo = await hold(page, 'RegisterComplaint');
    await send(page, '外箱破损，先走开');
    await close(page);
    letGo();
    const told = page.getByRole('group', { name: '刚才做的' });
    await told.getByText(/已登记为 C-\d{4}-\d{6}/).waitFor();
    await told.getByRole('button', { name: '回到那里' }).click();
    await registeringOf(page).getByText(CODE).waitFor();
    await told.waitFor({ state: 'detached' });
    await registeringOf(page).getByRole('button', { name: '再登记一件' }).click();
    expect(await registeringOf(page).locator('input[name=subject]').inputValue()).toBe('');
    // It was seen.
    await close(page);
    await page.goBack();
    await registeringOf(page).locator('input[name=subject]').waitFor();
    expect(await registeringOf(page).getByText(CODE).count()).toBe(0);
  });

  test('[DR4] who comes back before the answer finds it still being sent, then the code; nothing is sent twice', async () => {
    const page = await stage.at('picker', { path: '/register' });
    const letGo = await hold(page, 'RegisterComplaint');
    await send(page, '外箱破损，又回来');
    await close(page);
    await page.goBack();
    const again = registeringOf(page).getByRole('button', { name: '登记', exact: true });
    await again.and(page.locator('[data-loading]')).waitFor();
    await registeringOf(page).getByText('离开前提交的还在登记').waitFor();
    await page.keyboard.press('Control+Enter');
    letGo();
    await registeringOf(page).getByText(CODE).waitFor();
    expect(await page.getByRole('group', { name: '刚才做的' }).count()).toBe(0);
    expect(await stage.db.prisma.complaintText.count({ where: { subject: '外箱破损，又回来' } })).toBe(1);
  });

  test('[DR4] who is back when it turns out that no answer comes is told so in the form, and sends it again', async () => {
    const page = await stage.at('picker', { path: '/register' });
    const letGo = await hold(page, 'RegisterComplaint', { isLost: true });
    await send(page, '外箱破损，没有应答');
    await close(page);
    await page.goBack();
    const dialog = registeringOf(page);
    await dialog.getByText('离开前提交的还在登记').waitFor();
    letGo();
    await dialog.getByText('离开前提交的没有登记成功').waitFor();
    // Told here, and no more behind it.
    await page.getByRole('group', { name: '刚才做的' }).waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.getByText(/C-\d{4}-\d{6}/).waitFor();
    expect(await stage.db.prisma.complaintText.count({ where: { subject: '外箱破损，没有应答' } })).toBe(1);
  });

  test('[AK4] a complaint whose answer was lost is there once, though the page was loaded anew and it was sent again', async () => {
    const page = await stage.at('picker', { path: '/register' });
    await lose(page, 'RegisterComplaint');
    await send(page, '外箱破损，断网');
    const dialog = registeringOf(page);
    await dialog.getByRole('alert').waitFor();
    await page.reload();
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.getByText(/C-\d{4}-\d{6}/).waitFor();
    await dialog.getByText('查询码在没有收到的那次应答里').waitFor();
    expect(await stage.db.prisma.complaintText.count({ where: { subject: '外箱破损，断网' } })).toBe(1);
  });

  test('[AK4] a comment whose answer was lost is there once, though its form was closed and it was sent again', async () => {
    const page = await stage.at('logistics', { path: `/complaints/${theirs}` });
    const form = page.getByRole('form', { name: '内部留言' });
    const comment = () => page.getByRole('button', { name: '内部留言' }).click();
    await lose(page, 'AddComment');
    await comment();
    await form.getByRole('textbox').first().fill('差价已报财务');
    await form.getByRole('button', { name: '留言', exact: true }).click();
    await form.getByRole('alert').waitFor();
    await form.getByRole('button', { name: '取消' }).click();
    await form.waitFor({ state: 'detached' });
    await comment();
    await form.getByRole('button', { name: '留言', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    expect(await stage.db.prisma.note.count({ where: { kind: 'COMMENT', text: '差价已报财务' } })).toBe(1);
  });
});
