import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../i18n/use-t.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import classes from './figures.module.css';
import { PeriodChoice } from './period-choice.tsx';
import { surveyFiguresQuery } from './survey-figures-document.ts';
import type { SurveyGrouping } from './survey-figures-document.ts';
import { SurveyFigureTable } from './survey-figure-table.tsx';
import { usePeriod } from './use-period.ts';

const GROUPINGS: readonly SurveyGrouping[] = ['DEPARTMENT', 'HANDLER', 'CATEGORY'];

/** How customers found what came of their complaints. */
export function SurveyFigures() {
  const t = useT();
  const { period, span, choose } = usePeriod();
  const [by, setBy] = useState<SurveyGrouping>('DEPARTMENT');
  const [{ data, error }, ask] = useQuery({
    query: surveyFiguresQuery,
    variables: { ...span, by },
    requestPolicy: 'cache-and-network',
  });
  const figures = data?.surveyFigures;
  return (
    <>
      <h1 className={classes.title}>{t('surveys.title')}</h1>
      <p className={classes.intro}>{t('surveys.intro')}</p>
      <PeriodChoice period={period} onChoose={choose} />
      <div className={classes.by}>
        <Segments
          label={t('surveys.by')}
          value={by}
          options={GROUPINGS.map((one) => ({ value: one, label: t(`surveys.by.${one}`) }))}
          onChange={setBy}
        />
      </div>
      {data === undefined && error === undefined && <LoadingLines heights={[36, 36, 36, 36]} />}
      {error !== undefined && (
        <RetryNotice onRetry={() => ask({ requestPolicy: 'network-only' })}>{t('declines.failed')}</RetryNotice>
      )}
      {figures !== undefined && figures.total.asked === 0 && <p className={classes.intro}>{t('surveys.none')}</p>}
      {figures !== undefined && figures.total.asked > 0 && <SurveyFigureTable by={by} figures={figures} />}
    </>
  );
}
