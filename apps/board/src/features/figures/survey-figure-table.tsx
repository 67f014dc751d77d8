import { useLocale, useT } from '../../i18n/use-t.ts';
import { DepartmentDot } from '../../ui/department-dot.tsx';
import classes from './figures.module.css';
import type { SurveyFigureData, SurveyFiguresData, SurveyGrouping } from './survey-figures-document.ts';

const COUNTS = ['asked', 'answered', 'givenUp', 'reopened'] as const;

/** A row for each group, the sum first; where few answered, the row says so. */
export function SurveyFigureTable({ by, figures }: { by: SurveyGrouping; figures: SurveyFiguresData }) {
  const t = useT();
  const { total, groups } = figures;
  return (
    // On a phone the counts are scrolled to, by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroller} role="region" aria-label={t('surveys.title')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t(`surveys.by.${by}`)}</th>
            <th scope="col">{t('surveys.satisfied')}</th>
            <th scope="col">{t('surveys.satisfiedOfAll')}</th>
            <th scope="col">{t('surveys.outcome')}</th>
            <th scope="col">{t('surveys.handling')}</th>
            {COUNTS.map((name) => (
              <th key={name} scope="col">
                {t(`surveys.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row figure={total} name={t('surveys.total')} />
          {groups.map((figure, i) => (
            <Row key={keyOf(figure) ?? `none-${i}`} figure={figure} name={<Name figure={figure} />} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function keyOf({ handler, department, category }: SurveyFigureData): string | null {
  return handler?.id ?? department?.id ?? category?.code ?? null;
}

function Name({ figure: { handler, department, category } }: { figure: SurveyFigureData }) {
  const t = useT();
  const locale = useLocale();
  if (department !== null) return <DepartmentDot department={department} />;
  if (category !== null) return locale === 'en' ? category.nameEn : category.nameZh;
  return handler?.name ?? t('surveys.nobody');
}

function Row({ figure, name }: { figure: SurveyFigureData; name: React.ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const mean = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const share = (value: number | null) => (value === null ? '–' : percent.format(value / 100));
  const score = (value: number | null) => (value === null ? '–' : mean.format(value));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {share(figure.satisfiedPercent)}
        {figure.isFew && figure.answered > 0 && <span className={classes.missed}> {t('surveys.few')}</span>}
      </td>
      <td>{share(figure.satisfiedOfAllPercent)}</td>
      <td>{score(figure.outcome)}</td>
      <td>{score(figure.handling)}</td>
      {COUNTS.map((count) => (
        <td key={count}>{figure[count]}</td>
      ))}
    </tr>
  );
}
