/** The other ways of looking at the board, with several people at their browsers. */
import { directoryPut } from '@redress/domain/actions/directory-put';
import type { WipPolicy } from '@redress/domain/rules/wip';
import { encodeId } from '@redress/schema/ids';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collisionsOf, faultsOf, overflowOf } from './readable.ts';
import { card, restOf, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

test('[VW2] who waits for whom is seen at a glance and live: an answer at one browser leaves the matrix of another', async () => {
  const asked = await stage.seed.complaint({ severity: 'URGENT' }).routed('logistics').claimed().handedTo('warehouse');
  const [meeting, head] = await Promise.all([
    stage.at('coordinator', { path: '/handoffs' }),
    stage.at('warehouse', { path: '/handoffs', viewport: { width: 390, height: 844 }, bypassCSP: true }),
  ]);
  const cell = meeting.getByRole('button', { name: 'logistics部 等 warehouse部' }).first();
  await meeting.getByText('1 件在等：1 件等答复，0 件等裁定').waitFor();
  await cell.click();
  expect(new URL(meeting.url()).searchParams.get('cell')).toBe('logistics,warehouse');
  await meeting.getByRole('heading', { name: 'logistics部 等 warehouse部' }).waitFor();
  await card(meeting, asked.number).waitFor();

  const pair = head.getByRole('list').getByRole('button', { pressed: false }).first();
  await pair.click();
  await card(head, asked.number).waitFor();
  expect(await faultsOf(head)).toEqual([]);
  expect(await overflowOf(head)).toBeLessThanOrEqual(0);
  await head.getByRole('button', { name: `接单 ${asked.number}` }).click();
  await meeting.getByText('没有部门在等别的部门').waitFor();
  await head.getByText('没有部门在等别的部门').waitFor();
  // The list that one goes on from does not stay open over where it led.
  await head.getByRole('button', { name: '转办', exact: true }).click();
  await head.getByRole('dialog').getByRole('link', { name: '时限' }).click();
  await head.waitForURL(/view=deadlines/);
  await head.getByRole('dialog').waitFor({ state: 'detached' });
});

/** The streams of boards that the page follows now, by their ids on its socket. */
function boardStreams(page: Page): Set<string> {
  const followed = new Set<string>();
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const { type, id, payload: asked } = JSON.parse(String(payload)) as Frame;
      if (type === 'subscribe' && asked?.query.includes('boardEvents') === true) followed.add(id ?? '');
      if (type === 'complete') followed.delete(id ?? '');
    });
  });
  return followed;
}

interface Frame {
  type: string;
  id?: string;
  payload?: { query: string };
}

test('[VW4] what is due stands on the line, and its card lies over it', async () => {
  const due = await stage.seed.complaint({ subject: '今天要送到' }).routed('logistics');
  const page = await stage.page({ colorScheme: 'dark', bypassCSP: true });
  const followed = boardStreams(page);
  await stage.signIn(page, stage.members.coordinator);
  await page.goto(stage.server.url);
  await page.locator('[data-kind="live"]').waitFor();
  await page.getByRole('link', { name: '转办' }).click();
  await expect.poll(() => followed.size).toBe(2);
  await page.getByRole('link', { name: '时限' }).click();
  const line = page.locator(`a[data-card="${due.number}"]`);
  await line.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // What was looked at before is followed no longer.
  await expect.poll(() => followed.size).toBe(1);
  const whole = page.viewportSize()!;
  for (const reach of ['一小时内', '一天内', '一周内']) {
    await page.getByRole('radio', { name: reach }).check({ force: true });
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await collisionsOf(page, 'main ol > li > span[aria-hidden]')).toEqual([]);
    }
  }
  await page.setViewportSize(whole);
  await page.getByRole('radio', { name: '一周内' }).check({ force: true });
  await expect.poll(() => new URL(page.url()).searchParams.get('within')).toBe('week');
  await line.click();
  await page.getByRole('dialog').getByRole('heading', { name: '今天要送到' }).waitFor();
  await page.keyboard.press('Escape');
  await line.waitFor();
  expect(new URL(page.url()).searchParams.get('view')).toBe('deadlines');
});

