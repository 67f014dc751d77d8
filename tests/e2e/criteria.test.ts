/** What a stage asks for, offered where the card was dropped: nobody leaves the board to fill it in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

const stored = async (number: string) => stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } });
const beingResolved = () =>
  stage.seed
    .complaint()
    .routed('logistics')
    .moved('CONFIRMED')
    .claimed()
    .contacted()
    .moved('INVESTIGATING')
    .investigated()
    .moved('RESOLVING');

test('[MV13] a dropped card asks for its resolution step by step, and then goes', async () => {
  const { number } = await beingResolved();
  const page = await stage.at('logistics');
  await card(page, number).getByRole('link').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  const dropped = card(page, number);
  const propose = dropped.getByRole('form', { name: '拟定处理方案' });
  await propose.getByLabel('方案种类').click();
  await page.getByRole('option', { name: '致歉' }).click();
  await propose.getByLabel('具体内容').fill('站长登门致歉');
  await propose.getByRole('button', { name: '保存方案' }).click();
  const offer = dropped.getByRole('form', { name: '提供给客户选择' });
  await offer.getByRole('checkbox', { name: '站长登门致歉' }).waitFor();
  await offer.getByRole('button', { name: '提供给客户' }).click();
  const carryOut = dropped.getByRole('form', { name: '方案已兑现' });
  await carryOut.getByRole('textbox').first().fill('客户签了回执');
  await carryOut.getByRole('button', { name: '确认兑现' }).click();
  await card(page, number, 'FOLLOWING_UP').waitFor();
  await expect.poll(async () => (await stored(number)).stage).toBe('FOLLOWING_UP');
});

test('[MV14] the call about the survey is the next step of who may make it, and a bad score begins a new round', async () => {
  const { number } = await stage.seed.complaint().routed('logistics').claimed().followedUp();
  const page = await stage.at('supervisor', { path: `/complaints/${number}` });
  const next = page.getByRole('region', { name: '下一步' });
  await next.getByRole('button', { name: '回访客户' }).click();
  const form = next.getByRole('form', { name: '记录回访结果' });
  await form.getByRole('radiogroup', { name: '处理结果' }).getByText('2').click();
  await form.getByRole('radiogroup', { name: '处理过程' }).getByText('4').click();
  await form.getByLabel('客户的意见').fill('又漏了');
  await form.getByRole('button', { name: '记录' }).click();
  await expect.poll(async () => (await stored(number)).round).toBe(2);
  expect((await stored(number)).stage).not.toBe('FOLLOWING_UP');
});
