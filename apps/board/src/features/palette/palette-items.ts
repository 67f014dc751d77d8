/** What the palette offers besides complaints: acts on the card in hand, and the ways to every screen. */
import type { Translate } from '../../i18n/translate.ts';
import type { Viewer } from '../../app/viewer.tsx';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { CARD_ACTS, mayAct, runCardAct } from '../board/card-acts.ts';
import type { OpenForm } from '../board/card-acts.ts';
import { callerIn } from './caller-in.ts';
import type { CallerIn } from './caller-in.ts';

export interface PaletteItem {
  id: string;
  label: string;
  /** Words under which it is found besides its label. */
  also: string;
  /** The key that does the same; null without one. */
  key: string | null;
  run: () => void;
  /** Its answer stands in the palette itself. */
  staysOpen?: boolean;
}

/** What may be done now with the card that had the focus. */
export function cardItems(session: BoardSession | null, cardId: string | null, openForm: OpenForm, t: Translate) {
  const card = session === null || cardId === null ? undefined : session.store.card(cardId)?.card;
  if (session === null || card === undefined) return [];
  return CARD_ACTS.filter((act) => mayAct(card, act)).map(
    (act): PaletteItem => ({
      id: `card.${act}`,
      label: t(`palette.act.${act}`, { number: card.number }),
      also: act,
      key: SHORTCUTS.card[act][0],
      run: () => runCardAct(session, card, act, openForm),
    }),
  );
}

/** Where one can go, and how the board can be narrowed. */
export function wayItems(viewer: Viewer, go: (href: string) => void, help: () => void, t: Translate): PaletteItem[] {
  const { register, audit, settings } = viewer.permissions;
  const way = (name: keyof typeof WAYS): PaletteItem => ({
    id: `way.${name}`,
    label: t(`palette.way.${name}`),
    also: name,
    key: null,
    run: () => go(WAYS[name]),
  });
  return [
    way('board'),
    way('desk'),
    ...(register ? [way('register')] : []),
    way('handoffs'),
    way('deadlines'),
    way('mine'),
    way('unclaimed'),
    way('breached'),
    way('declines'),
    way('notifications'),
    ...(audit ? [way('audit')] : []),
    ...(settings ? [way('settings')] : []),
    { id: 'help', label: t('palette.help'), also: 'help keys shortcuts', key: SHORTCUTS.everywhere.help[0], run: help },
  ];
}

const WAYS = {
  board: '/',
  desk: '/desk',
  register: '/register',
  handoffs: '/?view=handoffs',
  deadlines: '/?view=deadlines',
  mine: '/?mine=1',
  unclaimed: '/?unclaimed=1',
  breached: '/?breached=1',
  declines: '/figures/declines',
  notifications: '/settings/notifications',
  audit: '/audit',
  settings: '/settings',
} as const;

/** Looks up whom the text names, where the viewer may; each look is on record, and so takes a press. */
export function callerItem(text: string, viewer: Viewer, lookUp: (by: CallerIn) => void, t: Translate): PaletteItem[] {
  const by = viewer.permissions.lookUp ? callerIn(text) : null;
  if (by === null) return [];
  const what = 'phone' in by ? 'phone' : 'email' in by ? 'email' : 'order';
  return [
    {
      id: 'caller',
      label: t(`palette.caller.${what}`, { text: text.trim() }),
      also: '',
      key: null,
      staysOpen: true,
      run: () => lookUp(by),
    },
  ];
}

/** Those that a text means: every word of it is in the label or beside it. */
export function itemsFor(items: readonly PaletteItem[], text: string): PaletteItem[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(({ label, also }) => {
    const said = `${label} ${also}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
