import { useDigits } from '../../i18n/use-digits.ts';
import { useT } from '../../i18n/use-t.ts';
import { DeadlineRing } from '../../ui/deadline-ring.tsx';
import { useNow } from '../../ui/now.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { coarseAge } from '../board/coarse-age.ts';
import type { Pair } from './handoff-matrix.ts';
import classes from './handoffs.module.css';

/** How many wait between two departments, how long the oldest has, and how many are breached or urgent. */
export function PairFace({ pair }: { pair: Pair }) {
  const digits = useDigits();
  const t = useT();
  const now = useNow('minute');
  const since = pair.waits[0]?.since;
  return (
    <>
      <span className={classes.count}>{digits(pair.waits.length)}</span>
      <span className={classes.age}>
        {since !== undefined && t('board.column.oldest', { age: coarseAge(now - Date.parse(since), t) })}
      </span>
      {(pair.breached > 0 || pair.urgent > 0) && (
        <span className={classes.marks}>
          {pair.breached > 0 && (
            <span className={classes.breached}>
              <DeadlineRing share={1} tone="breached" size={12} />
              {t('board.column.breached', { n: pair.breached })}
            </span>
          )}
          {pair.urgent > 0 && (
            <span className={classes.urgent}>
              <SeverityMark severity="URGENT" size={11} />
              {digits(pair.urgent)}
            </span>
          )}
        </span>
      )}
    </>
  );
}
