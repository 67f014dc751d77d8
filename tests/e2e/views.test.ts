/** The other ways of looking at the board, with several people at their browsers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, overflowOf } from './readable.ts';
import { card, setStage } from './stage.ts';
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
});

test('[VW4] what is due stands on the line, and its card lies over it', async () => {
  const due = await stage.seed.complaint({ subject: '今天要送到' }).routed('logistics');
  const page = await stage.at('coordinator', { colorScheme: 'dark', bypassCSP: true });
  await page.getByRole('link', { name: '时限' }).click();
  const line = page.locator(`a[data-card="${due.number}"]`);
  await line.waitFor();
  expect(await faultsOf(page)).toEqual([]);
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
  const from = (await card(page, others.number).boundingBox())!;
  const to = (await card(page, theirs.number).boundingBox())!;
  await page.mouse.move(from.x + 100, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 112, from.y + 36, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 30, { steps: 12 });
  await page.getByText('等级要在投诉里改，不能拖过去。').first().waitFor();
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
