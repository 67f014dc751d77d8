import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import classes from './figures.module.css';

interface DeclineFigure {
  department: { id: string; code: string; nameZh: string; nameEn: string; shortName: string };
  asked: number;
  accepted: number;
  declined: number;
  unjustified: number;
  /** In percent; null when nothing was answered. */
  rate: number | null;
  target: number;
}

/** After the rate: on a phone what matters most is seen without scrolling aside. */
const COUNTS = ['unjustified', 'declined', 'accepted', 'asked'] as const;

/** A row for each department; a rate that misses the target says so in words too. */
export function DeclineFigureTable({ figures }: { figures: readonly DeclineFigure[] }) {
  const t = useT();
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    // On a phone the counts are scrolled to, by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroller} role="region" aria-label={t('declines.title')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('declines.department')}</th>
            <th scope="col">{t('declines.rate')}</th>
            {COUNTS.map((name) => (
              <th key={name} scope="col">
                {t(`declines.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.department.id}>
              <th scope="row">
                <DepartmentDot department={figure.department} />
              </th>
              <td data-missed={(figure.rate ?? 0) >= figure.target || undefined}>
                {figure.rate === null ? '–' : percent.format(figure.rate / 100)}
                {(figure.rate ?? 0) >= figure.target && <span className={classes.missed}> {t('declines.over')}</span>}
              </td>
              {COUNTS.map((name) => (
                <td key={name}>{figure[name]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
