/** How full a stage is, as far as this board can tell; the server decides. */
import { exceeded } from '@redress/domain/rules/wip';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { wipPolicy } from '../../app/stages.ts';
import type { BoardCard } from '../../live/board-card.ts';
import type { BoardStore } from '../../live/board-store.ts';

/** How many cards of a department the column shows. */
export function shownOf(store: BoardStore, stage: Stage, departmentCode: string): number {
  return store.column(stage).ids.filter((id) => store.card(id)?.card.department?.code === departmentCode).length;
}

/**
 * Whether the stage holds as many as it may, and moves beyond that are refused. What a filter hides, or who sees less,
 * makes the count too small and never too great: a column is not called full that has room.
 */
export function isFull(store: BoardStore, card: BoardCard, stage: Stage): boolean {
  const policy = wipPolicy(stage);
  if (!policy.enforced || card.stage === stage) return false;
  const code = card.department?.code ?? null;
  const counts = { column: store.column(stage).total, department: code === null ? 0 : shownOf(store, stage, code) };
  return exceeded(policy, counts, code) !== null;
}
