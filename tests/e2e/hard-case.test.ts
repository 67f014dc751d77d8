/** A hard case from the first department to its end, by several people: nobody leaves the drawer or the inbox. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo } from '../testkit/files.ts';
import { setStage } from './stage.ts';
import type { Person, Stage } from './stage.ts';

const DAY = 24 * 60 * 60_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

/** What a `datetime-local` field holds for this moment. */
function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

async function drawerOf(person: Person, number: string) {
  const page = await stage.at(person, { path: `/complaints/${number}` });
  return { page, drawer: page.getByRole('dialog', { name: number }) };
}

const jpeg = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await photo() });

/** Sends a file from within a form, and waits until it is picked. */
async function send(form: Locator, name: string): Promise<void> {
  await form.locator('input[type=file]').setInputFiles(await jpeg(name));
  await expect.poll(() => form.getByRole('checkbox', { name }).isChecked()).toBe(true);
}

/** Chooses colleagues by their names. */
async function choose(form: Locator, label: string, names: string[]): Promise<void> {
  const field = form.getByRole('combobox', { name: label });
  for (const name of names) {
    await field.fill(name);
    await form.page().getByRole('option', { name }).click();
  }
  await field.press('Tab');
}

test('[FL13] [FL14] [MV13] [AP7] a hard case goes through all stages, with two departments, a visit, an approval and proof', async () => {
  const demand = { subject: '衣柜门板开裂，砸到地板', severity: 'IMPORTANT', demand: '退款并修地板' } as const;
  const { number, uuid } = await stage.seed.complaint(demand).routed('warehouse').claimed();
  const stored = () => stage.db.prisma.complaint.findUniqueOrThrow({ where: { id: uuid } });
  const moveTo = async (drawer: Locator, label: string, to: string) => {
    await drawer.getByRole('button', { name: '移动阶段', exact: true }).click();
    const form = drawer.getByRole('form', { name: '移动阶段' });
    await form.getByRole('button', { name: `移到「${label}」` }).click();
    await form.waitFor({ state: 'detached' });
    expect((await stored()).stage).toBe(to);
  };

  // It belongs to another department, which takes it over.
  const first = await drawerOf('warehouse', number);
  await first.drawer.getByRole('button', { name: '转办', exact: true }).click();
  const handoff = first.drawer.getByRole('form', { name: '转办给其他部门' });
  await handoff.getByRole('combobox', { name: '转给' }).click();
  await first.page.getByRole('option', { name: /logistics/ }).click();
  await handoff.getByLabel('原因').fill('安装时磕裂，属物流安装');
  await handoff.getByRole('button', { name: '发起转办' }).click();

  const { page, drawer } = await drawerOf('logistics', number);
  await drawer.getByRole('region', { name: '下一步' }).getByRole('button', { name: '接单' }).click();
  await expect.poll(async () => (await stored()).pendingHandoffId).toBe(null);

  // They speak with the customer, and go on.
  await drawer.getByRole('button', { name: '记录联系', exact: true }).first().click();
  const contact = drawer.getByRole('form', { name: '记录与客户的联系' });
  await contact.getByLabel('内容').fill('客户确认门板开裂，要求退款');
  await contact.getByRole('checkbox', { name: '已与客户核实事实和诉求' }).check();
  await contact.getByRole('button', { name: '保存联系记录' }).click();
  await contact.waitFor({ state: 'detached' });
  await moveTo(drawer, '受理', 'CONFIRMED');
  await moveTo(drawer, '调查', 'INVESTIGATING');

  // The first department helps.
  await drawer.getByRole('tab', { name: '协同' }).click();
  await drawer.getByRole('button', { name: '新增协办' }).click();
  const duty = drawer.getByRole('form', { name: '请其他部门协办' });
  await duty.getByLabel('协办部门').click();
  await page.getByRole('option', { name: /warehouse/ }).click();
  await duty.getByLabel('要做什么').fill('查这批门板的出库记录');
  await duty.getByLabel('完成期限').fill(localTime(new Date(Date.now() + DAY)));
  await duty.getByRole('button', { name: '加入清单' }).click();
  await drawer.getByText('已完成 0/1', { exact: false }).waitFor();
  const helping = await drawerOf('warehouse', number);
  await helping.drawer.getByRole('tab', { name: '协同' }).click();
  const line = helping.drawer.getByRole('listitem').filter({ hasText: '查这批门板的出库记录' });
  await line.getByRole('button', { name: '完成' }).click();
  await line.getByRole('textbox').fill('同批次三块有暗裂');
  await line.getByRole('form').getByRole('button', { name: '完成' }).click();
  await drawer.getByText('已完成 1/1', { exact: false }).waitFor();

  // Two of them go there, and come back with a signed record.
  await drawer.getByRole('tab', { name: '调查' }).click();
  await drawer.getByRole('button', { name: '安排上门' }).click();
  const plan = drawer.getByRole('form', { name: '安排上门' });
  await plan.getByLabel('约定时间').fill(localTime(new Date(Date.now() + DAY)));
  await plan.getByLabel('地点').fill('客户家');
  await choose(plan, '上门人员', ['李物流', '钱拣货']);
  await plan.getByRole('button', { name: '安排', exact: true }).click();
  await drawer.getByText('已约定').waitFor();
  // The appointment has come.
  await stage.db.pool.query(`UPDATE "visit" SET "at" = now() - interval '1 hour' WHERE "complaintId" = $1`, [uuid]);
  await page.reload();
  await drawer.getByRole('tab', { name: '调查' }).click();
  await drawer.getByRole('button', { name: '已上门' }).click();
  const visit = drawer.getByRole('form', { name: '上门记录' });
  await visit.getByLabel('记录（客户已签字）').fill('门板开裂，地板有凹痕，客户签字');
  await send(visit, '签字记录.jpg');
  await visit.getByRole('button', { name: '保存记录' }).click();
  await drawer.getByRole('list', { name: '签字记录' }).getByRole('link', { name: '签字记录.jpg' }).waitFor();

  // What was found, with the record as its evidence.
  await drawer.getByRole('button', { name: '写调查报告' }).click();
  const report = drawer.getByRole('form', { name: '调查报告' });
  await report.getByLabel('经过').fill('安装次日门板开裂');
  await report.getByLabel('查明情况').fill('同批次门板有暗裂，安装未检查');
  await report.getByLabel('结论').fill('退款并修复地板');
  await report.getByRole('button', { name: '提交报告' }).click();
  await report.waitFor({ state: 'detached' });
  await drawer.getByRole('button', { name: '认定', exact: true }).click();
  const validity = drawer.getByRole('form', { name: '认定投诉是否成立' });
  await validity.getByRole('radio', { name: '成立', exact: true }).check();
  await validity.getByLabel('原因').fill('上门记录为证');
  await validity.getByRole('checkbox', { name: '签字记录.jpg' }).check();
  await validity.getByRole('button', { name: '认定', exact: true }).click();
  await drawer.getByRole('list', { name: '证据文件' }).getByRole('link', { name: '签字记录.jpg' }).waitFor();
  await drawer.getByRole('button', { name: '选择原因' }).click();
  const cause = drawer.getByRole('form', { name: '根本原因' });
  await cause.getByRole('combobox', { name: '原因' }).fill('操作失误');
  await page.getByRole('option', { name: '操作失误' }).click();
  await cause.getByRole('button', { name: '确定原因' }).click();
  await cause.waitFor({ state: 'detached' });
  await drawer.getByRole('button', { name: '记录会商' }).click();
  const consultation = drawer.getByRole('form', { name: '会商记录' });
  await choose(consultation, '参加的同事', ['李物流', '吴仓储']);
  await consultation.getByLabel('讨论情况').fill('两部门核对批次与安装');
  await consultation.getByLabel('商定意见').fill('全额退款，仓储追溯批次');
  await consultation.getByRole('button', { name: '保存记录' }).click();
  await consultation.waitFor({ state: 'detached' });
  await moveTo(drawer, '处理', 'RESOLVING');

  // More than they may give: somebody else approves, where they are told of it.
  await drawer.getByRole('tab', { name: '概况' }).click();
  await drawer.getByRole('button', { name: '拟定方案' }).click();
  const propose = drawer.getByRole('form', { name: '拟定处理方案' });
  await propose.getByLabel('具体内容').fill('退货款六百元');
  await propose.getByLabel('金额或价值').fill('600');
  await propose.getByRole('button', { name: '保存方案' }).click();
  await drawer.getByText('等主管审批').waitFor();
  expect(await drawer.getByRole('button', { name: '提供给客户' }).count()).toBe(0);
  const supervisor = await stage.at('supervisor', { path: '/inbox' });
  await supervisor.getByRole('button', { name: `同意 ${number}`, exact: true }).click();
  await drawer.getByRole('button', { name: '提供给客户' }).click();
  const offer = drawer.getByRole('form', { name: '提供给客户选择' });
  await offer.getByRole('button', { name: '提供给客户' }).click();
  await drawer.getByRole('button', { name: '客户接受', exact: true }).click();
  const accept = drawer.getByRole('form', { name: '客户接受了这个方案' });
  await accept.getByLabel('客户是怎么说的').fill('同意退款');
  await accept.getByRole('button', { name: '记录客户接受' }).click();
  await drawer.getByRole('button', { name: '已兑现', exact: true }).click();
  const carryOut = drawer.getByRole('form', { name: '方案已兑现' });
  await send(carryOut, '退款回单.jpg');
  await carryOut.getByRole('button', { name: '确认兑现' }).click();
  await drawer.getByRole('list', { name: '凭据文件' }).getByRole('link', { name: '退款回单.jpg' }).waitFor();
  await moveTo(drawer, '回访', 'FOLLOWING_UP');

  // Who had no part in it asks the customer.
  const asking = await drawerOf('coordinator', number);
  const verdict = asking.drawer.getByRole('region', { name: '满意度评价' });
  await verdict.getByRole('button', { name: '记录回访', exact: true }).click();
  const survey = verdict.getByRole('form', { name: '记录回访结果' });
  await survey.getByRole('radiogroup', { name: '处理结果' }).getByText('5').click();
  await survey.getByRole('radiogroup', { name: '处理过程' }).getByText('4').click();
  await survey.getByRole('button', { name: '记录' }).click();
  await expect.poll(async () => (await stored()).surveyScore).toBe(5);

  await drawer.getByRole('tab', { name: '调查' }).click();
  await drawer.getByRole('button', { name: '写小结' }).click();
  const summary = drawer.getByRole('form', { name: '结案小结' });
  await summary.getByRole('textbox').fill('退款六百元，客户满意；仓储追溯同批次');
  await summary.getByRole('button', { name: '保存小结' }).click();
  await summary.waitFor({ state: 'detached' });
  await moveTo(drawer, '结案', 'CLOSED');
  expect(await stored()).toMatchObject({ round: 1, attachmentCount: 2, validity: 'FOUNDED' });
}, 240_000);
