import { STAGES } from '@redress/domain/rules/vocabulary';
import { useCallback, useSyncExternalStore } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { BoardSession } from '../../live/board-session.ts';
import { useBoard, useBoardPhase } from './board-context.tsx';
import classes from './filter-bar.module.css';

/** How many complaints the board holds, or how many meet the filter. */
export function useTotal(): number {
  return useTotalOf(useBoard());
}

/** The same of another board than the one around this part. */
export function useTotalOf({ store }: BoardSession): number {
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
  return <CountText>{t(isFiltered ? 'board.countFiltered' : 'board.count', { n: total })}</CountText>;
}

/** What a view counts, told when it changes; pale while the board behind it is loaded anew, nothing before there is one. */
export function CountText({ children }: { children: string }) {
  const phase = useBoardPhase();
  if (phase.kind === 'loading' || phase.kind === 'failed') return null;
  return (
    <span className={classes.count} role="status" style={{ opacity: phase.kind === 'reloading' ? 0.5 : 1 }}>
      {children}
    </span>
  );
}