test('[VW6] in lanes a card is carried within its lane, by keys and by mouse; another lane says why not', async () => {
  const theirs = await stage.seed.complaint({ severity: 'IMPORTANT' }).routed('logistics');
  const others = await stage.seed.complaint({ severity: 'URGENT' }).routed('warehouse');
  const [page, watcher] = await Promise.all([stage.at('coordinator', { bypassCSP: true }), stage.at('supervisor')]);
  await page.getByRole('button', { name: '泳道' }).click();
  await page.getByRole('radio', { name: '等级' }).check();
  await page.keyboard.press('Escape');
  await page.waitForURL(/lanes=severity/);
  const lane = page.getByRole('button', { name: '重要', expanded: true });
  await lane.waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // By keys, and it stays in its lane.
  await card(page, theirs.number, 'RECEIVED').getByRole('link').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await card(page, theirs.number, 'CONFIRMED').waitFor();
  await card(watcher, theirs.number, 'CONFIRMED').waitFor();

  // By mouse into another lane: it says why not, and nothing happens.
  const from = await restOf(card(page, others.number));
  const to = await restOf(card(page, theirs.number));
  await page.mouse.move(from.x + 100, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 112, from.y + 36, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 30, { steps: 12 });
  await page.getByText('在同一阶段里拖过去才是改等级').first().waitFor();
  await page.mouse.up();
  await card(page, others.number, 'RECEIVED').waitFor();

  // By mouse within it.
  const target = page.locator('[data-stage="CONFIRMED"][data-verdict]');
  await page.mouse.move(from.x + 100, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 112, from.y + 36, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, from.y + 30, { steps: 12 });
  await target.first().waitFor();
  await page.mouse.up();
  await card(watcher, others.number, 'CONFIRMED').waitFor();

  await page.getByRole('button', { name: '紧急', expanded: true }).click();
  await expect.poll(() => card(page, others.number).count()).toBe(0);
});

test('[VW6] [UN1] a move is taken back by a key, and by keys onto another lane its form opens, filled in', async () => {
  const one = await stage.seed.complaint({ severity: 'URGENT' }).routed('warehouse');
  await stage.seed.complaint({ severity: 'IMPORTANT' }).routed('warehouse');
  const page = await stage.at('coordinator', { path: '/?lanes=severity', bypassCSP: true });
  // The way back comes with what stands beside the cards.
  await page.getByRole('button', { name: '泳道：等级' }).waitFor();
  const done = page.getByRole('group', { name: '刚才做的' });
  await card(page, one.number, 'RECEIVED').getByRole('link').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await done.getByText('已移到受理').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await card(page, one.number, 'RECEIVED').waitFor();
  await done.waitFor({ state: 'detached' });

  await card(page, one.number, 'RECEIVED').getByRole('link').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('PageDown');
  await page.getByText('放下就改为重要，先填一张表').first().waitFor();
  await page.keyboard.press('Space');
  const drawer = page.getByRole('dialog', { name: one.number });
  await expect.poll(() => drawer.getByRole('radio', { name: '重要' }).isChecked()).toBe(true);
});

test('[VW6] dropped on the lane of another assignee, by pointer or by keys, a card is assigned to them', async () => {
  const theirs = await stage.seed.complaint().routed('warehouse').moved('CONFIRMED').claimed();
  const mine = await stage.seed.complaint().routed('warehouse').moved('CONFIRMED').claimed();
  const assigneeId = encodeId('Member', stage.members.picker.id);
  const page = await stage.at('warehouse', { path: '/?lanes=assignee' });
  const assign = 'mutation ($input: ComplaintAssignInput!) { complaintAssign(input: $input) { __typename } }';
  const data = { query: assign, variables: { input: { id: theirs.id, assigneeId } } };
  await page.context().request.post(`${stage.server.url}/graphql`, { data });
  await page.getByRole('button', { name: '钱拣货', expanded: true }).waitFor();

  const from = await restOf(card(page, mine.number));
  const to = await restOf(card(page, theirs.number));
  await page.mouse.move(from.x + 100, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 112, from.y + 36, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 30, { steps: 12 });
  await page.getByText('放下就指派给 钱拣货').waitFor();
  await page.mouse.up();
  await expect
    .poll(
      async () => (await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number: mine.number } })).assigneeId,
    )
    .toBe(stage.members.picker.id);

  // And back by keys: the lane of what nobody has stands above.
  const assigneeOf = async (number: string) =>
    (await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } })).assigneeId;
  const idle = await stage.seed.complaint().routed('warehouse').moved('CONFIRMED').claimed();
  await card(page, idle.number).waitFor();
  const before = await assigneeOf(mine.number);
  expect(before).toBe(stage.members.picker.id);
  await card(page, mine.number).getByRole('link').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Space');
  await expect.poll(() => assigneeOf(mine.number)).not.toBe(before);
});

