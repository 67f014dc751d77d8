/** Files in the drawer: chosen, seen, heard, refused and removed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, recording } from '../testkit/files.ts';
import { faultsOf, overflowOf } from './readable.ts';
import { card, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

test('[FL12] a picture and a recording are attached, seen and heard, and removed with a reason', async () => {
  const { number } = await stage.seed.complaint().routed('logistics').claimed();
  const page = await stage.at('logistics', { path: `/complaints/${number}` });
  const drawer = page.getByRole('dialog', { name: number });
  await drawer.getByRole('tab', { name: '文件' }).click();
  const files = drawer.getByRole('region', { name: '文件' });
  await files.locator('input[type=file]').setInputFiles([
    { name: '现场.jpg', mimeType: 'image/jpeg', buffer: await photo() },
    { name: '通话.wav', mimeType: 'audio/wav', buffer: recording() },
    { name: '假的.png', mimeType: 'image/png', buffer: Buffer.from('<html>no picture</html>') },
  ]);
  await files.getByRole('alert').getByText('不符', { exact: false }).waitFor();
  const audio = files.locator('audio');
  await audio.waitFor();
  await expect.poll(() => audio.evaluate((one: HTMLAudioElement) => one.readyState)).toBeGreaterThan(0);
  const small = files.getByRole('button', { name: '放大查看 现场.jpg' });
  await small.click();
  const large = page.getByRole('dialog', { name: '现场.jpg' });
  await large.getByRole('img').waitFor();
  await page.keyboard.press('Escape');
  await large.waitFor({ state: 'hidden' });
  await files.getByRole('listitem').filter({ hasText: '现场.jpg' }).getByRole('button', { name: '移除' }).click();
  const form = files.getByRole('form', { name: '移除“现场.jpg”' });
  await form.getByLabel('原因').fill('传错了');
  await form.getByRole('button', { name: '确认移除' }).click();
  await small.waitFor({ state: 'detached' });
  await drawer.getByRole('tab', { name: '时间线' }).click();
  await drawer.getByText('传错了').waitFor();
});

test('[FL14] a proof is picked or sent in place and shown where it belongs, and the card counts files', async () => {
  const complaint = await stage.seed.complaint().routed('logistics').moved('CONFIRMED').claimed().contacted();
  const { number } = complaint;
  const page = await stage.at('logistics', { path: `/complaints/${number}`, bypassCSP: true });
  const drawer = page.getByRole('dialog', { name: number });
  await drawer.getByRole('tab', { name: '文件' }).click();
  const files = drawer.getByRole('region', { name: '文件' });
  const jpeg = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await photo() });
  await files.locator('input[type=file]').setInputFiles(await jpeg('收据.jpg'));
  await files.getByRole('button', { name: '放大查看 收据.jpg' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);

  await drawer.getByRole('tab', { name: '调查' }).click();
  await drawer.getByRole('button', { name: '认定', exact: true }).click();
  const decision = drawer.getByRole('form', { name: '认定投诉是否成立' });
  await decision.getByRole('radio', { name: '成立', exact: true }).check();
  await decision.getByLabel('原因').fill('收据与系统金额不符');
  await decision.getByRole('checkbox', { name: '收据.jpg' }).check();
  await decision.locator('input[type=file]').setInputFiles(await jpeg('对账.jpg'));
  await expect.poll(() => decision.getByRole('checkbox', { name: '对账.jpg' }).isChecked()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await decision.getByRole('button', { name: '认定', exact: true }).click();
  const evidence = drawer.getByRole('list', { name: '证据文件' });
  await evidence.getByRole('link', { name: '收据.jpg' }).waitFor();
  await evidence.getByRole('link', { name: '对账.jpg' }).waitFor();
  await page.keyboard.press('Escape');
  await card(page, number).getByRole('img', { name: '2 个文件' }).waitFor();
});
