/** What the viewer has done and the server has not confirmed yet, laid over the board as the server told it. */
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { BoardCard, CardMember } from './board-card.ts';
import type { BoardAction, Place } from './transport.ts';

export type MoveAction = BoardAction & { kind: 'move' };

export interface Overlay {
  /** The idempotency key of its attempt; unique. */
  key: string;
  action: BoardAction;
  /** The card as it was told when the action was taken; what is said of it if it leaves meanwhile. */
  number: string;
  stage: Stage;
}

/** The card as it will be if the server agrees. What the server has already settled otherwise is left as it is. */
export function predictCard(card: BoardCard, action: BoardAction, viewer: CardMember): BoardCard {
  switch (action.kind) {
    case 'move':
      return card.stage === action.toStage ? card : { ...card, stage: action.toStage };
    case 'claim':
      return card.isClaimed ? card : { ...card, isClaimed: true, claimedBy: viewer };
    case 'assign':
      return { ...card, assignee: action.assignee };
    case 'accept':
      if (card.pendingHandoff?.id !== action.handoffId) return card;
      return {
        ...card,
        pendingHandoff: null,
        department: card.pendingHandoff.to,
        isClaimed: true,
        claimedBy: viewer,
      };
    case 'decline':
      return card.pendingHandoff?.id === action.handoffId ? { ...card, pendingHandoff: null } : card;
  }
}

/** The moves among the overlays: the last one of each card, in the order in which they were made. */
export function movesShown(overlays: readonly Overlay[]): Map<string, MoveAction> {
  const moves = new Map<string, MoveAction>();
  for (const { action } of overlays) {
    if (action.kind !== 'move') continue;
    moves.delete(action.cardId);
    moves.set(action.cardId, action);
  }
  return moves;
}

/** Inserts a card where its move put it, by the rule of the contract: below `afterId`, else above `beforeId`, else on top. */
export function insertAtPlace(ids: string[], cardId: string, place: Place): void {
  const after = place.afterId === null ? -1 : ids.indexOf(place.afterId);
  const before = place.beforeId === null ? -1 : ids.indexOf(place.beforeId);
  if (after >= 0) ids.splice(after + 1, 0, cardId);
  else ids.splice(Math.max(before, 0), 0, cardId);
}

/** The column in which to speak of an action whose card is gone. */
export function columnOf({ action, stage }: Overlay): Stage {
  return action.kind === 'move' ? action.toStage : stage;
}
