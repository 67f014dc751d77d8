import { useQuery } from 'urql';
import { graphql } from '../../graphql.ts';
import { useT } from '../../i18n/use-t.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { DeclineFigureTable } from './decline-figure-table.tsx';
import classes from './figures.module.css';
import { PeriodChoice } from './period-choice.tsx';
import { usePeriod } from './use-period.ts';

const figuresQuery = graphql(`
  query DeclineFigures($from: DateTime!, $before: DateTime!) {
    declineFigures(from: $from, before: $before) {
      department { id code nameZh nameEn shortName }
      asked accepted declined unjustified rate target
    }
  }
`);

/** How departments answer what they are asked to take over. */
export function DeclineFigures() {
  const t = useT();
  const { period, span, choose } = usePeriod();
  const [{ data, error }, ask] = useQuery({ query: figuresQuery, variables: span, requestPolicy: 'cache-and-network' });
  const figures = data?.declineFigures ?? [];
  const [first] = figures;
  return (
    <>
      <h1 className={classes.title}>{t('declines.title')}</h1>
      <p className={classes.intro}>
        {t('declines.intro')} {first !== undefined && t('declines.target', { target: first.target })}
      </p>
      <PeriodChoice period={period} onChoose={choose} />
      {data === undefined && error === undefined && <LoadingLines heights={[36, 36, 36, 36]} />}
      {error !== undefined && (
        <RetryNotice onRetry={() => ask({ requestPolicy: 'network-only' })}>{t('declines.failed')}</RetryNotice>
      )}
      {data !== undefined && figures.length === 0 && <p className={classes.intro}>{t('declines.none')}</p>}
      {figures.length > 0 && <DeclineFigureTable figures={figures} />}
    </>
  );
}
