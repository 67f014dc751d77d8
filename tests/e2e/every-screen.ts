/** Every screen of the board and the states of it that people meet, with the way there. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Person, Stage } from './stage.ts';

export interface Screen {
  /** The routes of app/router.tsx that lead here. */
  routes: string[];
  name: string;
  by: Person;
  path: string;
  /** A selector of what is there once the screen shows what it came for. */
  shows: string;
  /** What it says while nothing answers, where that is not an offer to ask again; null: it needs no answer. */
  cutOff?: string | null;
  /** It is told by the socket alone what it shows. */
  byStream?: boolean;
  /** It has no colours of its own: one look at each width is enough. */
  isPlain?: boolean;
  /** What else there is to see, each reached from the one before. */
  parts?: Record<string, (page: Page) => Promise<void>>;
}

/** The sections of the settings, in the order of their buttons. */
const SECTIONS = Array.from(
  readFileSync(new URL('../../apps/board/src/features/settings/section-names.ts', import.meta.url), 'utf8').matchAll(
    /^  '(\w+)',$/gm,
  ),
  ([, name]) => name!,
);

const TABS = ['collaboration', 'investigation', 'contacts', 'files', 'timeline'];

/** The screens, over a stage with a complaint that is handed over, a meeting and a saved view. */
export function screensOf({ number, meetingId, seriesId, viewId }: Made): Screen[] {
  const complaint = `/complaints/${number}`;
  const board = { routes: ['/'], by: 'coordinator', path: '/', shows: 'article[data-card]' } as const;
  const drawer = { routes: [], by: 'coordinator', path: complaint, shows: '[role=dialog] [role=tab]' } as const;
  return [
    { ...board, routes: ['/', '/views/$id'], name: 'the board, by the link of a view', path: `/views/${viewId}` },
    { ...board, routes: [], name: 'lanes', path: '/?lanes=department' },
    {
      ...board,
      routes: [],
      name: 'the board',
      parts: {
        'many chosen': async (page) => {
          await page.locator('article[data-card] a').first().focus();
          await page.keyboard.press('x');
          await page.locator('[data-card] input[type=checkbox]').first().waitFor();
        },
        'the palette': (page) => opens(page, 'Control+k'),
        'the sheet of keys': async (page) => {
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'hidden' });
          await opens(page, '?');
        },
      },
    },
    {
      ...board,
      routes: [],
      name: 'a filter that nothing meets',
      path: '/?text=nothing-like-it',
      shows: 'main p, main button',
    },
    { ...board, routes: ['/handoffs'], name: 'handoffs', path: '/handoffs', shows: 'main table' },
    { ...board, routes: ['/deadlines'], name: 'deadlines', path: '/deadlines', shows: 'main [role=radiogroup]' },
    { ...board, routes: ['/table'], name: 'the table', path: '/table', shows: 'tbody tr' },
    {
      ...board,
      routes: ['/wall'],
      name: 'the wall',
      path: '/wall',
      shows: 'main h2, main dl, main section',
      cutOff: '还没有数字',
    },
    { ...board, routes: ['/desk', '/inbox'], name: 'the desk', by: 'warehouse', path: '/inbox', shows: 'main h1' },
    {
      routes: ['/desk/complaints/$number'],
      name: 'a complaint over the desk',
      by: 'warehouse',
      path: `/desk${complaint}`,
      shows: '[role=dialog] [role=tab]',
    },
    {
      ...board,
      routes: ['/register'],
      name: 'registering',
      path: '/register',
      shows: '[role=dialog] textarea',
      cutOff: null,
    },
    {
      ...drawer,
      routes: ['/complaints/$number'],
      name: 'a complaint',
      parts: Object.fromEntries(
        TABS.map((tab) => [tab, (page: Page) => page.locator(`[role=tab][id$="-${tab}"]`).click()]),
      ),
    },
    {
      ...drawer,
      routes: [],
      name: 'a complaint that is not there',
      path: '/complaints/C-2020-999999',
      shows: '[role=dialog] h1, [role=dialog] h2',
    },
    {
      ...drawer,
      routes: ['/complaints/$number/print'],
      name: 'the paper',
      path: `${complaint}/print`,
      shows: 'main h1',
    },
    {
      ...board,
      routes: ['/meetings'],
      name: 'meetings',
      path: '/meetings',
      shows: `main a[href*="${meetingId}"]`,
      parts: { 'starting one': (page) => page.getByRole('button', { name: '临时会议' }).click() },
    },
    {
      ...board,
      routes: ['/meetings/series/$id'],
      name: 'the next meeting of a series',
      path: `/meetings/series/${seriesId}`,
      shows: 'main h2',
    },
    {
      ...board,
      routes: ['/meetings/$id'],
      name: 'a meeting',
      path: `/meetings/${meetingId}`,
      shows: 'nav ol > li',
      byStream: true,
    },
    {
      ...board,
      routes: ['/meetings/$id/minutes'],
      name: 'minutes',
      path: `/meetings/${meetingId}/minutes`,
      shows: 'main h1',
      byStream: true,
    },
    ...['declines', 'surveys', 'exports'].map((of) => ({
      routes: ['/figures/$of'],
      name: `figures: ${of}`,
      by: 'supervisor' as const,
      path: `/figures/${of}`,
      shows: 'main nav + * h1, main h1',
    })),
    { routes: ['/audit'], name: 'the audit trail', by: 'auditor', path: '/audit', shows: 'tbody tr' },
    {
      routes: ['/settings'],
      name: 'settings',
      by: 'admin',
      path: '/settings',
      shows: 'main nav + *',
      isPlain: true,
      parts: Object.fromEntries(
        SECTIONS.slice(1).map((section, at) => [
          section,
          async (page: Page) => {
            const narrow = page.locator('main nav select');
            if (await narrow.isVisible()) await narrow.selectOption(section);
            else
              await page
                .locator('main nav > button')
                .nth(at + 1)
                .click();
          },
        ]),
      ),
    },
    {
      routes: ['/settings/notifications'],
      name: 'own notifications',
      by: 'logistics',
      path: '/settings/notifications',
      shows: 'main h1',
    },
    { ...board, routes: [], name: 'no such page', path: '/nowhere', shows: 'h1', cutOff: null },
  ];
}

