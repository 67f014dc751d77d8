/** What the wall counts of the open complaints. */
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { BoardCard, CardDepartment } from '../../live/board-card.ts';
import type { CardView, ColumnView } from '../../live/board-view.ts';

export interface Bar<Of> {
  of: Of;
  total: number;
  breached: number;
}

export interface WallFigures {
  open: number;
  breached: number;
  stages: readonly Bar<Stage>[];
  /** The fullest first; null: what is not routed yet. */
  departments: readonly Bar<CardDepartment | null>[];
  /** How many wait for a claim, and the one that has waited longest: its number, and since when; null when none does. */
  unclaimed: { count: number; number: string; since: string } | null;
}

const isOpen = (card: BoardCard) => card.stage !== 'CLOSED';
const waitsForClaim = (card: BoardCard) => !card.isClaimed && card.department !== null;

/**
 * The figures of what is open; cards of closed complaints are left out.
 * @param views the cards that are loaded; of a very full stage that may not be all
 * @param columns what the server counts by stage, loaded or not
 */
export function wallFigures(views: readonly CardView[], columns: readonly ColumnView[]): WallFigures {
  const cards = views.map(({ card }) => card).filter(isOpen);
  const stages = columns.filter(({ stage }) => stage !== 'CLOSED');
  const departments = new Map(cards.map(({ department }) => [department?.code ?? '', department]));
  return {
    open: stages.reduce((sum, { total }) => sum + total, 0),
    breached: stages.reduce((sum, { breached }) => sum + breached, 0),
    stages: stages.map(({ stage: of, total, breached }) => ({ of, total, breached })),
    departments: [...departments]
      .map(([code, of]) => ({ of, ...counted(cards.filter((card) => (card.department?.code ?? '') === code)) }))
      .sort((a, b) => b.total - a.total || b.breached - a.breached),
    unclaimed: oldest(cards.filter(waitsForClaim)),
  };
}

function counted(cards: readonly BoardCard[]): { total: number; breached: number } {
  return { total: cards.length, breached: cards.filter(({ isBreached }) => isBreached).length };
}

function oldest(cards: readonly BoardCard[]): WallFigures['unclaimed'] {
  const [first] = cards.toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
  return first === undefined ? null : { count: cards.length, number: first.number, since: first.receivedAt };
}
