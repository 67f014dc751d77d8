/** The demo company, as somebody meets it who has just started the product for the first time. */
import { createLog } from '@redress/api/log';
import { setUp } from '@redress/api/set-up';
import { createScratchDatabase } from '@redress/prisma/scratch';
import type { ScratchDatabase } from '@redress/prisma/scratch';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBuiltServer } from './built-server.ts';
import type { BuiltServer } from './built-server.ts';
import { shareChromium } from './chromium.ts';
import type { Launched } from './chromium.ts';

let scratch: ScratchDatabase;
let server: BuiltServer;
let launched: Launched;
beforeAll(async () => {
  scratch = await createScratchDatabase(inject('adminUrl'));
  await setUp({ databaseUrl: scratch.url, demo: true, now: () => new Date(), log: createLog('fatal') });
  server = await startBuiltServer(scratch.url);
  launched = await shareChromium();
});
afterAll(async () => {
  await launched?.close();
  await server?.stop();
  await scratch?.drop();
});

async function visitor(locale = 'zh-CN'): Promise<Page> {
  const context = await launched.browser.newContext({
    locale,
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(server.url);
  return page;
}

/** One click on the account at the sign-in page. */
async function enterAs(page: Page, email: string): Promise<void> {
  await page.locator(`button[title="${email}"]`).click();
  await page.locator('[data-kind="live"]').waitFor();
}

const cards = (page: Page) => page.locator('article[data-card]');

describe('the demo', () => {
  test('[UI15] says that it is one, and signs in with one click', async () => {
    const page = await visitor();
    await page.getByText('这是演示', { exact: false }).waitFor();
    await enterAs(page, 'coordinator@example.com');
    await page.getByText('演示', { exact: true }).waitFor();
    await expect.poll(() => cards(page).count()).toBeGreaterThan(20);
  });

  test('[UI15] a head of a department sees what is theirs', async () => {
    const [all, theirs] = [await visitor(), await visitor()];
    await enterAs(all, 'gm@example.com');
    await enterAs(theirs, 'head.logistics@example.com');
    await cards(theirs).first().waitFor();
    const count = async (page: Page) => {
      const answer = await page.evaluate(async () => {
        const body = JSON.stringify({ query: '{ complaints { totalCount } }' });
        const headers = { 'content-type': 'application/json' };
        const response = await fetch('/graphql', { method: 'POST', headers, body });
        return (await response.json()) as { data: { complaints: { totalCount: number } } };
      });
      return answer.data.complaints.totalCount;
    };
    expect(await count(all)).toBeGreaterThan(100);
    expect(await count(theirs)).toBeLessThan(await count(all));
  });

  test('[UI16] language and appearance are switched at once, and remembered; [NX25] the member is written to in it', async () => {
    const page = await visitor();
    await enterAs(page, 'supervisor@example.com');
    const writtenTo = async () => {
      const query = '{ viewer { ... on MemberViewer { locale } } }';
      const answer = await page.request.post(`${server.url}/graphql`, { data: { query } });
      return ((await answer.json()) as { data: { viewer: { locale: string } } }).data.viewer.locale;
    };
    const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
    expect(await scheme()).toBe('light');
    await page.getByRole('button', { name: '账户' }).click();
    // The first opening is like any other, though what it shows may come only then.
    const first = page.getByRole('dialog', { name: '账户' }).getByRole('link').first();
    await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true);
    // The answer is lost, and the switch doesn't wait for it.
    const isSent = (text: string | null) => text?.includes('ownLanguageSet') ?? false;
    await page.route('**/graphql', (route) => (isSent(route.request().postData()) ? route.abort() : route.continue()));
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { name: 'Received' }).first().waitFor();
    await page.getByRole('img', { name: 'Dark' }).click();
    await expect.poll(scheme).toBe('dark');
    expect(await writtenTo()).toBe('zh-CN');

    await page.unroute('**/graphql');
    await page.reload();
    await page.getByRole('heading', { name: 'Received' }).first().waitFor();
    expect([await scheme(), await page.locator('html').getAttribute('lang')]).toEqual(['dark', 'en']);
    await expect.poll(writtenTo).toBe('en');
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByText('中文', { exact: true }).click();
    await expect.poll(writtenTo).toBe('zh-CN');

    // What this browser shows takes nothing back that was chosen elsewhere since.
    const query = 'mutation ($input: OwnLanguageSetInput!) { ownLanguageSet(input: $input) { __typename } }';
    await page.request.post(`${server.url}/graphql`, { data: { query, variables: { input: { locale: 'en' } } } });
    const told: string[] = [];
    page.on('request', (request) => void (isSent(request.postData()) && told.push(request.url())));
    await page.reload();
    await page.locator('[data-kind="live"]').waitFor();
    expect([await page.locator('html').getAttribute('lang'), await writtenTo()]).toEqual(['zh-CN', 'en']);
    expect(told).toEqual([]);
  });

  test('[UI17] signing out leaves nothing open, not in another tab either', async () => {
    const page = await visitor();
    await enterAs(page, 'auditor@example.com');
    const other = await page.context().newPage();
    await other.goto(server.url);
    await other.locator('[data-kind="live"]').waitFor();
    await page.getByRole('button', { name: '账户' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    for (const tab of [page, other]) {
      await tab.locator('input[type=password]').waitFor();
      expect(await cards(tab).count()).toBe(0);
    }
  });
});
