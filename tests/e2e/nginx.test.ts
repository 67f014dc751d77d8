/** What docs/deploy.md describes: two processes behind nginx, without sticky sessions, with boards in browsers. */
import { createLog } from '@redress/api/log';
import { setUp } from '@redress/api/set-up';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { createScratchDatabase } from '@redress/prisma/scratch';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBusServer } from '../testkit/bus-server.ts';
import type { TestBusServer } from '../testkit/bus-server.ts';
import { freePort } from '../testkit/free-port.ts';
import { isInstalled } from '../testkit/installed.ts';
import { startNginx } from '../testkit/nginx.ts';
import type { TestNginx } from '../testkit/nginx.ts';
import { Seed } from '../testkit/seed.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { startBuiltServer } from './built-server.ts';
import type { BuiltServer } from './built-server.ts';
import { shareChromium } from './chromium.ts';
import { card, dragTo, stageColumn } from './stage.ts';

const NEEDED = ['nginx', 'openssl'];

describe.skipIf(!NEEDED.every(isInstalled))(`behind nginx (needs ${NEEDED.join(' and ')})`, () => {
  let db: Database;
  let seed: Seed;
  let member: SeededMember;
  let bus: TestBusServer | null = null;
  let processes: BuiltServer[] = [];
  let nginx: TestNginx;
  let browser: Browser;
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const scratch = await createScratchDatabase(inject('adminUrl'));
    ends.push(() => scratch.drop());
    const now = () => new Date();
    db = createDatabase({
      connectionString: await setUp({ databaseUrl: scratch.url, demo: false, now, log: createLog('fatal') }),
      max: 4,
    });
    ends.push(() => db.close());
    seed = await Seed.over(db, now, async () => undefined);
    await seed.departments('logistics');
    member = await seed.member({ role: 'COORDINATOR' });
    bus = isInstalled('nats-server') ? await startBusServer('nats-server') : null;
    ends.push(async () => bus?.kill());
    const port = await freePort();
    const settings = { TRUST_PROXY: '1', PUBLIC_ORIGIN: `https://localhost:${port}`, BUS_URL: bus?.url ?? '' };
    processes = [
      await startBuiltServer(scratch.url, false, settings),
      await startBuiltServer(scratch.url, false, settings),
    ];
    ends.push(() => Promise.all(processes.map((one) => one.stop())));
    nginx = await startNginx(
      port,
      processes.map(({ url }) => Number(new URL(url).port)),
    );
    ends.push(() => nginx.stop());
    const chromium = await shareChromium();
    browser = chromium.browser;
    ends.push(() => chromium.close());
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  /** Somebody who signs in on the page and stands at the board. */
  async function atBoard(): Promise<Page> {
    const context = await browser.newContext({
      locale: 'zh-CN',
      ignoreHTTPSErrors: true,
      viewport: { width: 1440, height: 900 },
    });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await page.goto(`${nginx.url}/sign-in`);
    await page.getByLabel('邮箱').fill(member.email);
    await page.getByLabel('密码', { exact: true }).fill(member.password);
    await page.keyboard.press('Enter');
    await page.locator('[data-kind="live"]').waitFor();
    return page;
  }

  test('[BUS6] boards at either process see one another’s moves, and go on when one is killed, and the other stopped', async () => {
    const { number } = await seed.complaint().routed('logistics');
    // nginx gives a new connection to whichever process has fewer: so they are at both.
    const pages = [await atBoard(), await atBoard(), await atBoard()];
    const [mover, ...others] = pages as [Page, ...Page[]];
    const cookies = await mover.context().cookies();
    expect(cookies.find(({ name }) => name === 'redress_session')).toMatchObject({ secure: true, httpOnly: true });
    await dragTo(mover, card(mover, number), stageColumn(mover, 'CONFIRMED'));
    for (const page of others) await card(page, number, 'CONFIRMED').waitFor();

    await processes[0]!.kill();
    await moves(pages, '一个进程停了以后');
    await processes[0]!.start();
    // In order this time: it tells its sockets to come back, and answers what it has begun.
    await processes[1]!.stop();
    await moves(pages, '另一个进程停了以后');
    expect(nginx.socketsWereAt()).toEqual(new Set(processes.map(({ url }) => Number(new URL(url).port))));
  }, 300_000);

  /** Something new is moved by two of them and seen by all, whichever process they are at by now. */
  async function moves(pages: readonly Page[], subject: string): Promise<void> {
    for (const page of [pages[0]!, pages.at(-1)!]) {
      const { number } = await seed.complaint({ subject }).routed('logistics');
      await card(page, number, 'RECEIVED').waitFor();
      await dragTo(page, card(page, number), stageColumn(page, 'CONFIRMED'));
      for (const other of pages) await card(other, number, 'CONFIRMED').waitFor();
    }
  }
});
