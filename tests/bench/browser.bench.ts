/**
 * What a person feels, in Chromium, with 2,000 open cards on the board: how long until the first card of a cold load shows,
 * how smooth a drag is, how soon a change of somebody else is on the screen, and whether a board that stays open for a day
 * of meetings grows. The page is the built one, in a window of 1440 by 900; `pnpm build` first.
 */
import { tokenCreate } from '@redress/domain/actions/token-change';
import { encodeId } from '@redress/schema/ids';
import type { Browser, Page } from 'playwright-core';
import { Seed } from '../testkit/seed.ts';
import type { SeededMember } from '../testkit/seed.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { barePage, EMPTY_PAGE, firstShown, FRAMES, FRAMES_SEEN, TOPS } from './browser/page-meters.ts';
import { openCompany } from './kit/bench-company.ts';
import type { BenchCompany } from './kit/bench-company.ts';
import { startServer } from './kit/child.ts';
import type { Child } from './kit/child.ts';
import { median, quantile } from './kit/compare.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { graphqlRequest, HttpConnection } from './kit/http-client.ts';
import { print } from './kit/transcript.ts';

const WINDOW = { viewport: { width: 1440, height: 900 } };
const CARDS = 2_000;
const COLD_LOADS = 5;
const DRAGS = 5;
const DRAG_STEPS = 120;
const FRAME_MS = 1_000 / 60;
const CHANGES = 100;
/** An hour of ten a second. */
const EVENTS = 36_000;
const WRITERS = 4;

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const BOARD = `{ board { columns { complaints(first: 100) { nodes { number subject } } } } }`;
const MOVE = `mutation ($input: ComplaintMoveInput!) { complaintMove(input: $input) { __typename } }`;

interface Scene {
  server: Child;
  browser: Browser;
  member: SeededMember;
  token: string;
  /** By stage, in the order of the column. */
  cards: { id: string; number: string; stage: string }[];
}

export async function bench(): Promise<Finding[]> {
  const company = await openCompany(CARDS);
  const ends: (() => Promise<void>)[] = [() => company.close()];
  try {
    const cards = await spread(company);
    const seed = await Seed.over(
      company.db,
      () => new Date(),
      async () => undefined,
    );
    const member = await seed.member({ role: 'COORDINATOR', name: '周协调' });
    const { token } = await tokenCreate(company.ctx, { name: 'bench', scopes: ['READ', 'ACT'], expiresAt: null });
    const server = await startServer(company.url);
    ends.unshift(() => server.stop());
    const { browser, close } = await launchChromium();
    ends.unshift(close);
    const scene = { server, browser, member, token, cards };
    return [...(await firstCards(scene)), ...(await drags(scene)), ...(await paints(scene)), ...(await hour(scene))];
  } finally {
    for (const end of ends) await end();
  }
}

/** Puts the cards into the four columns of open work, evenly. */
async function spread({ db }: BenchCompany): Promise<Scene['cards']> {
  await db.pool.query(`UPDATE "complaint" SET "stage" = (ARRAY['RECEIVED', 'CONFIRMED', 'INVESTIGATING', 'RESOLVING'])
    [1 + right("number", 6)::int % 4]::"Stage"`);
  const { rows } = await db.pool.query<Scene['cards'][number]>(
    'SELECT "id", "number", "stage" FROM "complaint" ORDER BY "stage", "position"',
  );
  return rows;
}

/** A page of somebody who has signed in, in a profile that holds nothing else. */
async function signedIn({ browser, server, member: { email, password } }: Scene): Promise<Page> {
  // The meters are text, which the page's own policy would not run.
  const context = await browser.newContext({ ...WINDOW, locale: 'zh-CN', bypassCSP: true });
  context.setDefaultTimeout(60_000);
  const data = { query: SIGN_IN, variables: { input: { email, password } } };
  await context.request.post(`${server.url}/graphql`, { data });
  return context.newPage();
}

async function liveBoard(scene: Scene): Promise<Page> {
  const page = await signedIn(scene);
  await page.goto(scene.server.url);
  await page.locator('[data-kind="live"]').waitFor();
  return page;
}

async function firstCards(scene: Scene): Promise<Finding[]> {
  const load = async (path: string, prepare: (page: Page) => Promise<unknown>) => {
    const page = await signedIn(scene);
    await prepare(page);
    await page.addInitScript(firstShown('article[data-card]'));
    await page.goto(scene.server.url + path);
    const shown = await page.waitForFunction('window.shownAt');
    const at = (await shown.jsonValue()) as number;
    await page.context().close();
    return at;
  };
  const [bare, ours]: [number[], number[]] = [[], []];
  for (let n = 0; n <= COLD_LOADS; n += 1) {
    const fulfilled = { contentType: 'text/html', body: barePage(BOARD) };
    const least = await load('/bare', (page) => page.route('**/bare', (route) => route.fulfill(fulfilled)));
    const whole = await load('/', async () => undefined);
    if (n > 0) bare.push(least);
    if (n > 0) ours.push(whole);
  }
  print(`first card of a cold load: ${ms(median(ours))}; a page of one request and one element: ${ms(median(bare))}`);
  return [];
}

