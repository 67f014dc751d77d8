/** What a column says to a card that is carried over it; decided by the rules that the server decides by. */
import { stageOption } from '@redress/domain/rules/stages';
import type { StageFacts, StageRefusal, StageRequirement } from '@redress/domain/rules/stages';
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { exitCriteria } from '../../app/stages.ts';
import type { BoardCard, ShownCard } from '../../live/board-card.ts';
import type { BoardStore } from '../../live/board-store.ts';
import { isFull } from './column-load.ts';

export type MoveVerdict =
  /** It may be dropped, and goes. */
  | { kind: 'free' }
  /** It may be dropped; a form then asks for what is missing, and for a reason where the way leads back. */
  | {
      kind: 'asks';
      missing: StageRequirement[];
      needsReason: boolean;
      canOverride: boolean;
      /** What stands against it, so that it goes by a waiver alone. */
      refusal?: StageRefusal;
    }
  | { kind: 'refused'; refusal: StageRefusal };

export function stageFacts(card: BoardCard): StageFacts {
  return {
    stage: card.stage,
    hasCategory: card.category !== null,
    hasSeverity: true,
    hasDepartment: card.department !== null,
    isClaimed: card.isClaimed,
    factsConfirmed: card.factsConfirmedAt !== null,
    firstContact: card.firstContactAt !== null,
    handoffPending: card.pendingHandoff !== null,
    openDuties: card.openDuties,
    unmet: card.unmet,
  };
}

/**
 * What the column of a stage says to a card.
 * @param isFull it holds as many as it may
 */
export function moveVerdict(card: ShownCard, to: Stage, isFull = false): MoveVerdict {
  if (!card.viewerCan.move) return { kind: 'refused', refusal: 'NOT_PERMITTED' };
  const { allowed, missing, refusal, needsReason, overridable } = stageOption(
    stageFacts(card),
    to,
    exitCriteria(),
    isFull,
  );
  const canOverride = overridable && card.viewerCan.override;
  if (refusal !== null && !canOverride) return { kind: 'refused', refusal };
  if (allowed && !needsReason) return { kind: 'free' };
  return { kind: 'asks', missing, needsReason, canOverride, ...(refusal !== null && { refusal }) };
}

/** What each column says. */
export function moveVerdicts(card: ShownCard, store: BoardStore): Record<Stage, MoveVerdict> {
  const verdicts = STAGES.map((stage) => [stage, moveVerdict(card, stage, isFull(store, card, stage))]);
  return Object.fromEntries(verdicts) as Record<Stage, MoveVerdict>;
}
