/** What a drop does, whether by pointer or by keys. */
import type { Translate } from '../../i18n/translate.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { announce } from './announcer.tsx';
import { getArrangement, idsBeside } from './arrangement.ts';
import { isFull } from './column-load.ts';
import { getCarried, setCarried } from './drag-state.ts';
import { placeAtSlot } from './drop-place.ts';
import { holdMove } from './held-move.ts';
import { moveVerdict, moveVerdicts } from './move-verdict.ts';

/** Lifts a card. False when this viewer may not move it. */
export function liftCard(session: BoardSession, cardId: string, by: 'pointer' | 'keyboard', t: Translate): boolean {
  const card = session.store.card(cardId)?.card;
  if (card === undefined) return false;
  if (!card.viewerCan.move) {
    announce(t('board.carry.mayNot', { number: card.number }));
    return false;
  }
  const ids = idsBeside(session, cardId, card.stage);
  const index = ids.indexOf(cardId);
  setCarried({
    cardId,
    by,
    from: card.stage,
    verdicts: moveVerdicts(card, session.store),
    slot: { stage: card.stage, index },
  });
  const { number, subject } = card;
  const values = { number, subject, stage: t(`stage.${card.stage}`), n: index + 1, total: ids.length };
  announce(t('board.carry.lifted', values));
  return true;
}

/** Lets the carried card go where it was lifted. */
export function cancelCarry(session: BoardSession, t: Translate): void {
  const carried = getCarried();
  if (carried === null) return;
  setCarried(null);
  announce(t('board.carry.cancelled', { number: session.store.card(carried.cardId)?.card.number ?? '' }));
}

/**
 * Drops the carried card into its slot: it goes, or a form asks for what it needs, or it stays.
 * @returns whether a form has opened, which then has the focus
 */
export function dropCarried(session: BoardSession, t: Translate): 'asked' | 'done' {
  const carried = getCarried();
  const { store } = session;
  setCarried(null);
  const card = carried === null ? undefined : store.card(carried.cardId)?.card;
  if (carried === null || card === undefined) return 'done';
  const { slot } = carried;
  const { id: cardId, number } = card;
  if (slot?.otherLane !== undefined) {
    return getArrangement()?.dropAcross(session, cardId, slot, t) === true ? 'asked' : 'done';
  }
  const place = slot === null ? null : placeAtSlot(idsBeside(session, cardId, slot.stage), cardId, slot.index);
  if (slot === null || place === null) {
    announce(t('board.carry.stayed', { number }));
    return 'done';
  }
  const stage = t(`stage.${slot.stage}`);
  const verdict = moveVerdict(card, slot.stage, isFull(store, card, slot.stage));
  switch (verdict.kind) {
    case 'refused':
      announce(t('board.carry.refused', { number, stage, why: t(`refusal.${verdict.refusal}`) }));
      return 'done';
    case 'asks':
      announce(t('board.carry.held', { number, stage }));
      holdMove(session, cardId, slot.stage, place);
      return 'asked';
    case 'free': {
      announce(t('board.carry.dropped', { number, stage }));
      const told = store.told(cardId);
      const expectedVersion = told === undefined || told.stage === slot.stage ? null : told.version;
      const { stage: toStage } = slot;
      void session.act({ kind: 'move', cardId, toStage, place, expectedVersion, reason: null, override: false });
      return 'done';
    }
  }
}
