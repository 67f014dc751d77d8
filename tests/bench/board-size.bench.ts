/**
 * What a person who comes to the board for the first time has to load before they see a card, as Chromium asks for it.
 * Sizes are after gzip, which is what most proxies and CDNs do; the limit is for scripts.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openEmbedded } from '@redress/prisma/embedded/open';
import type { Response } from 'playwright-core';
import { startBuiltServer } from '../e2e/built-server.ts';
import { launchChromium } from '../e2e/chromium.ts';

const LIMIT_KB = 200;

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const ACCOUNT = { email: 'supervisor@example.com', password: 'demo-password' };

interface Loaded {
  name: string;
  type: 'script' | 'stylesheet';
  bytes: number;
}

export async function bench(): Promise<void> {
  const loaded = (await coldLoad()).sort((a, b) => b.bytes - a.bytes);
  for (const { name, bytes } of loaded) console.log(`${name.padEnd(52)} ${kilobytes(bytes)}`);
  for (const type of ['stylesheet', 'script'] as const) {
    const bytes = loaded.filter((one) => one.type === type).reduce((sum, one) => sum + one.bytes, 0);
    const against = type === 'script' ? `   ${(bytes / 1000 / LIMIT_KB).toFixed(2)} of ${LIMIT_KB} kB` : '';
    console.log(`${`all of type ${type}`.padEnd(52)} ${kilobytes(bytes)}${against}`);
  }
}

/** The scripts and styles that arrive before the first card shows, in an empty browser, at the demo company's board. */
async function coldLoad(): Promise<Loaded[]> {
  const dataDir = join(tmpdir(), `redress-bench-${randomBytes(4).toString('hex')}`);
  await mkdir(dataDir, { mode: 0o755 });
  const database = await openEmbedded({ dataDir });
  const server = await startBuiltServer(database.url, true);
  const { browser, close } = await launchChromium();
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    await context.request.post(`${server.url}/graphql`, { data: { query: SIGN_IN, variables: { input: ACCOUNT } } });
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(server.url);
    await page.locator('article[data-card]').first().waitFor();
    return (await Promise.all(responses.map(weigh))).filter((one) => one !== null);
  } finally {
    await close();
    await server.stop();
    await database.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function weigh(response: Response): Promise<Loaded | null> {
  const type = response.request().resourceType();
  if (type !== 'script' && type !== 'stylesheet') return null;
  return { name: basename(new URL(response.url()).pathname), type, bytes: gzipSync(await response.body()).length };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}
