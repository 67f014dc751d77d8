/**
 * `pnpm screenshots`: the pictures of the README and of the guide, taken of the demo company as it stands right after
 * loading. Name them to take only some: `pnpm screenshots desk wall`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD } from '@redress/api/demo/load';
import { openTemporary } from '@redress/prisma/embedded/temporary';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBuiltServer } from './e2e/built-server.ts';
import { launchChromium } from './e2e/chromium.ts';

type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

interface Shot {
  name: string;
  who: string;
  path: string | ((ask: Ask, locale: Locale) => Promise<string>);
  /** What has to be there before it is taken. */
  shows: string;
  prepare?: (page: Page) => Promise<void>;
  dark?: boolean;
  phone?: boolean;
}

const LOCALES = { zh: 'zh-CN', en: 'en-US' } as const;
type Locale = keyof typeof LOCALES;

const DESKTOP = { width: 1440, height: 860 };
const PHONE = { width: 390, height: 780 };
const CARD = 'article[data-card]';

/** The last ones change what is shown: one registers a complaint, one starts a meeting. */
const SHOTS: readonly Shot[] = [
  { name: 'board', who: 'coordinator', path: '/', shows: CARD },
  {
    name: 'lanes',
    who: 'coordinator',
    path: '/?lanes=department&stage=CONFIRMED,INVESTIGATING,RESOLVING',
    shows: CARD,
  },
  { name: 'handoffs', who: 'coordinator', path: '/?view=handoffs', shows: 'main table, main [role=grid]' },
  { name: 'deadlines', who: 'coordinator', path: '/?view=deadlines', shows: 'main svg', dark: true },
  { name: 'table', who: 'coordinator', path: '/?view=table', shows: 'tbody tr' },
  { name: 'wall', who: 'coordinator', path: '/?view=wall', shows: 'main h2', dark: true },
  { name: 'palette', who: 'coordinator', path: '/', shows: CARD, prepare: search },
  { name: 'desk', who: 'head.logistics', path: '/desk', shows: 'main li' },
  { name: 'desk-phone', who: 'head.logistics', path: '/desk', shows: 'main li', phone: true },
  { name: 'complaint', who: 'head.logistics', path: '/?breached=1', shows: CARD, prepare: openFirst, dark: true },
  { name: 'minutes', who: 'coordinator', path: lastMinutes, shows: 'main h1' },
  { name: 'track', who: 'coordinator', path: offeredCase, shows: '#digits', prepare: identify, phone: true },
  { name: 'meeting', who: 'coordinator', path: runningMeeting, shows: 'nav ol li' },
];

/** Somebody looks for what all have to do with a word. */
async function search(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').first().fill('冰箱');
  await page.getByRole('option').filter({ hasText: 'C-' }).first().waitFor();
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('article[data-breached] a').first().click();
  await page.getByRole('dialog').getByRole('tab').first().waitFor();
}

async function lastMinutes(ask: Ask): Promise<string> {
  const { meetings } = await ask<{ meetings: { id: string }[] }>('{ meetings { id } }');
  return `/meetings/${meetings.at(-1)!.id}/minutes`;
}

interface Running {
  id: string;
  phase: string;
}

/** A meeting of the series in which a complaint is being talked about; the one that runs already, when there is one. */
async function runningMeeting(ask: Ask): Promise<string> {
  const { meetings } = await ask<{ meetings: Running[] }>('{ meetings { id phase } }');
  const known = meetings.find(({ phase }) => phase === 'RUNNING');
  if (known !== undefined) return `/meetings/${known.id}`;
  const { meetingSeries } = await ask<{ meetingSeries: { id: string; members: { id: string }[] }[] }>(
    '{ meetingSeries { id members { id } } }',
  );
  const [series] = meetingSeries;
  const START = `mutation ($input: MeetingStartInput!) { meetingStart(input: $input) {
    ... on MeetingStartPayload { meeting { id items { id complaint { id } } } } } }`;
  const { meetingStart } = await ask<{
    meetingStart: { meeting: { id: string; items: { id: string; complaint: object | null }[] } };
  }>(START, { input: { seriesId: series!.id } });
  const { id, items } = meetingStart.meeting;
  const JOIN = 'mutation ($input: MeetingJoinInput!) { meetingJoin(input: $input) { __typename } }';
  for (const member of series!.members.slice(2, 6)) await ask(JOIN, { input: { id, memberId: member.id } });
  const FOCUS = 'mutation ($input: MeetingFocusInput!) { meetingFocus(input: $input) { __typename } }';
  await ask(FOCUS, { input: { id, itemId: items.find(({ complaint }) => complaint !== null)!.id } });
  return `/meetings/${id}`;
}

const CUSTOMER = { phone: '13812345678' };

