/** What a screen reader would stumble over, and what does not fit the screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    context: Document,
    options?: { runOnly: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe holds against the page, by rule and place; by these rules alone, where some are given. */
export async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, runOnly && { runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }, rules);
}

/** Resolves when nothing fades or moves any more, and all is in the appearance that was asked for. */
export async function settled(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((scheme) => {
    const isMoving = ({ effect, playState }: Animation) =>
      playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
    const isAsked = document.documentElement.dataset['mantineColorScheme'] === scheme;
    return isAsked && !document.getAnimations().some(isMoving);
  }, colorScheme);
}

/** By how many pixels the page is wider than its window; not positive when nobody has to scroll sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Texts of these elements that run into each other, or out of the page, as "one / other". Hidden ones don't count. */
export function collisionsOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) => {
    const shown = elements.filter((element) => element.checkVisibility({ visibilityProperty: true }));
    if (shown.length < 2) throw new Error('there is nothing that could run into anything');
    const boxes = shown.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return { text: element.textContent, box: range.getBoundingClientRect() };
    });
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return boxes.flatMap(({ text, box }, i) => [
      ...boxes.slice(i + 1).flatMap((other) => (meet(box, other.box) ? [`${text} / ${other.text}`] : [])),
      ...(box.right > innerWidth ? [`${text} / edge`] : []),
    ]);
  });
}

/** Whether it is within what the window shows right now (nothing is scrolled for it). */
export async function inSight(one: Locator): Promise<boolean> {
  const box = await one.boundingBox();
  const window = one.page().viewportSize();
  return box !== null && window !== null && box.y >= 0 && box.y + box.height <= window.height;
}
