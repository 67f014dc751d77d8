import { NO_FILTER, SWITCHES } from '@redress/board/app/board-search';
import { SHORTCUTS } from '@redress/board/app/shortcuts';
import type { Shortcut, ShortcutPlace } from '@redress/board/app/shortcuts';
import { CARD_ACTS, CARD_FORMS } from '@redress/board/features/board/card-acts';
import { ACTION_KINDS } from '@redress/board/features/complaint/action-kinds';
import type { ComplaintView } from '@redress/board/features/complaint/complaint-documents';
import { SECTION_ACTS, sectionActs } from '@redress/board/features/complaint/section-acts';
import { ACT_KEYS } from '@redress/board/features/desk/desk-acts';
import { LANE_KINDS } from '@redress/board/features/lanes/lane-kinds';
import { appCommands, undoCommands } from '@redress/board/features/palette/app-commands';
import { boardCommands } from '@redress/board/features/palette/board-commands';
import type { Command } from '@redress/board/features/palette/commands';
import { cardItems, itemsFor } from '@redress/board/features/palette/palette-items';
import { settingsCommands } from '@redress/board/features/palette/settings-commands';
import { WAYS, waysOf } from '@redress/board/features/palette/ways';
import { SECTIONS } from '@redress/board/features/settings/section-names';
import { addMessages } from '@redress/board/i18n/catalogue';
import { commitmentMessages } from '@redress/board/i18n/messages/commitment';
import { complaintMessages } from '@redress/board/i18n/messages/complaint';
import { contestMessages } from '@redress/board/i18n/messages/contest';
import { deskMessages } from '@redress/board/i18n/messages/desk';
import { escalationMessages } from '@redress/board/i18n/messages/escalation';
import { laneMessages } from '@redress/board/i18n/messages/lanes';
import { paletteMessages } from '@redress/board/i18n/messages/palette';
import { attachmentMessages } from '@redress/board/i18n/messages/attachment';
import { investigationMessages } from '@redress/board/i18n/messages/investigation';
import { privacyMessages } from '@redress/board/i18n/messages/privacy';
import { resolutionMessages } from '@redress/board/i18n/messages/resolution';
import { specialMessages } from '@redress/board/i18n/messages/special';
import { surveyMessages } from '@redress/board/i18n/messages/survey';
import { undoMessages } from '@redress/board/i18n/messages/undo';
import { translator } from '@redress/board/i18n/translate';
import type { BoardSession } from '@redress/board/live/board-session';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeCard } from '../live/board-model/make-card.ts';
import { NAMED } from './named-acts.ts';
import './first-texts.ts';

for (const area of [
  attachmentMessages,
  investigationMessages,
  privacyMessages,
  commitmentMessages,
  complaintMessages,
  contestMessages,
  deskMessages,
  escalationMessages,
  laneMessages,
  paletteMessages,
  resolutionMessages,
  specialMessages,
  surveyMessages,
  undoMessages,
])
  addMessages(area);

/** What these send is named by another, or by a part of the drawer: a refusal of one's own request, an answer to the survey. */
const NO_ACT_OF_THEIR_OWN: readonly string[] = ['withdraw-hold', 'survey'];

const FEATURES = new URL('../../apps/board/src/features/', import.meta.url);
const sourceOf = (path: string) => readFileSync(new URL(path, FEATURES), 'utf8');
const sources = () =>
  readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map(sourceOf);

const LANGUAGES = ['zh-CN', 'en'] as const;
const nothing = () => undefined;
const idsOf = (commands: readonly Command[]) => commands.map(({ id }) => id);

/** A card for whom everything is allowed, or nothing. */
function itemsOfCard(mayAll: boolean): Command[] {
  const card = makeCard({ id: '1', number: 'C-2026-000001' });
  const viewerCan = new Proxy({}, { get: () => mayAll });
  const session = { store: { card: () => ({ card: { ...card, viewerCan } }) } } as unknown as BoardSession;
  return cardItems(session, '1', { openForm: nothing, open: nothing }, translator('en'));
}
const app = (t = translator('en')) =>
  appCommands(
    {
      locale: 'en',
      chooseLocale: nothing,
      theme: 'auto',
      chooseTheme: nothing,
      help: nothing,
      signOut: nothing,
    },
    t,
  );
const board = (search = {}, t = translator('en')) =>
  boardCommands({ search, departments: [], isShown: true, narrow: nothing }, t);

