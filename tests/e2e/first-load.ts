/** What a browser that comes for the first time loads until a page shows what it is there for. */
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

export interface Loaded {
  name: string;
  type: 'script' | 'stylesheet';
  /** After gzip, which is what most proxies and CDNs do. */
  bytes: number;
}

const READY = 'redress-ready';

/**
 * Opens the page and lists the scripts and styles that were asked for before anything matched the selector. The browser
 * itself notes when that was: on a busy machine, whoever looks at it from outside learns of it late.
 */
export async function firstLoad(page: Page, url: string, ready: string): Promise<Loaded[]> {
  await page.addInitScript(
    ([selector, mark]) => {
      const watch = new MutationObserver(() => {
        if (document.querySelector(selector!) === null) return;
        watch.disconnect();
        performance.mark(mark!);
      });
      watch.observe(document, { childList: true, subtree: true });
    },
    [ready, READY],
  );
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url);
  await page.locator(ready).first().waitFor();
  const before = await page.evaluate((mark) => {
    const until = performance.getEntriesByName(mark)[0]!.startTime;
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= until);
    return asked.map(({ name }) => name);
  }, READY);
  const loaded = responses.filter((response) => before.includes(response.url())).map(weigh);
  return (await Promise.all(loaded)).filter((one) => one !== null).sort((a, b) => b.bytes - a.bytes);
}

async function weigh(response: Response): Promise<Loaded | null> {
  const type = response.request().resourceType();
  if (type !== 'script' && type !== 'stylesheet') return null;
  return { name: basename(new URL(response.url()).pathname), type, bytes: gzipSync(await response.body()).length };
}

/** The bytes of one type, or of all. */
export function bytesOf(loaded: readonly Loaded[], type?: Loaded['type']): number {
  return loaded.filter((one) => type === undefined || one.type === type).reduce((sum, { bytes }) => sum + bytes, 0);
}
