/**
 * What a person who comes for the first time has to load, at the board before they see a card and at the customer's page,
 * as Chromium asks for it. Sizes are after gzip, which is what most proxies and CDNs do.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@redress/prisma/embedded/open';
import { startBuiltServer } from '../e2e/built-server.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { bytesOf, firstLoad } from '../e2e/first-load.ts';
import type { Loaded } from '../e2e/first-load.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { print } from './kit/transcript.ts';

/** Of scripts, before a card shows. */
const BOARD_LIMIT_KB = 200;
/** Of scripts and styles together, before a customer can type their code. */
const CUSTOMER_LIMIT_KB = 40;

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const ACCOUNT = { email: 'supervisor@example.com', password: 'demo-password' };

export async function bench(): Promise<Finding[]> {
  const { board, customer } = await coldLoads();
  for (const { name, bytes } of [...board, ...customer]) print(line(name, bytes));
  for (const type of ['stylesheet', 'script'] as const) {
    const bytes = bytesOf(board, type);
    print(line(`board: all of type ${type}`, bytes, type === 'script' ? BOARD_LIMIT_KB : null));
  }
  print(line("customer's page: all", bytesOf(customer), CUSTOMER_LIMIT_KB));
  return [
    within('scripts before a card shows, gzip', bytesOf(board, 'script'), BOARD_LIMIT_KB),
    within("customer's page, gzip", bytesOf(customer), CUSTOMER_LIMIT_KB),
  ];
}

function within(what: string, bytes: number, limitKb: number): Finding {
  const kb = bytes / 1000;
  const against = `${limitKb} kB`;
  return finding({
    area: 'Size',
    what,
    ours: `${kb.toFixed(1)} kB`,
    against,
    ratio: kb / limitKb,
    target: { atMost: 1 },
  });
}

/** What arrives in an empty browser before the first card shows at the demo company's board, and at the customer's page. */
async function coldLoads(): Promise<{ board: Loaded[]; customer: Loaded[] }> {
  const dataDir = join(tmpdir(), `redress-bench-${randomBytes(4).toString('hex')}`);
  await mkdir(dataDir, { mode: 0o755 });
  const database = await openEmbedded({ dataDir });
  const server = await startBuiltServer(database.url, true);
  const { browser, close } = await launchChromium();
  const load = async (path: string, ready: string): Promise<Loaded[]> => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    await context.request.post(`${server.url}/graphql`, { data: { query: SIGN_IN, variables: { input: ACCOUNT } } });
    return firstLoad(await context.newPage(), server.url + path, ready);
  };
  try {
    return { board: await load('/', 'article[data-card]'), customer: await load('/t', '#code') };
  } finally {
    await close();
    await server.stop();
    await database.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function line(name: string, bytes: number, limitKb: number | null = null): string {
  const against = limitKb === null ? '' : `   ${(bytes / 1000 / limitKb).toFixed(2)} of ${limitKb} kB`;
  return `${name.padEnd(52)} ${(bytes / 1000).toFixed(1).padStart(7)} kB${against}`;
}
