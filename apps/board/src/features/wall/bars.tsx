import { useDigits } from '../../i18n/use-digits.ts';
import { useT } from '../../i18n/use-t.ts';
import classes from './wall.module.css';

export interface NamedBar {
  key: string;
  name: string;
  total: number;
  breached: number;
}

/** More bars than this would be too thin to read from afar. */
const MOST = 9;

/** Bars with their figures; what of them is breached is hatched and said in a figure of its own. */
export function Bars({ title, bars }: { title: string; bars: readonly NamedBar[] }) {
  const digits = useDigits();
  const t = useT();
  const shown = bars.slice(0, MOST);
  const rest = bars.slice(MOST).reduce((sum, { total }) => sum + total, 0);
  const most = Math.max(1, ...bars.map(({ total }) => total));
  return (
    <section className={classes.chart} aria-label={title}>
      <h2 className={classes.chartTitle}>{title}</h2>
      <ul className={classes.bars}>
        {shown.map(({ key, name, total, breached }) => (
          <li key={key} className={classes.bar}>
            <span className={classes.barName}>{name}</span>
            <span className={classes.track} aria-hidden>
              <span className={classes.fill} style={{ inlineSize: `${(total / most) * 100}%` }}>
                <span
                  className={classes.late}
                  style={{ inlineSize: `${total === 0 ? 0 : (breached / total) * 100}%` }}
                />
              </span>
            </span>
            <span className={classes.barCount}>{digits(total)}</span>
            <span className={classes.barLate}>{breached > 0 && t('wall.late', { n: breached })}</span>
          </li>
        ))}
      </ul>
      {bars.length === 0 && <p className={classes.more}>{t('wall.none')}</p>}
      {rest > 0 && <p className={classes.more}>{t('wall.rest', { n: rest })}</p>}
    </section>
  );
}
