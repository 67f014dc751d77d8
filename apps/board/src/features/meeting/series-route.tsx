import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { Provider as GraphqlProvider, useQuery } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { useLocale } from '../../i18n/use-t.ts';
import { MessagePage } from '../../ui/message-page.tsx';
import { PageLoader } from '../../ui/page-loader.tsx';
import { agreedTime } from '../../ui/time.ts';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { ActionProblem } from './action-problem.tsx';
import { seriesQuery } from './meeting-documents.ts';
import type { PreparedSeries } from './meeting-documents.ts';
import { useMeetingT } from './meeting-texts.ts';
import classes from './meetings.module.css';
import { PreparedAgenda } from './prepared-agenda.tsx';
import { DateWords, SeriesDates, changedBeforeNext } from './series-dates.tsx';
import { TopicForm } from './topic-form.tsx';
import { useMeetingNews } from './use-meeting-news.ts';
import { useStart } from './use-start.ts';

/** The next meeting of a series, while it is prepared. */
export function SeriesRoute() {
  return (
    <GraphqlProvider value={cachedClient}>
      <Series />
    </GraphqlProvider>
  );
}

function Series() {
  const t = useMeetingT();
  const { id } = useParams({ from: '/signed-in/meetings/series/$id' });
  const [{ data, error }, ask] = useQuery({
    query: seriesQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  useMeetingNews(ask);
  const again = () => ask({ requestPolicy: 'network-only' });
  if (data === undefined && error === undefined) return <PageLoader />;
  const series = data?.meetingSeries[0];
  if (series === undefined && error === undefined) {
    return (
      <MessagePage title={t('meeting.series')} text={t('meeting.seriesMissing')}>
        <Button renderRoot={(props) => <Link to="/meetings" {...props} />}>{t('meeting.toList')}</Button>
      </MessagePage>
    );
  }
  return (
    <div className={classes.page}>
      <Link to="/meetings" className={classes.back}>
        {t('meeting.toList')}
      </Link>
      {error !== undefined && <RetryNotice onRetry={again}>{t('meeting.failed')}</RetryNotice>}
      {series !== undefined && <Preparation key={series.id} series={series} onChanged={again} />}
    </div>
  );
}

function Preparation({ series, onChanged }: { series: PreparedSeries; onChanged: () => void }) {
  const t = useMeetingT();
  const locale = useLocale();
  const { start, ...starting } = useStart();
  const { id, name, purpose, members, nextAt, viewerMayChange, viewerMayPrepare } = series;
  return (
    <>
      <header className={classes.prepared}>
        <h1 className={classes.title}>{name}</h1>
        {purpose !== '' && <p className={classes.purpose}>{purpose}</p>}
        <p className={classes.when}>
          {nextAt === null ? (
            t('meeting.noNextAt')
          ) : (
            <time dateTime={nextAt}>{t('meeting.nextAtFull', { at: agreedTime(nextAt, locale) })}</time>
          )}
        </p>
        {changedBeforeNext(series.dates).map((date) => (
          <DateWords key={date.day} date={date} />
        ))}
        <p className={classes.dim}>
          {members.length > 0 &&
            t('meeting.expectedNames', { names: members.map((one) => one.name).join(t('common.comma')) })}
        </p>
        {viewerMayChange && (
          <div className={classes.row}>
            <Button
              size="sm"
              loading={starting.busy}
              aria-label={t('meeting.startSeries', { name })}
              onClick={() => void start({ seriesId: id })}
            >
              {t('meeting.start')}
            </Button>
          </div>
        )}
        <ActionProblem action={starting} />
      </header>
      <PreparedAgenda series={series} onChanged={onChanged} />
      {viewerMayPrepare && <TopicForm seriesId={id} onAdded={onChanged} />}
      <SeriesDates series={series} onChanged={onChanged} />
    </>
  );
}
