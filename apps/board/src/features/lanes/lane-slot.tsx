import type { Stage } from '@redress/domain/rules/vocabulary';
import { memo } from 'react';
import { CardSlot } from '../board/card-slot.tsx';
import classes from './lanes.module.css';
import { useReportedHeight } from './use-reported-height.ts';

interface Props {
  id: string;
  stage: Stage;
  /** In CSS pixels below the top of the first lane. */
  top: number;
  /** Which of how many stages it stands under. */
  column: number;
  columns: number;
  /** Called with its height in CSS pixels, whenever that is another one. */
  onHeight: (id: string, height: number) => void;
}

/**
 * A card at its place in the lanes. It is the card's own element wherever the card goes: who is at it, or types into it,
 * stays there when others come in above.
 */
export const LaneSlot = memo(function LaneSlot({ id, stage, top, column, columns, onHeight }: Props) {
  const slot = useReportedHeight(id, onHeight);
  const share = 100 / columns;
  return (
    <div
      ref={slot}
      className={classes.slot}
      style={{ transform: `translateY(${top}px)`, left: `${column * share}%`, width: `${share}%` }}
    >
      <CardSlot id={id} stage={stage} />
    </div>
  );
});