describe('what the palette offers', () => {
  test('[CP5] a way to every screen that is not about one thing', () => {
    const router = readFileSync(new URL('../../apps/board/src/app/router.tsx', import.meta.url), 'utf8');
    const paths = [...router.matchAll(/path: '([^'$]*)',/g)].map(([, path]) => path!);
    const views = [...router.matchAll(/shortWay\('(\w+)'\)/g)].map(([, view]) => `/?view=${view}`);
    // Before the sign-in there is no palette; the desk's name of old leads to the desk.
    const screens = [...paths.filter((path) => !['/sign-in', '/inbox'].includes(path)), ...views];
    expect(screens.length).toBeGreaterThan(8);
    const hrefs: string[] = Object.values(WAYS).map(({ href }) => href);
    for (const screen of screens) expect(hrefs).toContain(screen);
    const figures = readFileSync(
      new URL('../../apps/board/src/features/figures/figures-route.tsx', import.meta.url),
      'utf8',
    );
    const [, pages] = /const PAGES = \{(.+?)\}/.exec(figures)!;
    for (const [, of] of pages!.matchAll(/(\w+):/g)) expect(hrefs).toContain(`/figures/${of}`);
  });

  test('[CP5] of the ways, those that the member may go', () => {
    const none = { register: false, lookUp: false, override: false, seesAll: false, audit: false, settings: false };
    expect(waysOf({ permissions: none })).toEqual(
      Object.keys(WAYS).filter((way) => way !== 'register' && way !== 'audit'),
    );
    expect(waysOf({ permissions: { ...none, register: true, audit: true } })).toEqual(Object.keys(WAYS));
  });

  test('[CP5] what a card may have done to it, and nothing that it may not', () => {
    expect(idsOf(itemsOfCard(true))).toEqual([
      ...CARD_ACTS.map((act) => `card.${act}`),
      ...CARD_FORMS.map(({ form }) => `card.${form}`),
      'card.open',
      'card.select',
    ]);
    expect(idsOf(itemsOfCard(false))).toEqual(['card.open', 'card.select']);
    for (const { form } of CARD_FORMS) expect(ACTION_KINDS).toContain(form);
  });

  test('[CP5] each switch of the filter, each kind of lanes, each section of the settings', () => {
    const ids = idsOf(board());
    for (const name of SWITCHES) expect(ids).toContain(`filter.${name}`);
    for (const kind of LANE_KINDS) expect(ids).toContain(`lanes.${kind}`);
    expect(ids).not.toContain('filter.clear');
    const narrowed = idsOf(board({ mine: '1', lanes: 'severity' }));
    expect(narrowed).toEqual(expect.arrayContaining(['filter.clear', 'lanes.none']));
    expect(narrowed).not.toContain('filter.mine');
    expect(narrowed).not.toContain('lanes.severity');
    expect(Object.keys(NO_FILTER)).toContain('mine');
    expect(idsOf(settingsCommands(nothing, translator('en')))).toEqual(SECTIONS.map((name) => `settings.${name}`));
  });

  test('[CP5] whatever has a key has a command too, but the keys that only go from place to place', () => {
    const offered = new Set([
      ...idsOf(itemsOfCard(true)),
      ...idsOf(app()),
      ...idsOf(undoCommands('x', nothing, translator('en'))),
      ...Object.keys(ACT_KEYS).map((kind) => `desk.${kind}`),
      ...Object.keys(SHORTCUTS.meeting).map((name) => `meeting.${name}`),
    ]);
    type Commands = { [Place in ShortcutPlace]: Record<Shortcut<Place>, string | null> };
    const commands: Commands = {
      everywhere: { palette: null, search: null, help: 'help', undo: 'undo' },
      card: {
        open: 'card.open',
        up: null,
        down: null,
        left: null,
        right: null,
        lift: 'card.move',
        move: 'card.move',
        claim: 'card.claim',
        accept: 'card.accept',
        decline: 'card.decline',
        handOver: 'card.handOver',
        assign: 'card.assign',
        select: 'card.select',
      },
      carried: {
        up: null,
        down: null,
        left: null,
        right: null,
        laneUp: null,
        laneDown: null,
        drop: null,
        cancel: null,
      },
      desk: {
        next: null,
        previous: null,
        open: null,
        claim: 'desk.claim',
        accept: 'desk.accept',
        decline: 'desk.decline',
        finish: 'desk.finish',
        takeOn: 'desk.takeOn',
        handOver: 'desk.handOver',
        assign: 'desk.assign',
        undo: 'undo',
      },
      meeting: { next: 'meeting.next', previous: 'meeting.previous', follow: 'meeting.follow' },
    };
    for (const place of Object.values(commands)) {
      for (const id of Object.values(place)) if (id !== null) expect(offered).toContain(id);
    }
  });

  test('[CP5] of the drawer, what its parts let this viewer do, under the tab that it stands on', () => {
    const facts = (mayAll: boolean) => ({
      viewerCan: new Proxy({}, { get: () => mayAll }) as ComplaintView['viewerCan'],
      customer: { id: 'c' } as unknown as ComplaintView['customer'],
      resolutions: { nodes: [] },
    });
    // With nothing drafted there is nothing to offer to the customer.
    expect(sectionActs(facts(true))).toEqual(Object.keys(SECTION_ACTS).filter((name) => name !== 'offer'));
    expect(sectionActs({ ...facts(true), customer: null })).not.toContain('reveal');
    expect(sectionActs(facts(false))).toEqual([]);
    const body = sourceOf('complaint/complaint-body.tsx');
    for (const { tab } of Object.values(SECTION_ACTS)) expect(body).toContain(`<Tabs.Panel value="${tab}"`);
  });

  test('[CP5] each act of the contract has a name there, or it is said why not', () => {
    const pure = new Set([
      ...idsOf(itemsOfCard(true)),
      ...idsOf(app()),
      ...Object.keys(WAYS).map((way) => `way.${way}`),
      ...ACTION_KINDS.map((kind) => `action.${kind}`),
      ...Object.keys(SECTION_ACTS).map((name) => `section.${name}`),
      ...Object.keys(SHORTCUTS.meeting).map((name) => `meeting.${name}`),
    ]);
    // What a part offers while it shows is written where it is.
    const offering = sources().filter((source) => /use(Step|Meeting)?Commands(<\w+>)?\(/.test(source));
    const isWritten = (id: string) => {
      const family = id.slice(0, id.lastIndexOf('.') + 1);
      return offering.some(
        (source) => source.includes(`'${id}'`) || (family !== '' && source.includes(`\`${family}\${`)),
      );
    };
    for (const [act, named] of Object.entries(NAMED)) {
      if (typeof named === 'string') continue;
      expect(pure.has(named.by) || isWritten(named.by), `${act}: ${named.by}`).toBe(true);
    }
    // Whatever the parts of the drawer begin is an act of the contract.
    const named = Object.values(NAMED).map((one) => (typeof one === 'string' ? one : one.by));
    for (const name of Object.keys(SECTION_ACTS)) expect(named).toContain(`section.${name}`);
    for (const kind of ACTION_KINDS) if (!NO_ACT_OF_THEIR_OWN.includes(kind)) expect(named).toContain(`action.${kind}`);
  });

  test.each(LANGUAGES)('[CP6] %s: whatever is offered has words', (language) => {
    const t = translator(language);
    for (const kind of ACTION_KINDS) expect(t(`complaint.action.${kind}`)).not.toBe('');
    for (const { words } of Object.values(SECTION_ACTS)) expect(t(words)).not.toBe('');
    for (const kind of Object.keys(ACT_KEYS) as (keyof typeof ACT_KEYS)[]) expect(t(`desk.act.${kind}`)).not.toBe('');
    for (const { label } of [...app(t), ...board({ mine: '1' }, t), ...settingsCommands(nothing, t)])
      expect(label.trim()).not.toBe('');
  });

  test('[CP6] it is found by its words in either language, and by others that people use for it', () => {
    const all = [...app(), ...board(), ...itemsOfCard(true), ...settingsCommands(nothing, translator('en'))];
    const found = (text: string) => idsOf(itemsFor(all, text));
    expect(found('dark')).toEqual(['theme.dark']);
    expect(found('深色')).toEqual(['theme.dark']);
    expect(found('注销')).toEqual(['signOut', 'signOutEverywhere']);
    expect(found('泳道 经办人')).toEqual(['lanes.assignee']);
    expect(found('转办 000001')).toContain('card.handOver');
    expect(found('工作日历')).toEqual(['settings.CALENDAR']);
    // The very many are there for who looks for them.
    expect(found('')).not.toContain('settings.CALENDAR');
  });
});
