/** The browser of the tests: the one that CHROME_PATH names, else the Chromium that comes inside an npm package. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Without these, Chromium asks the network for things that no test needs. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

export interface Launched {
  browser: Browser;
  close(): Promise<void>;
}

let shared: Promise<Launched> | null = null;

/**
 * The browser that all files of a worker share, since starting one takes longer than many a test. Each has profiles of
 * its own in it, which `close` takes away; a worker's files run one after the other. It ends with the process.
 */
export async function shareChromium(): Promise<Launched> {
  const { browser } = await (shared ??= launchChromium());
  const close = async () => void (await Promise.all(browser.contexts().map((context) => context.close())));
  return { browser, close };
}

/** A browser of one's own. */
export async function launchChromium(): Promise<Launched> {
  const given = process.env['CHROME_PATH'];
  if (given !== undefined && given !== '') {
    const browser = await playwright.launch({ executablePath: given, args: ARGS });
    return { browser, close: () => browser.close() };
  }
  // It unpacks itself into the temporary folder, and would take any file of its name that it finds there.
  const folder = await mkdtemp(join(tmpdir(), 'redress-chromium-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const { default: packed } = await import('@sparticuz/chromium');
  // Not with the package's own arguments: they make it one process, in which profiles share their cookies.
  const browser = await playwright.launch({ executablePath: await packed.executablePath(), args: ARGS });
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  return {
    browser,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
