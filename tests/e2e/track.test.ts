/** The customer's page on a phone: finding a complaint, reading it, writing to the company. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photo } from '../testkit/files.ts';
import { faultsOf, overflowOf } from './readable.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

const SUBMIT = `mutation ($input: ComplaintSubmitInput!) { complaintSubmit(input: $input) {
  ... on ComplaintSubmitPayload { number trackingCode } } }`;

async function submitted(): Promise<{ number: string; trackingCode: string }> {
  const input = {
    subject: '衣柜门关不上，装了两次',
    description: '装好第二天就关不上。',
    customer: { phone: '13812345678' },
  };
  const response = await fetch(`${stage.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SUBMIT, variables: { input } }),
  });
  const { data } = (await response.json()) as {
    data: { complaintSubmit: { number: string; trackingCode: string } };
  };
  return data.complaintSubmit;
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

async function opened(code: string, options: object = {}): Promise<Page> {
  const page = await stage.page({ ...phone, ...options });
  await page.goto(`${stage.server.url}/t#${code}`);
  await page.locator('#digits').fill('5678');
  await page.locator('button[type=submit]').click();
  await page.locator('.now').waitFor();
  return page;
}

const messagesOf = (number: string) =>
  stage.db.prisma.$queryRaw<{ summary: string }[]>`SELECT k."summary" FROM "contact" k
    JOIN "complaint" c ON c."id" = k."complaintId" WHERE c."number" = ${number}`;

describe('the customer’s page', () => {
  test.each([
    { locale: 'zh-CN', colorScheme: 'light', width: 390, now: '正在安排专人负责' },
    { locale: 'en-GB', colorScheme: 'dark', width: 390, now: 'finding the right people' },
    { locale: 'en-GB', colorScheme: 'light', width: 320, now: 'finding the right people' },
  ] as const)(
    '[UI25] is readable and whole: $locale, $colorScheme, $width wide',
    async ({ locale, colorScheme, width, now }) => {
      const { number, trackingCode } = await submitted();
      const look = { locale, colorScheme, viewport: { width, height: 700 }, bypassCSP: true };
      const asked = await stage.page({ ...phone, ...look });
      await asked.goto(`${stage.server.url}/t`);
      await asked.locator('#code').waitFor();
      expect(await faultsOf(asked)).toEqual([]);
      expect(await overflowOf(asked)).toBeLessThanOrEqual(0);
      const page = await opened(trackingCode, look);
      await page.getByText(number).waitFor();
      await page.getByText(now).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    },
  );

  test('[UI25] a wrong code, too few words and a lost network are said at the form', async () => {
    const { trackingCode } = await submitted();
    const page = await stage.page({ ...phone, locale: 'en-GB' });
    await page.goto(`${stage.server.url}/t`);
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Please enter your tracking code.').waitFor();
    await page.getByLabel('Tracking code').fill(trackingCode.toLowerCase());
    await page.getByLabel('Last four digits').fill('0000');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('do not belong to a complaint').waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Last four digits').fill('5678');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('No connection').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    expect(await page.locator('#digits').inputValue()).toBe('5678');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('目前进展').waitFor();
    expect(page.url()).toBe(`${stage.server.url}/t`);
  });

  test('[UI25] what was typed survives a failed send, a reload and a change of the language, and arrives once', async () => {
    const { number, trackingCode } = await submitted();
    const page = await opened(trackingCode);
    await page.locator('#message').fill('什么时候上门？');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('没有收到回应').waitFor();
    expect(await page.locator('#message').inputValue()).toBe('什么时候上门？');
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('#message').inputValue()).toBe('什么时候上门？');
    // The answer is lost on its way back: nobody knows whether the message arrived.
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('No answer came').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you').waitFor();
    expect(await page.locator('#message').inputValue()).toBe('');
    await page.locator('.words', { hasText: '什么时候上门？' }).waitFor();
    expect(await messagesOf(number)).toEqual([{ summary: '什么时候上门？' }]);
  });

  test('[TK10] photos are sent from the phone; what did not arrive is sent again', async () => {
    const { number, trackingCode } = await submitted();
    const page = await opened(trackingCode, { locale: 'en-GB', bypassCSP: true });
    const file = { name: 'door.jpg', mimeType: 'image/jpeg', buffer: await photo() };
    const sent = page.getByRole('listitem').filter({ hasText: 'door.jpg' });
    await page.context().setOffline(true);
    await page.getByLabel('Choose photos, recordings or papers').setInputFiles(file);
    await sent.getByText('It did not arrive').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().setOffline(false);
    await sent.getByRole('button', { name: 'Send it again' }).tap();
    await sent.getByText('We have it').waitFor();
    await page
      .getByLabel('Choose photos, recordings or papers')
      .setInputFiles({ name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html></html>') });
    await page.getByRole('listitem').filter({ hasText: 'page.jpg' }).getByRole('button').waitFor();
    const board = await stage.at('coordinator', { path: `/complaints/${number}` });
    await board.getByRole('dialog').getByRole('tab', { name: /文件/ }).click();
    await board
      .getByRole('dialog')
      .getByText(/客户上传/)
      .waitFor();
    await board.context().close();
  });

  test('[TK7] nothing but its own files, no code in an address, nothing kept', async () => {
    const { trackingCode } = await submitted();
    const page = await stage.page(phone);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${stage.server.url}/t#${trackingCode}`);
    await page.locator('#digits').fill('5678');
    await page.locator('button[type=submit]').click();
    await page.locator('.now').waitFor();
    const folded = trackingCode.replaceAll('-', '');
    for (const url of asked) {
      expect(new URL(url).origin).toBe(stage.server.url);
      expect(url.split('#')[0]!.replaceAll('-', '')).not.toContain(folded);
    }
    const { headers } = await fetch(`${stage.server.url}/t`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
    });
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\.(js|css)$/.test(name))
        .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
    );
    expect(scripts.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000);
    await page.getByRole('button', { name: '查询另一件' }).click();
    expect(await page.evaluate(() => [location.hash, sessionStorage.length])).toEqual(['', 0]);
    expect(await page.locator('#code').inputValue()).toBe('');
  });
});
