import { STAGES } from '@redress/domain/rules/vocabulary';
import { useCallback, useSyncExternalStore } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { useBoard, useBoardPhase } from './board-context.tsx';
import classes from './filter-bar.module.css';

/** How many complaints the board holds, or how many meet the filter. */
export function useTotal(): number {
  const { store } = useBoard();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = STAGES.map((stage) => store.changes.onColumn(stage, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => STAGES.reduce((sum, stage) => sum + store.column(stage).total, 0));
}

export function BoardCount({ isFiltered }: { isFiltered: boolean }) {
  const t = useT();
  const total = useTotal();
  const phase = useBoardPhase();
  if (phase.kind === 'loading' || phase.kind === 'failed') return null;
  return (
    <span className={classes.count} role="status" style={{ opacity: phase.kind === 'reloading' ? 0.5 : 1 }}>
      {t(isFiltered ? 'board.countFiltered' : 'board.count', { n: total })}
    </span>
  );
}