test('[VW5] the head of a lane stays over its cards while one scrolls, and folded there it is still what one sees', async () => {
  for (let n = 0; n < 6; n += 1) await stage.seed.complaint({ severity: 'URGENT', subject: `第 ${n} 件` });
  const under = await stage.seed.complaint({ severity: 'IMPORTANT' });
  const page = await stage.at('coordinator', { path: '/?lanes=severity', viewport: { width: 1440, height: 640 } });
  const lane = page.locator('[data-lane="URGENT"]');
  const top = async () => (await restOf(lane)).y;
  const before = await top();
  const first = page.locator('article[data-card]').first();
  const number = (await first.getAttribute('data-card'))!;
  const box = await restOf(first);
  await page.mouse.move(box.x + 60, box.y + 30);
  await page.mouse.wheel(0, 330);
  await expect.poll(async () => (await card(page, number).boundingBox())?.y ?? -1000).toBeLessThan(before);
  expect(Math.abs((await top()) - before)).toBeLessThan(12);
  expect(
    await lane.evaluate(
      (one) =>
        document
          .elementFromPoint(one.getBoundingClientRect().x + 9, one.getBoundingClientRect().y + 9)
          ?.closest('button') === one,
    ),
  ).toBe(true);
  // The next one's head stands right above its own cards, wherever one has scrolled to.
  const next = page.locator('[data-lane="IMPORTANT"]');
  while ((await card(page, under.number).count()) === 0) await page.mouse.wheel(0, 100);
  const [head, ofIt] = [await restOf(next), await restOf(card(page, under.number))];
  expect(ofIt.y - head.y - head.height).toBeGreaterThanOrEqual(0);
  expect(ofIt.y - head.y - head.height).toBeLessThan(20);
  await lane.click();
  await card(page, under.number).waitFor();
  expect(Math.abs((await top()) - before)).toBeLessThan(12);
});

test('[VW8] in lanes, who writes at a card stays there when another one comes in above it', async () => {
  const asked = await stage.seed.complaint({ severity: 'URGENT' }).routed('logistics').claimed().handedTo('warehouse');
  const page = await stage.at('warehouse', { path: '/?lanes=severity' });
  await page.getByRole('button', { name: `退回 ${asked.number}` }).click();
  const reason = card(page, asked.number).getByRole('textbox').first();
  await reason.fill('出库单齐全');
  const was = (await restOf(card(page, asked.number))).y;

  const other = await stage.seed.complaint({ severity: 'URGENT' }).routed('logistics').claimed().handedTo('warehouse');
  await card(page, other.number).waitFor();
  expect((await restOf(card(page, other.number))).y).toBeLessThanOrEqual(was);
  expect(await reason.inputValue()).toBe('出库单齐全');
  expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await card(page, other.number).getByRole('textbox').count()).toBe(0);
});

test('[VW8] what comes into a lane above does not move the one that is in sight', async () => {
  for (let n = 0; n < 6; n += 1) await stage.seed.complaint({ severity: 'GENERAL' });
  const page = await stage.at('coordinator', { path: '/?lanes=severity', viewport: { width: 1440, height: 520 } });
  const above = page.locator('[data-lane="URGENT"]');
  await above.waitFor();
  await page.mouse.move(700, 400);
  while ((await above.count()) > 0) await page.mouse.wheel(0, 200);
  const inSight = page.locator('article[data-card]').last();
  const number = (await inSight.getAttribute('data-card'))!;
  const before = (await restOf(card(page, number))).y;
  const total = () => page.locator('section[data-stage="RECEIVED"] header').textContent();
  const was = await total();
  await stage.seed.complaint({ severity: 'URGENT' });
  await expect.poll(total).not.toBe(was);
  expect(Math.abs((await restOf(card(page, number))).y - before)).toBeLessThan(4);
});

