/** Signing in, languages, themes, widths, and what a screen reader would find. */
import { readFileSync } from 'node:fs';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, screensOf } from './every-screen.ts';
import type { Made, Screen } from './every-screen.ts';
import { bytesOf, firstLoad } from './first-load.ts';
import { faultsOf, overflowOf, settled } from './readable.ts';
import { setStage } from './stage.ts';
import type { Person, Stage } from './stage.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** All that another appearance can change. */
const COLOURS = ['color-contrast'];

let stage: Stage;
let made: Made;
beforeAll(async () => {
  stage = await setStage();
  made = await furnish(stage);
});
afterAll(() => stage?.close());

/** What is wrong with a screen and its parts, light and dark, on a desk and on a phone. */
async function faultsAt(page: Page, { name, path, shows, parts = {}, isPlain }: Screen): Promise<string[]> {
  const found: string[] = [];
  const look = async (part: string, colorScheme: 'light' | 'dark', rules?: string[]) => {
    await settled(page, colorScheme);
    for (const fault of await faultsOf(page, rules)) found.push(`${part}, ${colorScheme}: ${fault}`);
  };
  const opened = async () => {
    await page.goto(stage.server.url + path);
    await page.locator(shows).first().waitFor();
  };
  for (const [part, act] of [[name, opened] as const, ...Object.entries(parts)]) {
    await page.setViewportSize(DESK);
    await act(page);
    await look(part, 'light');
    if (!isPlain) await look(part, 'dark', COLOURS);
    await page.setViewportSize(PHONE);
    await look(part, 'dark');
    if ((await overflowOf(page)) > 0) found.push(`${part} is wider than the phone`);
    if (!isPlain) await look(part, 'light', COLOURS);
  }
  return found;
}