/** Carries a card over the whole board and back, and drops it where it was; or moves the mouse over nothing. */
async function drag(page: Page): Promise<{ dropped: number; liftedAfter: number | null }> {
  const card = page.locator('article[data-card]').first();
  const box = (await card.count()) > 0 ? await card.boundingBox() : null;
  const [x, y] = box === null ? [60, 200] : [box.x + box.width * 0.6, box.y + 30];
  await page.mouse.move(x, y);
  await page.evaluate(FRAMES);
  await page.mouse.down();
  for (let step = 1; step <= DRAG_STEPS; step += 1) {
    const way = Math.sin((step / DRAG_STEPS) * Math.PI);
    await page.mouse.move(x + way * 1_000, y + way * 300 * Math.sin(step / 5));
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const { frames, liftedAfter } = (await page.evaluate(FRAMES_SEEN)) as {
    frames: number[];
    liftedAfter: number | null;
  };
  const wanted = (frames.at(-1)! - frames[0]!) / FRAME_MS;
  return { dropped: Math.max(0, 1 - (frames.length - 1) / wanted) * 100, liftedAfter };
}

async function drags(scene: Scene): Promise<Finding[]> {
  const board = await liveBoard(scene);
  const empty = await (await scene.browser.newContext(WINDOW)).newPage();
  await empty.setContent(EMPTY_PAGE);
  const [bare, ours, lifts]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n <= DRAGS; n += 1) {
    await empty.bringToFront();
    const least = await drag(empty);
    await board.bringToFront();
    const carried = await drag(board);
    if (n === 0) continue;
    if (carried.liftedAfter === null) throw new Error('no card was lifted');
    bare.push(least.dropped);
    ours.push(carried.dropped);
    lifts.push(carried.liftedAfter);
  }
  await Promise.all([board.context().close(), empty.context().close()]);
  print(`frames dropped in a drag: ${median(ours).toFixed(1)} %; on an empty page: ${median(bare).toFixed(1)} %`);
  print(`from the mouse's move to the lifted card: ${ms(median(lifts))}`);
  return [
    finding({
      area: 'Browser',
      what: `frames dropped in a drag, ${CARDS} cards`,
      ours: `${median(ours).toFixed(1)} %`,
      against: `empty page, ${median(bare).toFixed(1)} %, and 5 points`,
      ratio: median(ours) / (median(bare) + 5),
      target: { atMost: 1 },
    }),
    within('start of a drag', median(lifts), 60),
  ];
}

/** Another caller brings cards from deep in their columns to the top; how long until the board shows them there. */
async function paints(scene: Scene): Promise<Finding[]> {
  const page = await liveBoard(scene);
  await page.evaluate(TOPS);
  const connection = new HttpConnection(scene.server.url);
  const sent = new Map<string, number>();
  // The last ones of the columns that are loaded lie far below what shows.
  for (const { id, number, stage } of deepest(scene.cards, CHANGES)) {
    sent.set(number, Date.now());
    const { body } = await connection.send(
      graphqlRequest(MOVE, { input: { id: encodeId('Complaint', id), toStage: stage } }, scene.token),
    );
    if (!body.includes('ComplaintMovePayload')) throw new Error(body.toString());
    await page.waitForFunction(`window.cardsAt[${JSON.stringify(number)}]`, null, { polling: 20 });
  }
  const at = (await page.evaluate('window.cardsAt')) as Record<string, number>;
  const took = [...sent].map(([number, began]) => at[number]! - began).sort((a, b) => a - b);
  connection.close();
  await page.context().close();
  const p95 = quantile(took, 0.95);
  print(
    `a move of somebody else, from the request to the painted card: p50 ${ms(quantile(took, 0.5))}, p95 ${ms(p95)}`,
  );
  return [within('request of a move to painted card elsewhere, p95', p95, 100)];
}

function deepest(cards: Scene['cards'], count: number): Scene['cards'] {
  const stages = [...new Set(cards.map(({ stage }) => stage))];
  return stages.flatMap((stage) => cards.filter((card) => card.stage === stage).slice(-count / stages.length));
}

/** The heap of a board that heard of an hour's worth of events, against the same after its first two thousand. */
async function hour(scene: Scene): Promise<Finding[]> {
  const page = await liveBoard(scene);
  const inspector = await page.context().newCDPSession(page);
  const heap = async () => {
    await page.locator('[data-kind="live"]').waitFor();
    await page.waitForTimeout(3_000);
    for (let n = 0; n < 3; n += 1) await inspector.send('HeapProfiler.collectGarbage');
    return (await inspector.send('Runtime.getHeapUsage')).usedSize;
  };
  await move(scene, 2_000);
  const before = await heap();
  await move(scene, EVENTS);
  const after = await heap();
  await page.context().close();
  const [from, to] = [before, after].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`) as [string, string];
  print(`heap after ${EVENTS} events: ${to}; after 2,000: ${from}`);
  return [
    finding({
      area: 'Browser',
      what: `heap after ${EVENTS} events`,
      ours: to,
      against: `after 2,000, ${from}`,
      ratio: after / before,
      target: { atMost: 1.1 },
    }),
  ];
}

async function move({ server, cards, token }: Scene, count: number): Promise<void> {
  let turn = 0;
  const work = async () => {
    const connection = new HttpConnection(server.url);
    while (turn < count) {
      const { id, stage } = cards[(turn++ * 7) % cards.length]!;
      await connection.send(graphqlRequest(MOVE, { input: { id: encodeId('Complaint', id), toStage: stage } }, token));
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: WRITERS }, work));
}

function within(what: string, took: number, limitMs: number): Finding {
  const target = { atMost: 1 };
  return finding({ area: 'Browser', what, ours: ms(took), against: `${limitMs} ms`, ratio: took / limitMs, target });
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
