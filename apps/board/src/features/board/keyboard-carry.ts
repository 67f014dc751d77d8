/** What keys do on a card: they act, select, go from card to card, or carry it. The focus stays on the card. */
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { KeyboardEvent } from 'react';
import { shortcutOf } from '../../app/shortcuts.ts';
import type { Shortcut } from '../../app/shortcuts.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { announce } from './announcer.tsx';
import { getArrangement, idsBeside } from './arrangement.ts';
import { mayAct, runCardAct } from './card-acts.ts';
import type { OpenForm } from './card-acts.ts';
import { revealSlot } from './column-geometry.ts';
import { carryTo, getCarried } from './drag-state.ts';
import type { Carried } from './drag-state.ts';
import { cancelCarry, dropCarried, liftCard } from './drop-card.ts';
import { focusCard } from './focus-card.ts';
import { toggleSelected } from './selection.ts';
import { verdictAnnouncement } from './verdict-words.ts';

/** The keys that go from place to place. */
const WAYS: readonly string[] = ['up', 'down', 'left', 'right'];

/** Handles a key on a card's link; whatever it takes goes no further. */
export function handleCardKey(
  event: KeyboardEvent,
  cardId: string,
  session: BoardSession,
  t: Translate,
  openForm: OpenForm,
): void {
  const carried = getCarried();
  const isCarried = carried?.cardId === cardId && carried.by === 'keyboard';
  const shortcut = shortcutOf(isCarried ? 'carried' : 'card', event);
  // Held down, a key goes on from place to place; whatever else it does, it does once.
  const isHeldDown = event.repeat && shortcut !== null && !WAYS.includes(shortcut);
  const isTaken =
    isHeldDown ||
    (isCarried
      ? carryByKey(event, carried, session, t)
      : actByKey(shortcutOf('card', event), cardId, session, t, openForm));
  if (!isTaken) return;
  event.preventDefault();
  event.stopPropagation();
}

function actByKey(
  shortcut: Shortcut<'card'> | null,
  cardId: string,
  session: BoardSession,
  t: Translate,
  openForm: OpenForm,
): boolean {
  const card = session.store.card(cardId)?.card;
  // Enter follows the link by itself.
  if (card === undefined || shortcut === null || shortcut === 'open') return false;
  const index = idsBeside(session, cardId, card.stage).indexOf(cardId);
  switch (shortcut) {
    case 'lift':
      liftCard(session, cardId, 'keyboard', t);
      return true;
    case 'select': {
      const { isSelected, count: n } = toggleSelected(cardId);
      announce(t(isSelected ? 'board.select.on' : 'board.select.off', { number: card.number, n }));
      return true;
    }
    case 'up':
    case 'down':
      return focusAt(session, cardId, card.stage, index, shortcut === 'down' ? 1 : -1);
    case 'left':
    case 'right':
      for (const stage of stagesFrom(card.stage, shortcut)) {
        if (focusAt(session, cardId, stage, Math.min(index, slotsOf(session, cardId, stage) - 1), 0)) return true;
      }
      return true;
    default:
      if (mayAct(card, shortcut)) runCardAct(session, card, shortcut, openForm);
      else announce(t('board.mayNot', { number: card.number }));
      return true;
  }
}

/** The stages that lie in a direction, the nearest first. */
function stagesFrom(stage: Stage, way: 'left' | 'right'): Stage[] {
  const at = STAGES.indexOf(stage);
  return way === 'right' ? STAGES.slice(at + 1) : STAGES.slice(0, at).toReversed();
}

/** `step`: to the next one, or the one before; beyond the lane's end to that of another lane. */
function focusAt(session: BoardSession, from: string, stage: Stage, index: number, step: 1 | 0 | -1): boolean {
  const id =
    idsBeside(session, from, stage)[index + step] ??
    (step === 0 ? undefined : getArrangement()?.beyond(from, stage, step));
  if (id === undefined) return false;
  focusCard(session, id);
  return true;
}

function carryByKey(event: KeyboardEvent, carried: Carried, session: BoardSession, t: Translate): boolean {
  const { slot } = carried;
  const shortcut = shortcutOf('carried', event);
  switch (shortcut) {
    case 'drop':
      if (dropCarried(session, t) === 'done') focusCard(session, carried.cardId);
      return true;
    case 'cancel':
      cancelCarry(session, t);
      focusCard(session, carried.cardId);
      return true;
    case 'up':
    case 'down':
      if (slot !== null) carryAlong(carried, slot, shortcut === 'down' ? 1 : -1, session, t);
      return true;
    case 'left':
    case 'right': {
      const next = stagesFrom(slot?.stage ?? carried.from, shortcut)[0];
      if (next !== undefined)
        carryOver(carried, next, Math.min(slot?.index ?? 0, slotsOf(session, carried.cardId, next)), session, t);
      return true;
    }
    case 'laneUp':
    case 'laneDown': {
      const at = slot ?? { stage: carried.from, index: 0 };
      const way = shortcut === 'laneDown' ? 1 : -1;
      const next = getArrangement()?.across(session, carried.cardId, at, way, t);
      if (next === undefined || next === null) return true;
      carryTo(next.slot);
      announce(next.words);
      return true;
    }
    case null:
      // The focus stays on what is carried.
      return event.key === 'Tab';
  }
}

/** The last slot of a column, below its last loaded card. */
function slotsOf(session: BoardSession, cardId: string, stage: Stage): number {
  return idsBeside(session, cardId, stage).length;
}

function carryAlong(
  carried: Carried,
  slot: { stage: Stage; index: number },
  step: 1 | -1,
  session: BoardSession,
  t: Translate,
): void {
  const own = slot.stage === carried.from ? idsBeside(session, carried.cardId, slot.stage).indexOf(carried.cardId) : -1;
  let index = slot.index + step;
  // The slots just above and just below the card itself are one and the same place.
  if (own >= 0 && step === 1 && index === own + 1) index += 1;
  if (index < 0 || index > slotsOf(session, carried.cardId, slot.stage)) return;
  carryOver(carried, slot.stage, own >= 0 && step === -1 && index === own + 1 ? own : index, session, t);
}

function carryOver(carried: Carried, stage: Stage, index: number, session: BoardSession, t: Translate): void {
  carryTo({ stage, index });
  revealSlot(carried.cardId, stage, index);
  const ids = idsBeside(session, carried.cardId, stage);
  const own = ids.indexOf(carried.cardId);
  const n = own >= 0 && index > own ? index : index + 1;
  const total = own >= 0 ? ids.length : ids.length + 1;
  announce(
    `${t('board.carry.over', { stage: t(`stage.${stage}`), n, total })}${verdictAnnouncement(carried.verdicts[stage], t)}`,
  );
}
