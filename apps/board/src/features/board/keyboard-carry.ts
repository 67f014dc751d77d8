/** Carrying a card by keys: Space lifts and drops, arrows carry, Escape restores; X selects. The focus stays on the card. */
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { KeyboardEvent } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { announce } from './announcer.tsx';
import { getArrangement, idsBeside } from './arrangement.ts';
import { revealSlot } from './column-geometry.ts';
import { carryTo, getCarried } from './drag-state.ts';
import type { Carried } from './drag-state.ts';
import { cancelCarry, dropCarried, liftCard } from './drop-card.ts';
import { focusCard } from './focus-card.ts';
import { toggleSelected } from './selection.ts';
import { verdictAnnouncement } from './verdict-words.ts';

/** Handles a key on a card's link; whatever it takes goes no further. */
export function handleCardKey(event: KeyboardEvent, cardId: string, session: BoardSession, t: Translate): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const carried = getCarried();
  const isTaken =
    carried?.cardId === cardId && carried.by === 'keyboard'
      ? carryByKey(event.key, carried, session, t)
      : actByKey(event.key, cardId, session, t);
  if (!isTaken) return;
  event.preventDefault();
  event.stopPropagation();
}

function actByKey(key: string, cardId: string, session: BoardSession, t: Translate): boolean {
  if (key === ' ') {
    liftCard(session, cardId, 'keyboard', t);
    return true;
  }
  const card = session.store.card(cardId)?.card;
  if (card === undefined) return false;
  if (key === 'x' || key === 'X') {
    const { isSelected, count: n } = toggleSelected(cardId);
    announce(t(isSelected ? 'board.select.on' : 'board.select.off', { number: card.number, n }));
    return true;
  }
  const index = idsBeside(session, cardId, card.stage).indexOf(cardId);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    return focusAt(session, cardId, card.stage, index, key === 'ArrowDown' ? 1 : -1);
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  for (const stage of stagesFrom(card.stage, key)) {
    if (focusAt(session, cardId, stage, Math.min(index, slotsOf(session, cardId, stage) - 1), 0)) return true;
  }
  return true;
}

/** The stages that lie in a direction, the nearest first. */
function stagesFrom(stage: Stage, key: 'ArrowLeft' | 'ArrowRight'): Stage[] {
  const at = STAGES.indexOf(stage);
  return key === 'ArrowRight' ? STAGES.slice(at + 1) : STAGES.slice(0, at).toReversed();
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

function carryByKey(key: string, carried: Carried, session: BoardSession, t: Translate): boolean {
  const { slot } = carried;
  switch (key) {
    case ' ':
    case 'Enter':
      if (dropCarried(session, t) === 'done') focusCard(session, carried.cardId);
      return true;
    case 'Escape':
      cancelCarry(session, t);
      focusCard(session, carried.cardId);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      if (slot !== null) carryAlong(carried, slot, key === 'ArrowDown' ? 1 : -1, session, t);
      return true;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = stagesFrom(slot?.stage ?? carried.from, key)[0];
      if (next !== undefined)
        carryOver(carried, next, Math.min(slot?.index ?? 0, slotsOf(session, carried.cardId, next)), session, t);
      return true;
    }
    case 'Tab':
      return true;
    default:
      return false;
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
