/** What a browser test plays on: the built server over a scratch database, a small company, and people at browsers. */
import { createLog } from '@redress/api/log';
import { setUp } from '@redress/api/set-up';
import { createDatabase } from '@redress/prisma/client';
import type { Database } from '@redress/prisma/client';
import { createScratchDatabase } from '@redress/prisma/scratch';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { Seed } from '../testkit/seed.ts';
import type { MemberFacts, SeededMember } from '../testkit/seed.ts';
import { startBuiltServer } from './built-server.ts';
import type { BuiltServer } from './built-server.ts';
import { shareChromium } from './chromium.ts';

const PEOPLE = {
  coordinator: { role: 'COORDINATOR', name: '周协调' },
  supervisor: { role: 'SUPERVISOR', name: '卫主管' },
  auditor: { role: 'AUDITOR', name: '冯审计' },
  admin: { role: 'ADMIN', name: '褚管理' },
  logistics: { role: 'DEPARTMENT_HEAD', department: 'logistics', name: '李物流' },
  warehouse: { role: 'DEPARTMENT_HEAD', department: 'warehouse', name: '吴仓储' },
  picker: { role: 'AGENT', department: 'warehouse', name: '钱拣货' },
} as const satisfies Record<string, MemberFacts>;

export type Person = keyof typeof PEOPLE;

export interface Stage {
  server: BuiltServer;
  db: Database;
  seed: Seed;
  members: Record<Person, SeededMember>;
  /** A page of nobody yet, in a browser profile of its own. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** Signs a member of one's own in, for the page's profile. */
  signIn(page: Page, member: SeededMember): Promise<void>;
  /** The person at the board, live. */
  at(person: Person, options?: BrowserContextOptions & { path?: string }): Promise<Page>;
  close(): Promise<void>;
}

/** `settings`: environment of the server, where it needs more than a database. */
export async function setStage(settings: Record<string, string> = {}): Promise<Stage> {
  const scratch = await createScratchDatabase(inject('adminUrl'));
  const now = () => new Date();
  const url = await setUp({ databaseUrl: scratch.url, demo: false, now, log: createLog('fatal') });
  const db = createDatabase({ connectionString: url, max: 4 });
  const seed = await Seed.over(db, now, async () => undefined);
  await seed.departments('logistics', 'warehouse', 'service');
  const members = {} as Record<Person, SeededMember>;
  for (const [person, facts] of Object.entries(PEOPLE)) members[person as Person] = await seed.member(facts);
  const server = await startBuiltServer(scratch.url, false, settings);
  const { browser, close } = await shareChromium();

  const page: Stage['page'] = async (options) => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, ...options });
    context.setDefaultTimeout(60_000);
    return context.newPage();
  };
  return {
    server,
    db,
    seed,
    members,
    page,
    signIn: (opened, member) => signIn(opened, server.url, member),
    async at(person, { path = '/', ...options } = {}) {
      const opened = await page(options);
      await signIn(opened, server.url, members[person]);
      await opened.goto(server.url + path);
      await opened.locator('[data-kind="live"]').waitFor();
      return opened;
    },
    async close() {
      await close();
      await server.stop();
      await db.close();
      await scratch.drop();
    },
  };
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';

/** Signs in for the browser's profile, which keeps the session as it keeps any; no page has to be loaded for it. */
async function signIn(page: Page, url: string, { email, password }: SeededMember): Promise<void> {
  const data = { query: SIGN_IN, variables: { input: { email, password } } };
  const answer = await (await page.context().request.post(`${url}/graphql`, { data })).text();
  if (!answer.includes('SignInPayload')) throw new Error(`${email} could not sign in: ${answer}`);
}

/** The complaint's card, wherever it is; in a stage when one is named. A copy that travels there is not it. */
export function card(page: Page, number: string, stage?: string): Locator {
  return page.locator(
    `article[data-card="${number}"]:not([inert])${stage === undefined ? '' : `[data-stage="${stage}"]`}`,
  );
}

/** Where it stands in the window once it stands still: what scrolls or comes in beside it does so first. */
export function restOf(place: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return place.evaluate(async (element) => {
    const where = () => element.getBoundingClientRect();
    let [box, frames] = [where(), 0];
    while (frames < 3) {
      await new Promise(requestAnimationFrame);
      const now = where();
      frames = now.x === box.x && now.y === box.y ? frames + 1 : 0;
      box = now;
    }
    const { x, y, width, height } = box;
    return { x, y, width, height };
  });
}

/** Carries a card by mouse to the head of a column, as a hand does: in steps. */
export async function dragTo(page: Page, carried: Locator, target: Locator): Promise<void> {
  const from = await restOf(carried);
  const to = await restOf(target);
  await page.mouse.move(from.x + from.width * 0.6, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width * 0.6 + 12, from.y + 36, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 24, { steps: 12 });
  await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 3 });
  await page.mouse.up();
}

/** The column of a stage: its head and its cards. */
export function stageColumn(page: Page, stage: string): Locator {
  return page.locator(`section[data-stage="${stage}"]`);
}
