/** What the palette offers besides complaints: acts on the card in hand, the ways to every screen, a look for a caller. */
import type { Viewer } from '../../app/viewer.tsx';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { CARD_ACTS, CARD_FORMS, mayAct, runCardAct } from '../board/card-acts.ts';
import type { OpenForm } from '../board/card-acts.ts';
import { toggleSelected } from '../board/selection.ts';
import { callerIn } from './caller-in.ts';
import type { CallerIn } from './caller-in.ts';
import { inBothLanguages } from './commands.ts';
import type { Command } from './commands.ts';
import { WAYS, waysOf } from './ways.ts';

/** What may be done now with the card that had the focus. */
export function cardItems(
  session: BoardSession | null,
  cardId: string | null,
  { openForm, open }: { openForm: OpenForm; open: (number: string) => void },
  t: Translate,
): Command[] {
  const card = session === null || cardId === null ? undefined : session.store.card(cardId)?.card;
  if (session === null || card === undefined) return [];
  const { number } = card;
  return [
    ...CARD_ACTS.filter((act) => mayAct(card, act)).map(
      (act): Command => ({
        id: `card.${act}`,
        label: t(`palette.act.${act}`, { number }),
        also: `${act} ${inBothLanguages(`palette.act.${act}`, { number })}`,
        key: SHORTCUTS.card[act][0],
        run: () => runCardAct(session, card, act, openForm),
      }),
    ),
    ...CARD_FORMS.filter(({ may }) => card.viewerCan[may]).map(
      ({ form }): Command => ({
        id: `card.${form}`,
        label: t(`palette.act.${form}`, { number }),
        also: `${form} ${inBothLanguages(`palette.act.${form}`, { number })}`,
        key: null,
        run: () => openForm(number, form),
      }),
    ),
    {
      id: 'card.open',
      label: t('palette.act.open', { number }),
      also: `details ${inBothLanguages('palette.act.open', { number })}`,
      key: SHORTCUTS.card.open[0],
      run: () => open(number),
    },
    {
      id: 'card.select',
      label: t('palette.act.select', { number }),
      also: `many ${inBothLanguages('palette.act.select', { number })}`,
      key: SHORTCUTS.card.select[0],
      run: () => void toggleSelected(card.id),
    },
  ];
}

/** Where one can go. */
export function wayItems(viewer: Viewer, go: (href: string) => void, t: Translate): Command[] {
  return waysOf(viewer).map((name) => ({
    id: `way.${name}`,
    label: t(`palette.way.${name}`),
    also: `${name} ${WAYS[name].also} ${inBothLanguages(`palette.way.${name}`)}`,
    key: null,
    run: () => go(WAYS[name].href),
  }));
}

/** Looks up whom the text names, where the viewer may; each look is on record, and so takes a press. */
export function callerItem(text: string, viewer: Viewer, lookUp: (by: CallerIn) => void, t: Translate): Command[] {
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

/** Those that a text means: every word of it is in the label or beside it. Without one, those that are not one of many. */
export function itemsFor(items: readonly Command[], text: string): Command[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(({ label, also, isDeep = false }) => {
    if (words.length === 0) return !isDeep;
    const said = `${label} ${also}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
