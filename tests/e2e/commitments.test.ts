/** Holds and duties in the drawer, by several people at their own browsers. */
import { complaintHold } from '@redress/domain/actions/complaint-hold';
import { complaintResume } from '@redress/domain/actions/complaint-resume';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './stage.ts';
import type { Person, Stage } from './stage.ts';

const DAY = 24 * 60 * 60_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

/** What a `datetime-local` field holds for this moment; the browser lives in the time zone of the tests. */
function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The complaint in the drawer of somebody's browser. */
async function drawerOf(person: Person, number: string) {
  const page = await stage.at(person, { path: `/complaints/${number}` });
  return { page, drawer: page.getByRole('dialog', { name: number }) };
}

/** A complaint that was held once in its round: the next hold takes an approval. */
async function heldOnce(): Promise<{ uuid: string; number: string }> {
  const complaint = await stage.seed.complaint().routed('logistics').claimed().contacted().moved('CONFIRMED');
  const until = new Date(Date.now() + DAY);
  const hold = { id: complaint.uuid, reason: '等客户回来', until, expectedVersion: null };
  expect((await complaintHold(stage.seed.system, hold)).ok).toBe(true);
  expect((await complaintResume(stage.seed.system, { id: complaint.uuid, note: null })).ok).toBe(true);
  return complaint;
}

test('[UI23] a hold is asked for, approved at another browser, and ended by the customer who calls', async () => {
  const { uuid, number } = await heldOnce();
  const asking = await drawerOf('logistics', number);
  await asking.drawer.getByRole('button', { name: '挂起', exact: true }).click();
  const form = asking.drawer.getByRole('form', { name: '挂起' });
  await form.getByLabel('原因').fill('客户周四才回来 📦');
  await form.getByLabel('挂起至').fill(localTime(new Date(Date.now() + 10 * DAY)));
  await form.getByRole('button', { name: '挂起' }).click();
  await form.getByText('3 天', { exact: false }).waitFor();
  expect(await form.getByLabel('原因').inputValue()).toBe('客户周四才回来 📦');
  await form.getByLabel('挂起至').fill(localTime(new Date(Date.now() + DAY)));
  await form.getByRole('button', { name: '挂起' }).click();
  const standing = asking.drawer.getByRole('region', { name: '挂起' });
  const waiting = standing.getByText('等待批准', { exact: false });
  await waiting.waitFor();
  expect(await asking.drawer.getByRole('button', { name: '批准' }).count()).toBe(0);

  const approving = await drawerOf('coordinator', number);
  await approving.drawer.getByText('客户周四才回来 📦').first().waitFor();
  await approving.drawer.getByRole('button', { name: '批准' }).click();
  await waiting.waitFor({ state: 'detached' });
  await asking.drawer.getByText('已暂停').first().waitFor();
  const paused = () => stage.db.prisma.deadline.count({ where: { complaintId: uuid, state: 'PAUSED' } });
  expect(await paused()).toBeGreaterThan(0);

  await approving.drawer.getByRole('button', { name: '记录联系' }).first().click();
  const contact = approving.drawer.getByRole('form', { name: '记录与客户的联系' });
  await contact.getByText('客户来电/来信').click();
  await contact.getByLabel('内容').fill('客户提前到家了');
  await contact.getByRole('button', { name: '保存联系记录' }).click();
  await standing.waitFor({ state: 'detached' });
  expect(await paused()).toBe(0);
});

test('[UI24] a duty is given in one browser, taken and done in another, and told in the first', async () => {
  const { number } = await stage.seed.complaint().routed('logistics').claimed();
  const giving = await drawerOf('logistics', number);
  await giving.drawer.getByRole('tab', { name: '协同' }).click();
  await giving.drawer.getByRole('button', { name: '新增协办' }).click();
  const form = giving.drawer.getByRole('form', { name: '请其他部门协办' });
  await form.getByLabel('协办部门').click();
  await giving.page.getByRole('option', { name: /warehouse/ }).click();
  await form.getByLabel('要做什么').fill('调出库监控');
  await form.getByLabel('完成期限').fill(localTime(new Date(Date.now() + DAY)));
  await form.getByRole('button', { name: '加入清单' }).click();
  await giving.drawer.getByText('已完成 0/1', { exact: false }).waitFor();

  const doing = await drawerOf('picker', number);
  await doing.drawer.getByRole('tab', { name: '协同' }).click();
  const duty = doing.drawer.getByRole('listitem').filter({ hasText: '调出库监控' });
  await duty.getByRole('button', { name: '我来办' }).click();
  await giving.drawer.getByRole('listitem').filter({ hasText: '钱拣货' }).waitFor();
  expect(await duty.getByRole('button', { name: '免除' }).count()).toBe(0);
  await duty.getByRole('button', { name: '完成' }).click();
  await duty.getByRole('textbox').fill('21:40 装车，箱子完好');
  await duty.getByRole('form').getByRole('button', { name: '完成' }).click();
  await giving.drawer.getByText('已完成 1/1', { exact: false }).waitFor();
  await giving.drawer.getByText('21:40 装车，箱子完好').waitFor();
});