const TOLD = {
  zh: {
    subject: '冰箱门关不严',
    description: '昨天刚送到，右边的门关不上，冷气一直漏。',
    contact: '已致电客户核实，安装照片显示门铰链变形。',
    offers: ['换一台新冰箱，周四上门', '上门更换门铰链，并补偿 200 元'],
  },
  en: {
    subject: 'Fridge door does not close',
    description: 'Delivered yesterday; the right door stays open a gap, and the cold gets out.',
    contact: 'Called the customer; the photos show a bent hinge.',
    offers: ['A new fridge, delivered on Thursday', 'A new hinge fitted at your home, and 200 yuan for the trouble'],
  },
} as const satisfies Record<Locale, object>;

/** A customer's complaint with two ways of settling it offered: the way to their page. */
async function offeredCase(ask: Ask, locale: Locale): Promise<string> {
  const { subject, description, contact, offers } = TOLD[locale];
  const act = async <Payload>(name: string, type: string, fields: string, input: object): Promise<Payload> => {
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      __typename ... on ${type}Payload { ${fields} } ... on UserError { message } } }`;
    const answer = (await ask<Record<string, { __typename: string; message?: string }>>(query, { input }))[name]!;
    if (answer.__typename !== `${type}Payload`) throw new Error(`${name}: ${answer.message ?? answer.__typename}`);
    return answer as Payload;
  };
  const given = { subject, description, customer: CUSTOMER };
  const submitted = await act<{ number: string; trackingCode: string }>(
    'complaintSubmit',
    'ComplaintSubmit',
    'number trackingCode',
    given,
  );
  const { complaint } = await ask<{ complaint: { id: string } }>(
    'query ($number: String!) { complaint(by: { number: $number }) { id } }',
    { number: submitted.number },
  );
  const { id } = complaint;
  await act('complaintRoute', 'ComplaintRoute', '__typename', {
    id,
    departmentCode: 'logistics',
    categoryCode: 'delivery.damaged',
  });
  await act('complaintClaim', 'ComplaintClaim', '__typename', { id });
  await act('contactRecord', 'ContactRecord', '__typename', {
    id,
    channel: 'PHONE',
    summary: contact,
    confirmsFacts: true,
  });
  const ids: string[] = [];
  for (const [at, what] of offers.entries()) {
    const kind = at === 0 ? { kind: 'REPLACEMENT' } : { kind: 'GOODWILL', amountMinor: 20_000 };
    const { resolution } = await act<{ resolution: { id: string } }>(
      'resolutionPropose',
      'ResolutionPropose',
      'resolution { id }',
      { complaintId: id, what, ...kind },
    );
    ids.push(resolution.id);
  }
  await act('resolutionOffer', 'ResolutionOffer', '__typename', { ids });
  return `/t#${submitted.trackingCode}`;
}

/** The customer proves who they are, as the page asks. */
async function identify(page: Page): Promise<void> {
  await page.locator('#digits').fill(CUSTOMER.phone.slice(-4));
  await page.locator('button[type=submit]').click();
  await page.getByRole('article').first().waitFor();
}

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));

/** WebP, which Chromium writes itself: a third of the PNG. */
async function toWebP(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const url = await page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return Buffer.from(url);
}

async function signedIn(context: BrowserContext, url: string, who: string): Promise<Ask> {
  const ask: Ask = async (query, variables = {}) => {
    const answer = await context.request.post(`${url}/graphql`, { data: { query, variables } });
    const { data, errors } = (await answer.json()) as { data: never; errors?: { message: string }[] };
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data;
  };
  const input = { email: `${who}@example.com`, password: DEMO_PASSWORD };
  await ask('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', { input });
  return ask;
}

async function take(browser: Browser, url: string, shot: Shot, locale: Locale): Promise<void> {
  const context = await browser.newContext({
    viewport: shot.phone === true ? PHONE : DESKTOP,
    locale: LOCALES[locale],
    colorScheme: shot.dark === true ? 'dark' : 'light',
    timezoneId: 'Asia/Shanghai',
    hasTouch: shot.phone === true,
  });
  context.setDefaultTimeout(60_000);
  const ask = await signedIn(context, url, shot.who);
  const path = typeof shot.path === 'string' ? shot.path : await shot.path(ask, locale);
  const page = await context.newPage();
  await page.goto(url + path);
  await page.locator(shot.shows).first().waitFor();
  await shot.prepare?.(page);
  // What comes a moment later (figures, names, the texts of a chunk) is part of the picture.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const file = `${shot.name}-${locale}.webp`;
  await writeFile(folder + file, await toWebP(browser, await page.screenshot({ animations: 'disabled' })));
  await context.close();
  console.log(`docs/images/${file}`);
}

const named = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const database = await openTemporary();
const server = await startBuiltServer(database.url, true);
const { browser, close } = await launchChromium();
try {
  for (const shot of SHOTS.filter(({ name }) => named.length === 0 || named.includes(name))) {
    for (const locale of ['zh', 'en'] as const) await take(browser, server.url, shot, locale);
  }
} finally {
  await close();
  await server.stop();
  await database.release();
}