test('[SW1] [SW4] [SW5] what the board shows is kept under a name, begun with, and given on as a link', async () => {
  const page = await stage.at('logistics', { path: '/?breached=1&lanes=severity' });
  await page.getByRole('button', { name: '已存视图' }).click();
  await page.getByRole('textbox', { name: '把现在的样子存为' }).fill('超时按等级');
  await page.getByRole('combobox', { name: '谁能用' }).selectOption('logistics');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '每次从“超时按等级”开始' }).click();
  await page.getByRole('button', { name: '不再从“超时按等级”开始' }).waitFor();

  await page.goto(stage.server.url);
  await page.waitForURL(/breached=1&lanes=severity/);
  const view = await stage.db.prisma.savedView.findFirstOrThrow({ where: { name: '超时按等级' } });
  const link = `/views/${encodeId('SavedView', view.id)}`;
  await page.goto(stage.server.url + link);
  await page.waitForURL(/\?breached=1&lanes=severity/);

  const stranger = await stage.at('warehouse');
  await stranger.goto(stage.server.url + link);
  await stranger.getByText('没有这个视图').waitFor();
});

test('[WL1] [WL5] a full column says so in its head and before the drop; a coordinator goes on with a reason', async () => {
  const value: WipPolicy = { column: 0, department: 1, departments: [], enforced: true };
  await stage.seed.complaint().routed('service').moved('CONFIRMED');
  const next = await stage.seed.complaint().routed('service');
  await directoryPut(stage.seed.system, { policies: [{ kind: 'wipLimit', key: 'CONFIRMED', value }] });
  const page = await stage.at('coordinator', { path: '/?department=service', bypassCSP: true });
  const { request } = page.context();
  const asked = { data: { query: '{ stages { wip { department } } }' } };
  const told = async () => (await request.post(`${stage.server.url}/graphql`, asked)).text();
  await expect.poll(told).toContain('"department":1');
  await page.reload();
  await page.getByText('/ 1', { exact: true }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await card(page, next.number, 'RECEIVED').getByRole('link').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.getByText('已达到在办上限', { exact: false }).first().waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: '为什么特批放行' }).fill('客户就在店里');
  await page.getByRole('button', { name: '移到受理' }).click();
  await card(page, next.number, 'CONFIRMED').waitFor();
  await page.getByText('/ 1，超 1 件').first().waitFor();
});

test('[VW7] the table sorts by its columns and follows what happens', async () => {
  await stage.seed.complaint({ severity: 'URGENT' }).routed('logistics');
  const page = await stage.at('supervisor', { path: '/table', bypassCSP: true });
  await page.locator('thead').getByRole('button', { name: '等级' }).click();
  await page.waitForURL(/sort=-severity/);
  const first = page.locator('tbody tr').first();
  await expect.poll(() => first.innerText()).toContain('紧急');
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  const lines = await first
    .locator('a')
    .evaluate((number) => new Set([...number.getClientRects()].map(({ top }) => top)).size);
  expect(lines).toBe(1);
  const later = await stage.seed.complaint({ severity: 'URGENT', subject: '后来的一件' }).routed('logistics');
  await page.locator(`tbody tr[data-card="${later.number}"]`).waitFor();
});

test('[UI30] in forced colours a line says what is chosen, and a bar keeps its length', async () => {
  await stage.seed.complaint().routed('logistics');
  const page = await stage.at('supervisor', { path: '/?view=deadlines', forcedColors: 'active' });
  const line = (name: string) =>
    page.getByRole('link', { name, exact: true }).evaluate((link) => getComputedStyle(link).outlineStyle);
  await page.getByRole('radio', { name: '一天内' }).waitFor();
  expect([await line('时限'), await line('转办')]).toEqual(['solid', 'none']);
  await page.goto(`${stage.server.url}/wall`);
  const bar = page.getByText('各部门未结案').locator('xpath=..').locator('[class*="_fill_"]').first();
  await bar.waitFor();
  const [filled, behind] = await bar.evaluate((one) =>
    [one, document.body].map((element) => getComputedStyle(element).backgroundColor),
  );
  expect(filled).not.toBe(behind);
  await page.context().close();
});

test('[WA1] [WA2] the wall counts live, in large figures, and names no customer', async () => {
  const page = await stage.at('supervisor', { path: '/wall', colorScheme: 'dark', bypassCSP: true });
  const open = page.getByText('未结案', { exact: true }).locator('xpath=following-sibling::*[1]');
  const before = Number(await open.innerText());
  expect(before).toBeGreaterThan(0);
  await stage.seed.complaint({ subject: '墙上不写的话' }).routed('warehouse');
  await expect.poll(() => open.innerText()).toBe(String(before + 1));
  expect(await page.locator('body').innerText()).not.toContain('墙上不写的话');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.pathname === '/');
});
