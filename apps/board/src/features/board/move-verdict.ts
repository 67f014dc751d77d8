/** What a column says to a card that is carried over it; decided by the rules that the server decides by. */
import { stageOption } from '@redress/domain/rules/stages';
import type { StageFacts, StageRefusal, StageRequirement } from '@redress/domain/rules/stages';
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { exitCriteria } from '../../app/stages.ts';
import type { BoardCard, ShownCard } from '../../live/board-card.ts';

export type MoveVerdict =
  /** It may be dropped, and goes. */
  | { kind: 'free' }
  /** It may be dropped; a form then asks for what is missing, and for a reason where the way leads back. */
  | { kind: 'asks'; missing: StageRequirement[]; needsReason: boolean; canOverride: boolean }
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

/** What the column of a stage says to a card. */
export function moveVerdict(card: ShownCard, to: Stage): MoveVerdict {
  if (!card.viewerCan.move) return { kind: 'refused', refusal: 'NOT_PERMITTED' };
  const { allowed, missing, refusal, needsReason, overridable } = stageOption(stageFacts(card), to, exitCriteria());
  const canOverride = overridable && card.viewerCan.override;
  if (refusal !== null && !canOverride) return { kind: 'refused', refusal };
  if (allowed && !needsReason) return { kind: 'free' };
  return { kind: 'asks', missing, needsReason, canOverride };
}

/** What each column says. */
export function moveVerdicts(card: ShownCard): Record<Stage, MoveVerdict> {
  return Object.fromEntries(STAGES.map((stage) => [stage, moveVerdict(card, stage)])) as Record<Stage, MoveVerdict>;
}
