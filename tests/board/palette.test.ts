import { NO_FILTER, SWITCHES } from '@redress/board/app/board-search';
import { SHORTCUTS } from '@redress/board/app/shortcuts';
import type { Shortcut, ShortcutPlace } from '@redress/board/app/shortcuts';
import { CARD_ACTS, CARD_FORMS } from '@redress/board/features/board/card-acts';
import { ACTION_KINDS } from '@redress/board/features/complaint/action-kinds';
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
import { resolutionMessages } from '@redress/board/i18n/messages/resolution';
import { specialMessages } from '@redress/board/i18n/messages/special';
import { surveyMessages } from '@redress/board/i18n/messages/survey';
import { undoMessages } from '@redress/board/i18n/messages/undo';
import { translator } from '@redress/board/i18n/translate';
import type { BoardSession } from '@redress/board/live/board-session';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeCard } from '../live/board-model/make-card.ts';
import './first-texts.ts';

for (const area of [
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

  test.each(LANGUAGES)('[CP6] %s: whatever is offered has words', (language) => {
    const t = translator(language);
    for (const kind of ACTION_KINDS) expect(t(`complaint.action.${kind}`)).not.toBe('');
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
