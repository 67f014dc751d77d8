/** What the wall counts of the open complaints. */
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { CardDepartment } from '../../live/board-card.ts';
import type { CardView } from '../../live/board-view.ts';

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
  /** The complaint that has waited longest to be claimed: its number, and since when. */
  unclaimed: { count: number; number: string; since: string } | null;
}

/** The figures of what is open; cards of closed complaints are left out. */
export function wallFigures(cards: readonly CardView[]): WallFigures {
  const open = cards.filter(({ card }) => card.stage !== 'CLOSED');
  const departments = new Map<string, Bar<CardDepartment | null>>();
  const stages = new Map(
    STAGES.filter((stage) => stage !== 'CLOSED').map((of) => [of, { of, total: 0, breached: 0 } as Bar<Stage>]),
  );
  let unclaimed: WallFigures['unclaimed'] = null;
  for (const { card } of open) {
    const code = card.department?.code ?? '';
    const department = departments.get(code) ?? { of: card.department, total: 0, breached: 0 };
    departments.set(code, department);
    for (const bar of [department, stages.get(card.stage)]) {
      if (bar === undefined) continue;
      bar.total += 1;
      if (card.isBreached) bar.breached += 1;
    }
    if (card.isClaimed || card.department === null) continue;
    const isOlder = unclaimed === null || card.receivedAt < unclaimed.since;
    const oldest = isOlder ? { number: card.number, since: card.receivedAt } : unclaimed!;
    unclaimed = { count: (unclaimed?.count ?? 0) + 1, number: oldest.number, since: oldest.since };
  }
  return {
    open: open.length,
    breached: open.filter(({ card }) => card.isBreached).length,
    stages: [...stages.values()],
    departments: [...departments.values()].sort((a, b) => b.total - a.total || b.breached - a.breached),
    unclaimed,
  };
}
