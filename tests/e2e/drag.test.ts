/** Cards that are carried, by mouse and by keys, while somebody else looks on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { card, dragTo, setStage, stageColumn } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe('carrying a card', () => {
  test('[UI1] a card that one person drags by mouse arrives at the other browser, marked with who moved it', async () => {
    const { number } = await stage.seed.complaint().routed('logistics');
    const [mine, theirs] = [await stage.at('coordinator'), await stage.at('logistics')];
    await dragTo(mine, card(mine, number), stageColumn(mine, 'CONFIRMED'));
    await card(mine, number, 'CONFIRMED').waitFor();
    const arrived = card(theirs, number, 'CONFIRMED');
    await arrived.waitFor();
    await arrived.getByText('周协调', { exact: false }).first().waitFor();
    const { stage: stored } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } });
    expect(stored).toBe('CONFIRMED');
  });

  test('[UI2] a whole move works by keys: Space lifts, arrows carry, Space drops, and the focus stays on the card', async () => {
    const { number } = await stage.seed.complaint().routed('logistics');
    const [mine, theirs] = [await stage.at('coordinator'), await stage.at('logistics')];
    const link = card(mine, number).getByRole('link');
    await link.focus();
    await mine.keyboard.press('Space');
    await card(mine, number).and(mine.locator('[data-carried="keyboard"]')).waitFor();
    await mine.keyboard.press('ArrowRight');
    await mine.keyboard.press('Space');
    await card(mine, number, 'CONFIRMED').waitFor();
    await card(theirs, number, 'CONFIRMED').waitFor();
    await expect
      .poll(() => mine.evaluate(() => document.activeElement?.closest('article')?.getAttribute('data-card')))
      .toBe(number);
  });

  test('[UI3] Escape puts a lifted card back exactly where it was', async () => {
    const { number } = await stage.seed.complaint().routed('logistics');
    const mine = await stage.at('coordinator');
    const order = () =>
      stageColumn(mine, 'RECEIVED')
        .locator('article')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-card')));
    const before = await order();
    await card(mine, number).getByRole('link').focus();
    await mine.keyboard.press('Space');
    await mine.keyboard.press('ArrowRight');
    await mine.keyboard.press('Escape');
    await expect.poll(() => card(mine, number).getAttribute('data-carried')).toBeNull();
    expect(await order()).toEqual(before);
    await card(mine, number, 'RECEIVED').waitFor();
  });

  test('[UI4] a column that may not take the card says so before the drop, and the drop asks for what is missing', async () => {
    const { number } = await stage.seed.complaint().routed('logistics').moved('CONFIRMED');
    const mine = await stage.at('logistics');
    await card(mine, number).getByRole('link').focus();
    await mine.keyboard.press('Space');
    await mine.keyboard.press('ArrowRight');
    await stageColumn(mine, 'INVESTIGATING').getByText('需要：', { exact: false }).waitFor();
    await mine.keyboard.press('Space');
    const form = card(mine, number).getByRole('group');
    await form.getByRole('listitem').first().waitFor();
    expect(await form.getByRole('listitem').count()).toBe(3);
    await mine.keyboard.press('Escape');
    await card(mine, number, 'CONFIRMED').waitFor();
  });

  test('[UI5] a move that the server refuses goes back, and the card says why', async () => {
    const { number } = await stage.seed.complaint().routed('logistics').claimed().contacted().moved('CONFIRMED');
    // This browser's socket falls silent, so it doesn't hear that the card has gone on: its drag is stale.
    const page = await stage.page();
    let silent = false;
    await page.routeWebSocket(/\/graphql/, (socket) => {
      const upstream = socket.connectToServer();
      upstream.onMessage((message) => {
        if (!silent || !String(message).includes('"next"')) socket.send(message);
      });
    });
    await page.goto(`${stage.server.url}/sign-in`);
    await page.locator('input[type=email]').fill(stage.members.logistics.email);
    await page.locator('input[type=password]').fill(stage.members.logistics.password);
    await page.keyboard.press('Enter');
    await card(page, number, 'CONFIRMED').waitFor();
    await page.locator('[data-kind="live"]').waitFor();
    silent = true;
    const other = await stage.at('coordinator');
    await dragTo(other, card(other, number), stageColumn(other, 'RESOLVING'));
    await card(other, number, 'RESOLVING').waitFor();
    await expect
      .poll(async () => (await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } })).stage)
      .toBe('RESOLVING');

    await dragTo(page, card(page, number), stageColumn(page, 'INVESTIGATING'));
    await page.getByRole('alert').filter({ hasText: number }).waitFor();
    const { stage: stored } = await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } });
    expect(stored).toBe('RESOLVING');
    expect(await card(page, number, 'INVESTIGATING').count()).toBe(0);
  });
});
