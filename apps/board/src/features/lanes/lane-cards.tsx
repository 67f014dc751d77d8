import type { Stage } from '@redress/domain/rules/vocabulary';
import { useBoard } from '../board/board-context.tsx';
import { CardSlot } from '../board/card-slot.tsx';
import { useCarried } from '../board/drag-state.ts';
import type { LaneKind } from './lane-kinds.ts';
import { laneMeaning } from './lane-meaning.ts';
import type { LaneRow } from './lanes.ts';
import classes from './lanes.module.css';

type CardsRow = Extract<LaneRow, { kind: 'cards' }>;

interface Props {
  row: CardsRow;
  by: LaneKind;
  stages: readonly Stage[];
  tracks: string;
}

/** The nth card of each stage of a lane, side by side. */
export function LaneCards({ row, by, stages, tracks }: Props) {
  return (
    <div className={classes.cards} style={{ gridTemplateColumns: tracks }}>
      {stages.map((stage) => (
        <Cell key={stage} row={row} by={by} stage={stage} />
      ))}
    </div>
  );
}

/** One cell of the grid; while a card is carried over it, a line shows where it would go. */
function Cell({ row: { lane, index, isLast }, by, stage }: { row: CardsRow; by: LaneKind; stage: Stage }) {
  const { store } = useBoard();
  const ids = lane.cells.get(stage) ?? [];
  const id = ids[index];
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
      {id !== undefined && <CardSlot id={id} stage={stage} />}
    </div>
  );
}

function isLaneOf(cardId: string, cells: ReadonlyMap<Stage, readonly string[]>): boolean {
  for (const ids of cells.values()) if (ids.includes(cardId)) return true;
  return false;
}
