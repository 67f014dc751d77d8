/** Hands that change their mind, fingers that scroll, and a network that freezes without a word. */
import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { card, restOf, setStage, stageColumn } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

const order = (page: Page, of: string): Promise<(string | null)[]> =>
  stageColumn(page, of)
    .locator('article')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-card')));

const storedStage = async (number: string) =>
  (await stage.db.prisma.complaint.findUniqueOrThrow({ where: { number } })).stage;

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await restOf(place);
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

/** A finger. Playwright has taps only. */
class Finger {
  private readonly session: CDPSession;
  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async of(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  down(at: { x: number; y: number }): Promise<unknown> {
    return this.session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  }

  async move(from: { x: number; y: number }, to: { x: number; y: number }, steps: number): Promise<void> {
    for (const moved of this.moves(from, to, steps)) await moved;
  }

  private *moves(from: { x: number; y: number }, to: { x: number; y: number }, steps: number) {
    for (let i = 1; i <= steps; i++) {
      const at = { x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps };
      yield this.session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] });
    }
  }

  /** Without a rest on the way, however busy this process is: the browser has the first move as it has the touch. */
  async swipe(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const moves = this.moves(from, to, 10);
    await Promise.all([this.down(from), moves.next().value]);
    for (const moved of moves) await moved;
    await this.up();
  }

  up(): Promise<unknown> {
    return this.session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

describe('a drag by mouse', () => {
  test('[UI18] Escape in the middle of it puts the card back exactly where it was', async () => {
    await stage.seed.complaint().routed('logistics');
    const { number } = await stage.seed.complaint().routed('logistics');
    await stage.seed.complaint().routed('logistics');
    const page = await stage.at('coordinator');
    await card(page, number).waitFor();
    const before = await order(page, 'RECEIVED');
    const [from, to] = [await middleOf(card(page, number)), await middleOf(stageColumn(page, 'CONFIRMED'))];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 5, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 10 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => order(page, 'RECEIVED')).toEqual(before);
    expect(await card(page, number, 'CONFIRMED').count()).toBe(0);
    expect(await storedStage(number)).toBe('RECEIVED');
    expect(new URL(page.url()).pathname).toBe('/');
  });
});

describe('a finger', () => {
  const TABLET = { hasTouch: true, viewport: { width: 1200, height: 800 } } as const;

  test('[UI19] that swipes over a card scrolls, and moves nothing', async () => {
    const numbers = [];
    for (let i = 0; i < 14; i++) numbers.push((await stage.seed.complaint().routed('logistics')).number);
    const page = await stage.at('coordinator', TABLET);
    const [swiped, topmost] = [numbers.at(-3)!, numbers.at(-1)!];
    await card(page, topmost).waitFor();
    const top = async () => (await card(page, topmost).boundingBox())?.y ?? -1_000;
    const stood = await top();
    const finger = await Finger.of(page);
    const from = await middleOf(card(page, swiped));
    await finger.swipe(from, { x: from.x, y: from.y - 250 });
    await expect.poll(top).toBeLessThan(stood);
    expect(await page.locator('[data-carried]').count()).toBe(0);
    const { revision, stage: stored } = await stage.db.prisma.complaint.findUniqueOrThrow({
      where: { number: swiped },
    });
    expect([revision, stored]).toEqual([2, 'RECEIVED']);
  });

  test('[UI19] that rests on a card carries it', async () => {
    const { number } = await stage.seed.complaint().routed('logistics');
    const page = await stage.at('coordinator', TABLET);
    await card(page, number).waitFor();
    const [from, to] = [await middleOf(card(page, number)), await middleOf(stageColumn(page, 'CONFIRMED'))];
    const finger = await Finger.of(page);
    await finger.down(from);
    await card(page, number).and(page.locator('[data-carried]')).waitFor();
    await finger.move(from, to, 16);
    await finger.up();
    await card(page, number, 'CONFIRMED').waitFor();
    await expect.poll(() => storedStage(number)).toBe('CONFIRMED');
  });
});

describe('a network that freezes', () => {
  test('[UI20] without a close is noticed within seconds; when it thaws, the board catches up', async () => {
    const { number } = await stage.seed.complaint().routed('logistics');
    const page = await stage.page();
    let frozen = false;
    await page.routeWebSocket(/\/graphql/, (socket) => {
      const upstream = socket.connectToServer();
      socket.onMessage((message) => {
        if (!frozen) upstream.send(message);
      });
      upstream.onMessage((message) => {
        if (!frozen) socket.send(message);
      });
    });
    await page.goto(`${stage.server.url}/sign-in`);
    await page.locator('input[type=email]').fill(stage.members.logistics.email);
    await page.locator('input[type=password]').fill(stage.members.logistics.password);
    await page.keyboard.press('Enter');
    await card(page, number, 'RECEIVED').waitFor();
    await page.locator('[data-kind="live"]').waitFor();

    frozen = true;
    const moved = await stage.at('coordinator');
    await card(moved, number).getByRole('link').focus();
    await moved.keyboard.press('Space');
    await moved.keyboard.press('ArrowRight');
    await moved.keyboard.press('Space');
    await card(moved, number, 'CONFIRMED').waitFor();
    await page.locator('[data-kind="offline"], [data-kind="reconnecting"]').waitFor();
    expect(await card(page, number, 'RECEIVED').count()).toBe(1);

    frozen = false;
    await card(page, number, 'CONFIRMED').waitFor();
    await page.locator('[data-kind="live"]').waitFor();
  });
});
