/** Narrowing the board by its chips, by mouse and by keys. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

test('[UI13] departments are chosen from the list of a chip, and stand in the address', async () => {
  const theirs = await stage.seed.complaint().routed('logistics');
  const others = await stage.seed.complaint().routed('warehouse');
  const page = await stage.at('coordinator');
  await card(page, others.number).waitFor();
  const chip = page.getByRole('button', { name: '部门' });
  const list = page.getByRole('dialog', { name: '部门' });

  await chip.click();
  await list.getByRole('checkbox', { name: 'logistics部' }).check();
  await expect.poll(() => card(page, others.number).count()).toBe(0);
  await card(page, theirs.number).waitFor();
  expect(new URL(page.url()).searchParams.get('department')).toBe('logistics');

  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect.poll(() => new URL(page.url()).searchParams.get('department')).not.toBe('logistics');
  await page.getByRole('button', { name: '账户' }).click();
  await list.waitFor({ state: 'detached' });
});
