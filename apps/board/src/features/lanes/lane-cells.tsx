import type { Stage } from '@redress/domain/rules/vocabulary';
import { memo } from 'react';
import { useDigits } from '../../i18n/use-digits.ts';
import { useBoard } from '../board/board-context.tsx';
import { useCarried } from '../board/drag-state.ts';
import { LimitMark } from '../board/limit-mark.tsx';
import type { LaneKind } from './lane-kinds.ts';
import type { LimitOf } from './lane-limits.ts';
import { laneMeaning } from './lane-meaning.ts';
import type { CardsRow } from './lanes.ts';
import classes from './lanes.module.css';

interface Props {
  row: CardsRow;
  by: LaneKind;
  stages: readonly Stage[];
  tracks: string;
  limitOf: LimitOf;
}

/** What lies under the nth card of each stage of a lane, side by side: where a card may be dropped, and what a cell may hold. */
export const LaneCells = memo(function LaneCells({ row, by, stages, tracks, limitOf }: Props) {
  return (
    <div className={classes.cells} style={{ gridTemplateColumns: tracks }}>
      {stages.map((stage) => (
        <Cell
          key={stage}
          row={row}
          by={by}
          stage={stage}
          limit={row.index === 0 ? limitOf(row.lane.key, stage) : null}
        />
      ))}
    </div>
  );
});

interface CellProps {
  row: CardsRow;
  by: LaneKind;
  stage: Stage;
  /** How many the lane should hold of the stage, said above its first card; null: nothing is. */
  limit: number | null;
}

/** One cell of the grid; while a card is carried over it, a line shows where it would go. */
function Cell({ row: { lane, index, isLast }, by, stage, limit }: CellProps) {
  const digits = useDigits();
  const { store } = useBoard();
  const ids = lane.cells.get(stage) ?? [];
  const verdict = useCarried((now) => {
    if (now === null) return null;
    if (isLaneOf(now.cardId, lane.cells)) return now.verdicts[stage].kind;
    const card = store.card(now.cardId)?.card;
    if (card === undefined) return 'refused';
    const meaning = laneMeaning(by, card, lane.key, stage).kind;
    return meaning === 'refuses' ? 'refused' : meaning === 'asks' ? 'asks' : 'free';
  });
  const line = useCarried((now) => {
    const slot = now?.slot;
    if (now === null || slot?.stage !== stage || slot.otherLane !== undefined || !isLaneOf(now.cardId, lane.cells)) {
      return null;
    }
    if (slot.index === index) return 'above';
    return slot.index === index + 1 && (isLast || slot.index === ids.length) ? 'below' : null;
  });
  return (
    <div className={classes.cell} data-stage={stage} data-verdict={verdict ?? undefined} data-line={line ?? undefined}>
      {limit !== null && (
        <p className={classes.limit}>
          <LimitMark count={ids.length} limit={limit} before={digits(ids.length)} />
        </p>
      )}
    </div>
  );
}

function isLaneOf(cardId: string, cells: ReadonlyMap<Stage, readonly string[]>): boolean {
  for (const ids of cells.values()) if (ids.includes(cardId)) return true;
  return false;
}
