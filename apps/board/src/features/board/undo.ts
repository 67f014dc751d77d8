/**
 * Taking back what was just done on the board (docs/SPEC.md, UN1): another change like any other, in the log beside the
 * first. What has been told to a customer or answered to a colleague is not taken back. Pure but for what the store shows.
 */
import { stageOption } from '@redress/domain/rules/stages';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { exitCriteria } from '../../app/stages.ts';
import type { BoardCard, CardMember } from '../../live/board-card.ts';
import type { BoardStore } from '../../live/board-store.ts';
import type { BoardAction, Place } from '../../live/transport.ts';
import { stageFacts } from './move-verdict.ts';

/** What leads back to how the card was. */
export interface Undo {
  cardId: string;
  number: string;
  /** Of the card as the act left it: whatever others changed since is not undone along with it. */
  version: number;
  stage: Stage;
  back: { kind: 'move'; toStage: Stage; position: string } | { kind: 'assign'; assignee: CardMember | null };
}

/** With these stages something begins or ends that a move back does not call off: the customer is asked, the case is over. */
const FOR_GOOD: readonly Stage[] = ['FOLLOWING_UP', 'CLOSED'];

/** Null for what is not taken back. */
export function undoOf(action: BoardAction, before: BoardCard, after: BoardCard): Undo | null {
  const { id: cardId, number, version, stage } = after;
  const undo = (back: Undo['back']): Undo => ({ cardId, number, version, stage, back });
  switch (action.kind) {
    case 'assign':
      return undo({ kind: 'assign', assignee: before.assignee });
    case 'move': {
      const changesStage = before.stage !== stage;
      if (changesStage && (FOR_GOOD.includes(stage) || FOR_GOOD.includes(before.stage))) return null;
      return undo({ kind: 'move', toStage: before.stage, position: before.position });
    }
    case 'claim':
    case 'accept':
    case 'decline':
      return null;
  }
}

/**
 * The action that takes it back now; null when somebody has gone on from there, or the rules don't let it back.
 * @param reason kept with a move that leads back
 */
export function undoing({ cardId, version, stage, back }: Undo, store: BoardStore, reason: string): BoardAction | null {
  const card = store.told(cardId);
  if (card === undefined || card.version !== version || card.stage !== stage) return null;
  if (back.kind === 'assign') {
    if (!card.viewerCan.assign) return null;
    return { kind: 'assign', cardId, assignee: back.assignee, expectedVersion: version };
  }
  const { toStage } = back;
  const place = placeAt(store, cardId, toStage, back.position);
  const move = { kind: 'move', cardId, toStage, place, override: false } as const;
  if (!card.viewerCan.move) return null;
  if (toStage === stage) return { ...move, expectedVersion: null, reason: null };
  const { refusal, missing, needsReason } = stageOption(stageFacts(card), toStage, exitCriteria());
  if (refusal !== null || missing.length > 0) return null;
  return { ...move, expectedVersion: version, reason: needsReason ? reason : null };
}

/** Where the card stood, among those that stand there now. */
function placeAt(store: BoardStore, cardId: string, stage: Stage, position: string): Place {
  const others = store.column(stage).ids.filter((id) => id !== cardId);
  const above = others.filter((id) => (store.told(id)?.position ?? '~') < position);
  const afterId = above.at(-1) ?? null;
  return { afterId, beforeId: afterId === null ? (others[0] ?? null) : null };
}