/** How an answer can fail to come; who is signed in is known all the same. */
const FAILURES: ((route: Route) => Promise<void>)[] = [
  (route) => route.abort('failed'),
  (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
  // A field that may not be null failed.
  (route) => route.fulfill({ json: { errors: [{ message: 'Unexpected error.' }], data: null } }),
];

/** The page's line to the server, to be cut and mended. */
async function cuttable(page: Page) {
  let fail: (typeof FAILURES)[number] | null = null;
  let isSocketCut = false;
  await page.route('**/graphql', (route) =>
    fail === null || route.request().postData()?.includes('query Viewer') ? route.continue() : fail(route),
  );
  await page.routeWebSocket('**/graphql', (socket) => {
    if (isSocketCut) void socket.close();
    else socket.connectToServer();
  });
  return {
    fails: (how: (typeof FAILURES)[number]) => {
      fail = how;
      isSocketCut = true;
    },
    /** `answersOnly`: its socket stays cut. */
    mends: ({ answersOnly = false } = {}) => {
      fail = null;
      isSocketCut = answersOnly;
    },
  };
}

/** What a page says in the place of what it could not read: the words, or the offer to ask again. */
function saidOf(page: Page, { path, cutOff }: Screen) {
  // What lies over the board is what one looks at; the board beneath has an offer of its own.
  const place = path.includes('/complaints/') && !path.endsWith('/print') ? page.getByRole('dialog') : page;
  return cutOff === undefined ? place.getByRole('button', { name: '重试' }).last() : place.getByText(cutOff!);
}

describe('screens', () => {
  test('[UI11] one signs in with address and password; a wrong one is said at the form and keeps the address', async () => {
    const page = await stage.page();
    await page.goto(stage.server.url);
    await page.locator('input[type=email]').fill(stage.members.coordinator.email);
    await page.locator('input[type=password]').fill('not the password');
    await page.keyboard.press('Enter');
    await page
      .getByText('不正确', { exact: false })
      .or(page.getByText('不对', { exact: false }))
      .first()
      .waitFor();
    expect(await page.locator('input[type=email]').inputValue()).toBe(stage.members.coordinator.email);
    await page.locator('input[type=password]').fill(stage.members.coordinator.password);
    await page.keyboard.press('Enter');
    await page.locator('[data-kind="live"]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test.each([
    { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
    { locale: 'en-US', colorScheme: 'dark', width: 390 },
  ] as const)('[UI12] the board is in the language asked for: $locale, $colorScheme, $width wide', async (look) => {
    const { width, ...options } = look;
    const page = await stage.at('coordinator', { ...options, viewport: { width, height: 844 } });
    await page.getByText('冰箱两次改期没送到').first().waitFor();
    await page
      .getByRole('heading', { name: options.locale === 'zh-CN' ? '待派单' : 'Received' })
      .first()
      .waitFor();
  });

  test('[UI12] every screen is readable and whole, by day and by night, on a desk and on a phone', {
    timeout: 600_000,
  }, async () => {
    const screens = screensOf(made);
    const routes = readFileSync(new URL('../../apps/board/src/app/router.tsx', import.meta.url), 'utf8');
    const known = [...routes.matchAll(/path: '([^']+)'|shortWay\('(\w+)'\)/g)].map(
      ([, path, view]) => path ?? `/${view}`,
    );
    expect(new Set(['/sign-in', ...screens.flatMap((screen) => screen.routes)])).toEqual(
      // A route below the desk names only its own part.
      new Set(['/desk/complaints/$number', ...known]),
    );
    const faults: Record<string, unknown> = {};
    const visit = async (person: Person) => {
      const page = await stage.page({ reducedMotion: 'reduce' });
      await stage.signIn(page, stage.members[person]);
      for (const screen of screens.filter(({ by }) => by === person)) {
        const found = await faultsAt(page, screen).catch((error: Error) => [error.message]);
        if (found.length > 0) faults[screen.name] = found;
      }
      await page.context().close();
    };
    await Promise.all([...new Set(screens.map(({ by }) => by))].map(visit));
    expect(faults).toEqual({});
  });

  test.each([
    { how: 'when it is asked to', isAsked: true },
    { how: 'by itself once the line is back', isAsked: false },
  ])('[UI29] a screen whose answers fail says so, and shows itself $how', { timeout: 300_000 }, async ({ isAsked }) => {
    const screens = screensOf(made).filter(({ cutOff }) => cutOff !== null);
    const faults: Record<string, string> = {};
    const visit = async (person: Person) => {
      const page = await stage.page({ reducedMotion: 'reduce' });
      await stage.signIn(page, stage.members[person]);
      const server = await cuttable(page);
      for (const [at, screen] of screens.entries()) {
        if (screen.by !== person) continue;
        const offers = screen.cutOff === undefined;
        server.fails(FAILURES[at % FAILURES.length]!);
        const look = async () => {
          await page.goto(stage.server.url + screen.path);
          const said = await saidOf(page, screen).elementHandle();
          const words = (await said!.textContent())!;
          server.mends({ answersOnly: isAsked && offers && screen.byStream !== true });
          // The board asks again by itself, maybe in this very moment; what is gone fails at once.
          if (isAsked && offers) await said!.click({ timeout: 15_000 }).catch(() => undefined);
          // The same button may come to offer something else.
          const anew = ([shown, before]: readonly [Node, string]) => !shown.isConnected || shown.textContent !== before;
          await page.waitForFunction(anew, [said!, words] as const);
          await page.locator(screen.shows).first().waitFor();
        };
        await look().catch(({ message }: Error) => (faults[screen.name] = message));
      }
      await page.context().close();
    };
    await Promise.all([...new Set(screens.map(({ by }) => by))].map(visit));
    expect(faults).toEqual({});
  });

  test('[UI29] what is on screen stays when asking who is signed in fails', async () => {
    const page = await stage.at('coordinator');
    const answer = (errors: object[], data: object | null) => async (route: Route) =>
      route.fulfill({ json: { errors, data } });
    await page.route('**/graphql', (route) => {
      const asked = route.request().postData() ?? '';
      if (asked.includes('query Viewer')) return answer([{ message: 'failed' }], { viewer: null })(route);
      if (!/query Meetings\b/.test(asked)) return route.continue();
      return answer([{ message: 'who?', extensions: { code: 'UNAUTHENTICATED' } }], null)(route);
    });
    const askedWho = page.waitForResponse((response) => !!response.request().postData()?.includes('query Viewer'));
    await page.getByRole('link', { name: '协调会' }).click();
    const retry = page.getByRole('button', { name: '重试' });
    await Promise.all([askedWho, retry.waitFor()]);
    await page.unroute('**/graphql');
    await retry.click();
    await page.getByRole('link', { name: '周二协调会' }).waitFor();
  });

  test('[AU11] the audit trail is narrowed in the address, opened to from and to, and taken away as a file', async () => {
    const page = await stage.at('auditor');
    await page.getByRole('button', { name: '账户' }).click();
    await page.getByRole('link', { name: '审计' }).click();
    await page.getByRole('row').filter({ hasText: '请求转办' }).first().click();
    await page.getByRole('button', { name: '只看这件投诉的记录' }).click();
    await page.waitForURL(/complaint=C-/);
    await expect.poll(() => page.getByRole('row').filter({ hasText: '登记投诉' }).count()).toBe(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^redress-audit-.*\.csv$/);
    await page.goto(`${stage.server.url}/audit?action=nothingLikeIt`);
    await page.getByText('没有符合条件的记录').waitFor();
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query Audit') ? route.abort() : route.continue(),
    );
    await page.reload();
    await page.getByRole('alert').getByRole('button', { name: '重试' }).waitFor();
  });

  test('[AU11] who may not read the audit trail is told who may', async () => {
    const page = await stage.at('coordinator');
    await page.goto(`${stage.server.url}/audit`);
    await page.getByText('这一页由审计人员和管理员查看').waitFor();
  });

  test('[UI13] the filter lives in the address: a link shows another person the same cards', async () => {
    const mine = await stage.at('coordinator');
    await mine.getByRole('button', { name: '转办中' }).click();
    await expect.poll(() => mine.locator('article[data-card]').count()).toBe(1);
    const theirs = await stage.at('logistics', { path: mine.url().slice(stage.server.url.length) });
    await expect.poll(() => theirs.locator('article[data-card]').count()).toBe(1);
  });

  test('[UI14] a complaint is registered on one screen and appears on the board', async () => {
    const page = await stage.at('coordinator', { path: '/register' });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('一句话说清楚').fill('净水器漏水泡了地板');
    await dialog.getByLabel('经过').fill('装好第二天就漏，地板起拱，楼下也湿了。');
    await dialog.getByRole('combobox', { name: '渠道' }).or(dialog.getByLabel('渠道')).first().click();
    await page.getByRole('option', { name: '电话' }).click();
    await page.keyboard.press('Control+Enter');
    await dialog.getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).waitFor();
    await expect.poll(() => stage.db.prisma.complaint.count()).toBe(3);
  });

  test('[UI26] what is loaded before the first card stays small', async () => {
    const page = await stage.page();
    await stage.signIn(page, stage.members.coordinator);
    const loaded = await firstLoad(page, stage.server.url, 'article[data-card]');
    expect(loaded.filter(({ type }) => type === 'script').length).toBeGreaterThan(2);
    expect(bytesOf(loaded, 'script')).toBeLessThanOrEqual(200_000);
  });

  test('[DR1] [DR2] what was typed at the board, in a meeting and for many cards survives a reload, and goes once it was taken', async () => {
    const page = await stage.at('coordinator', { path: '/?severity=URGENT' });
    const viewName = page.getByLabel('把现在的样子存为');
    const views = page.getByRole('button', { name: '已存视图' });
    await views.click();
    await viewName.fill('紧急的');
    await page.reload();
    await views.click();
    expect(await viewName.inputValue()).toBe('紧急的');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('link', { name: '紧急的' }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('draft');

    await page.goto(`${stage.server.url}/meetings/${made.meetingId}`);
    const topic = page.getByLabel('投诉编号或议题');
    await topic.fill('长'.repeat(201));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();
    await page.reload();
    await expect.poll(() => topic.inputValue()).toHaveLength(201);

    await page.goto(stage.server.url);
    const bar = page.getByRole('region', { name: '批量操作' });
    const reason = bar.getByLabel('原因');
    const handOff = async () => {
      await page.locator('article[data-card] a').first().focus();
      await page.keyboard.press('x');
      await bar.getByRole('button', { name: '转办', exact: true }).first().click();
    };
    await handOff();
    await reason.fill('都在他们仓库');
    await page.reload();
    await page.locator('article[data-card]').first().waitFor();
    await handOff();
    expect(await reason.inputValue()).toBe('都在他们仓库');
  });

  test('[DR1] whose session ends while they type is told so, and goes on where they were', async () => {
    const { email, password } = stage.members.coordinator;
    const page = await stage.at('coordinator', { path: '/register' });
    const subject = page.getByRole('dialog').getByLabel('一句话说清楚');
    await subject.fill('冰箱关不严');
    await page.getByRole('dialog').getByLabel('经过').fill('门缝有一指宽');
    const data = { query: 'mutation { signOut { __typename } }' };
    await page.context().request.post(`${stage.server.url}/graphql`, { data });
    await page.getByText('登录已失效，请重新登录。没有提交的内容还在').waitFor();
    await page.getByLabel('邮箱').fill(email);
    await page.getByLabel('密码').first().fill(password);
    await page.keyboard.press('Enter');
    await subject.waitFor();
    expect(await subject.inputValue()).toBe('冰箱关不严');
  });
});