async function opens(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

export interface Made {
  number: string;
  meetingId: string;
  seriesId: string;
  viewId: string;
}

/** Makes what the screens are to show. */
export async function furnish(stage: Stage): Promise<Made> {
  await stage.seed.complaint({ subject: '冰箱两次改期没送到', severity: 'URGENT' }).routed('logistics');
  const { number } = await stage.seed
    .complaint({ subject: '地板起拱', severity: 'IMPORTANT' })
    .routed('logistics')
    .claimed()
    .handedTo('warehouse');
  const page = await stage.page();
  await stage.signIn(page, stage.members.coordinator);
  const ask = async (query: string): Promise<string> => {
    const answer = await page.context().request.post(`${stage.server.url}/graphql`, {
      data: { query },
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    });
    const id = /"id":"([^"]+)"/.exec(await answer.text())?.[1];
    if (id === undefined) throw new Error(`${query} was refused: ${await answer.text()}`);
    return id;
  };
  const meetingId = await ask(
    'mutation { meetingStart(input: { name: "周二协调会" }) { ... on MeetingStartPayload { meeting { id } } } }',
  );
  const itemId = await ask(
    `mutation { meetingItemAdd(input: { id: "${meetingId}", number: "${number}" }) { ... on MeetingItemAddPayload { meeting { items { id } } } } }`,
  );
  await ask(
    `mutation { meetingFocus(input: { id: "${meetingId}", itemId: "${itemId}" }) { ... on MeetingFocusPayload { meeting { id } } } }`,
  );
  const seriesId = await ask(
    'mutation { meetingSeriesPut(input: { name: "每周协调会", itemMinutes: 5, memberIds: [], standingItems: ["上周满意度"] }) { ... on MeetingSeriesPutPayload { series { id } } } }',
  );
  const viewId = await ask(
    'mutation { savedViewPut(input: { name: "全部", search: "view=", sharing: PERSONAL }) { ... on SavedViewPutPayload { savedView { id } } } }',
  );
  await page.context().close();
  return { number, meetingId, seriesId, viewId };
}
