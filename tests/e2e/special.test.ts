/** A regulator's case, replies that are held, marked demands, and a group case, each worked on in the drawer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
let agencys: string;
let held: string;
let marked: string;
let children: string[];
beforeAll(async () => {
  stage = await setStage();
  const customer = { name: '王敏', phone: '13912345678', email: null, region: '杭州', tier: '金卡', group: null };
  const one = async (subject: string) =>
    (await stage.seed.complaint({ subject, customer }).routed('warehouse').claimed()).number;
  agencys = await one('12345 转办：床垫异味');
  held = await one('视频投诉冰箱漏水');
  marked = await one('要求十倍赔偿');
  children = [await one('床垫开裂'), await one('床垫又开裂')];
});
afterAll(() => stage?.close());

const drawer = (person: Parameters<Stage['at']>[0], number: string, options = {}) =>
  stage.at(person, { path: `/complaints/${number}`, ...options });

test("[RC6] a regulator's case is marked, answered by two people, sent, and its outcome written down", async () => {
  const page = await drawer('picker', agencys);
  const section = page.getByRole('region', { name: '监管转办' });
  await section.getByRole('button', { name: '登记为监管转办' }).click();
  const letter = section.getByRole('form', { name: '登记为监管转办' });
  await letter.getByLabel('转办编号').fill('热线〔2026〕0815');
  await letter.getByLabel('监管要求').fill('五个工作日内书面答复');
  await letter.getByRole('button', { name: '保存', exact: true }).click();
  await section.getByText('热线〔2026〕0815').waitFor();
  await section.getByRole('button', { name: '已告知受理' }).click();
  await section.getByText('完成', { exact: false }).waitFor();

  await section.getByRole('button', { name: '起草答复' }).click();
  const answer = section.getByRole('form', { name: '起草答复' });
  await answer.getByLabel('答复内容').fill('已为客户更换床垫，附签收回执。');
  await answer.getByRole('button', { name: '提交审核' }).click();
  await section.getByText('等待主管审核').waitFor();

  const reviewer = await drawer('supervisor', agencys);
  const theirs = reviewer.getByRole('region', { name: '监管转办' });
  await theirs.getByRole('button', { name: '审核通过' }).click();
  await theirs.getByText('已通过', { exact: false }).waitFor();

  await section.getByRole('button', { name: '已发给监管部门' }).click();
  await section.getByText('已发出', { exact: false }).waitFor();
  await section.getByRole('button', { name: '记录处理结果' }).click();
  const outcome = section.getByRole('form', { name: '记录处理结果' });
  await outcome.getByLabel('处理结果').selectOption('SETTLED');
  await outcome.getByRole('button', { name: '记录结果' }).click();
  await section.getByText('调解成功', { exact: false }).first().waitFor();
});

test('[RC1] a complaint is registered with the letter that handed it on', async () => {
  const page = await stage.at('picker', { path: '/register' });
  await page.getByLabel('一句话说清楚').fill('12315 转办：保修被拒');
  await page.getByLabel('经过').fill('客户向 12315 投诉。');
  await page.getByRole('checkbox', { name: '监管部门转办' }).check();
  const letter = page.getByRole('region', { name: '监管部门转办' });
  await letter.getByLabel('转办部门').selectOption('CONSUMER_12315');
  await letter.getByLabel('转办编号').fill('3310-0815');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('查询码', { exact: false }).first().waitFor();
  const found = await stage.db.prisma.regulatorCase.findFirst({ where: { reference: '3310-0815' } });
  expect(found).toMatchObject({ agency: 'CONSUMER_12315', acceptDays: 7, answerDays: 10 });
});

test('[PS4] held replies go out by wording that somebody else approved', async () => {
  const coordinator = await drawer('coordinator', held);
  const theirs = coordinator.getByRole('region', { name: '对外回复' });
  await theirs.getByRole('button', { name: '冻结对外回复' }).click();
  const hold = theirs.getByRole('form', { name: '冻结对外回复' });
  await hold.getByLabel('原因').fill('有媒体来电');
  await hold.getByRole('button', { name: '冻结对外回复' }).click();
  await coordinator.getByText('对外回复冻结', { exact: false }).first().waitFor();

  const page = await drawer('picker', held);
  const section = page.getByRole('region', { name: '对外回复' });
  await section.getByRole('button', { name: '起草答复口径' }).click();
  const wording = section.getByRole('form', { name: '起草答复口径' });
  await wording.getByLabel('口径').fill('我们正在核实，三日内回复您。');
  await wording.getByRole('button', { name: '提交核准' }).click();
  await section.getByText('等待核准').waitFor();
  await theirs.getByRole('button', { name: '核准' }).click();
  await section.getByText('已核准', { exact: false }).waitFor();

  await page.getByRole('button', { name: '记录联系' }).first().click();
  const contact = page.getByRole('form', { name: '记录与客户的联系' });
  await contact.getByLabel('按哪条口径').click();
  await page.getByRole('option', { name: '我们正在核实，三日内回复您。' }).click();
  await contact.getByRole('button', { name: '保存联系记录' }).click();
  await contact.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: '客户沟通' }).click();
  await page.getByText('我们正在核实，三日内回复您。').first().waitFor();
});

test('[UD2] demands are marked by one, agreed to by another, and taken back', async () => {
  const page = await drawer('supervisor', marked);
  const section = page.getByRole('region', { name: '不合理诉求' });
  await section.getByRole('button', { name: '标记诉求不合理' }).click();
  const form = section.getByRole('form', { name: '标记诉求不合理' });
  await form.getByLabel('理由').fill('同一事由反复索赔');
  await form.getByLabel('依据').fill('三次录音与退款回执');
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16);
  await form.getByLabel('有效期至').fill(until);
  await form.getByRole('button', { name: '提交复核' }).click();
  await section.getByText('等待第二人复核', { exact: false }).waitFor();

  const second = await drawer('coordinator', marked);
  const theirs = second.getByRole('region', { name: '不合理诉求' });
  await theirs.getByRole('button', { name: '同意标记' }).click();
  await second.getByText('被标记为不合理', { exact: false }).waitFor();
  await section.getByRole('button', { name: '取消标记' }).click();
  const taking = section.getByRole('form', { name: '取消标记' });
  await taking.getByLabel('原因').fill('客户已谅解');
  await taking.getByRole('button', { name: '取消标记' }).click();
  await section.getByRole('button', { name: '标记诉求不合理' }).waitFor();
});

test('[GC8] a group case: opened, a line agreed, all contacted, one moved; the parent waits for its complaints', async () => {
  const page = await drawer('coordinator', children[0]!);
  const section = page.getByRole('region', { name: '群诉' });
  await section.getByRole('button', { name: '建立群诉' }).click();
  const opening = section.getByRole('form', { name: '建立群诉' });
  await opening.getByLabel('事件').fill('同一批次床垫开裂');
  await opening.getByLabel('经过').fill('三天内多位客户反映。');
  await opening.getByLabel('其他投诉的编号').fill(children[1]!);
  await opening.getByRole('button', { name: '建立群诉' }).click();
  await section.getByRole('link').first().click();
  const parent = page.getByRole('region', { name: '群诉' });
  await parent.getByText('共 2 条', { exact: false }).waitFor();

  await parent.getByRole('button', { name: '统一口径与标准' }).click();
  const line = parent.getByRole('form', { name: '统一口径与标准' });
  await line.getByLabel('统一口径').fill('已停售，全额退款');
  await line.getByRole('button', { name: '确定' }).click();
  await line.waitFor({ state: 'detached' });
  await parent.getByText('已停售，全额退款').waitFor();
  await parent.getByRole('button', { name: '联系全部客户' }).click();
  const contact = parent.getByRole('form', { name: '联系全部客户' });
  await contact.getByLabel('内容').fill('已停售，三日内退款');
  await contact.getByRole('button', { name: '记录到全部投诉' }).click();
  await contact.waitFor({ state: 'detached' });

  const child = await drawer('picker', children[1]!);
  await child.getByRole('region', { name: '群诉' }).getByText('已停售，全额退款').waitFor();
  const open = await stage.db.prisma.complaint.findMany({ where: { isGroup: true } });
  expect(open).toHaveLength(1);
  await stage.db.prisma.complaint.update({
    where: { number: children[0]! },
    data: { stage: 'CLOSED', position: 'zz1' },
  });
  await page.reload();
  await parent.getByText('结案 1', { exact: false }).waitFor();
});

const SECTIONS = {
  agency: { zh: '监管转办', en: 'Regulator’s case', person: 'coordinator', number: () => agencys },
  replies: { zh: '对外回复', en: 'Replies to the customer', person: 'coordinator', number: () => held },
  demand: { zh: '不合理诉求', en: 'Unreasonable demands', person: 'supervisor', number: () => marked },
} as const;

test.each(
  (['agency', 'replies', 'demand'] as const).flatMap((what) => [
    { what, locale: 'zh-CN', colorScheme: 'light', width: 1440 } as const,
    { what, locale: 'en-US', colorScheme: 'dark', width: 390 } as const,
  ]),
)('[UI12] a special case is readable: $what, $locale, $colorScheme, $width wide', async ({ what, width, ...rest }) => {
  const { zh, en, person, number } = SECTIONS[what];
  const viewport = { width, height: 900 };
  const page = await drawer(person, number(), { ...rest, viewport, bypassCSP: true });
  const section = page.getByRole('region', { name: rest.locale === 'zh-CN' ? zh : en });
  await section.scrollIntoViewIfNeeded();
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SHOTS']}-${what}-${width}.png` });
});
