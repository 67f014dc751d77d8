import { useT } from '../../i18n/use-t.ts';
import classes from './figures.module.css';
import { PERIODS } from './period.ts';
import type { Period } from './period.ts';

/** The periods to choose from. */
export function PeriodChoice({ period, onChoose }: { period: Period; onChoose: (period: Period) => void }) {
  const t = useT();
  return (
    <div className={classes.periods} role="group" aria-label={t('declines.period')}>
      {PERIODS.map((one) => (
        <button key={one} type="button" aria-pressed={one === period} onClick={() => onChoose(one)}>
          {t(`declines.period.${one}`)}
        </button>
      ))}
    </div>
  );
}
