/** `pnpm screenshots`: the pictures of the README, taken of the demo company as it stands right after loading. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD } from '@redress/api/demo/load';
import { openTemporary } from '@redress/prisma/embedded/temporary';
import type { Page } from 'playwright-core';
import { startBuiltServer } from './e2e/built-server.ts';
import { launchChromium } from './e2e/chromium.ts';

interface Shot {
  name: string;
  email: string;
  locale: 'zh-CN' | 'en-US';
  colorScheme: 'light' | 'dark';
  prepare?: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: 'board', email: 'coordinator@example.com', locale: 'zh-CN', colorScheme: 'light' },
  {
    name: 'complaint',
    email: 'head.logistics@example.com',
    locale: 'en-US',
    colorScheme: 'dark',
    async prepare(page) {
      await page.locator('article[data-breached] a').first().click();
      await page.getByRole('dialog').getByRole('tab').first().waitFor();
    },
  },
];

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
await mkdir(folder, { recursive: true });
const database = await openTemporary();
const server = await startBuiltServer(database.url, true);
const { browser, close } = await launchChromium();
try {
  for (const { name, email, locale, colorScheme, prepare } of SHOTS) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 860 }, locale, colorScheme });
    const page = await context.newPage();
    await page.goto(`${server.url}/sign-in`);
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('[data-kind="live"]').waitFor();
    await page.locator('article[data-card]').first().waitFor();
    await prepare?.(page);
    await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
    await context.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await close();
  await server.stop();
  await database.release();
}
