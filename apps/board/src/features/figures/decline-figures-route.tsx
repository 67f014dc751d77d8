import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Provider as GraphqlProvider, useQuery } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { serverClock } from '../../app/clock.ts';
import { graphql } from '../../graphql.ts';
import { addMessages } from '../../i18n/catalogue.ts';
import { declineFigureMessages } from '../../i18n/messages/decline-figures.ts';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/notice.tsx';
import { DeclineFigureTable } from './decline-figure-table.tsx';
import classes from './figures.module.css';
import { PERIODS, PERIOD_DAYS, periodOf } from './period.ts';

addMessages(declineFigureMessages);

const figuresQuery = graphql(`
  query DeclineFigures($from: DateTime!, $before: DateTime!) {
    declineFigures(from: $from, before: $before) {
      department { id code nameZh nameEn shortName }
      asked accepted declined unjustified rate target
    }
  }
`);

const HOUR_MS = 3_600_000;

/** How departments answer what they are asked to take over; the period lives in the URL. */
export function DeclineFiguresRoute() {
  return (
    <GraphqlProvider value={cachedClient}>
      <DeclineFiguresPage />
    </GraphqlProvider>
  );
}

function DeclineFiguresPage() {
  const t = useT();
  const navigate = useNavigate();
  const period = periodOf(useSearch({ from: '/signed-in/figures/declines' }).period);
  const variables = useMemo(() => {
    // Up to the next full hour: going back and forth between periods asks for the same times again.
    const before = Math.ceil(serverClock.now() / HOUR_MS) * HOUR_MS;
    const from = before - PERIOD_DAYS[period] * 24 * HOUR_MS;
    return { from: new Date(from).toISOString(), before: new Date(before).toISOString() };
  }, [period]);
  const [{ data, error }] = useQuery({ query: figuresQuery, variables, requestPolicy: 'cache-and-network' });
  const figures = data?.declineFigures ?? [];
  const [first] = figures;
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('declines.title')}</h1>
      <p className={classes.intro}>
        {t('declines.intro')} {first !== undefined && t('declines.target', { target: first.target })}
      </p>
      <div className={classes.periods} role="group" aria-label={t('declines.period')}>
        {PERIODS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === period}
            onClick={() => void navigate({ to: '/figures/declines', search: { period: one }, replace: true })}
          >
            {t(`declines.period.${one}`)}
          </button>
        ))}
      </div>
      {error !== undefined && <Notice kind="problem">{t('declines.failed')}</Notice>}
      {data !== undefined && figures.length === 0 && <p className={classes.intro}>{t('declines.none')}</p>}
      {figures.length > 0 && <DeclineFigureTable figures={figures} />}
    </div>
  );
}
