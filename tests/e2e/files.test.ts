/** Files in the drawer: chosen, seen, heard, refused and removed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, recording } from '../testkit/files.ts';
import { setStage } from './stage.ts';
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
