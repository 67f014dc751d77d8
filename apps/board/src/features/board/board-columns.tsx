import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { useRef } from 'react';
import { BoardColumn } from './board-column.tsx';
import classes from './board-columns.module.css';
import { useCarried } from './drag-state.ts';
import { PointerCarry } from './pointer-carry.tsx';
import { StageSwitcher } from './stage-switcher.tsx';

/** The six columns, between which cards are carried. */
export function BoardColumns({ stages }: { stages: readonly Stage[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const isCarrying = useCarried((now) => now?.by === 'pointer');
  return (
    <PointerCarry>
      <StageSwitcher stages={stages} scroller={scroller} />
      <div ref={scroller} className={classes.columns} data-carrying={isCarrying || undefined}>
        {STAGES.filter((stage) => stages.includes(stage)).map((stage) => (
          <BoardColumn key={stage} stage={stage} />
        ))}
      </div>
    </PointerCarry>
  );
}
