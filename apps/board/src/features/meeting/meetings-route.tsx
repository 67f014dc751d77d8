import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Provider as GraphqlProvider, useQuery } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { useViewer } from '../../app/viewer.tsx';
import { useLocale } from '../../i18n/use-t.ts';
import { PageLoader } from '../../ui/page-loader.tsx';
import { RetryNotice } from '../../app/retry-notice.tsx';
import { shortDate } from '../../ui/time.ts';
import { meetingsQuery } from './meeting-documents.ts';
import type { MeetingListed } from './meeting-documents.ts';
import classes from './meetings.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { SeriesForm } from './series-form.tsx';
import { SeriesList } from './series-list.tsx';
import { StartForm } from './start-form.tsx';
import { useMeetingNews } from './use-meeting-news.ts';

/** Meetings under way and past, the series, and the way to start one. */
export function MeetingsRoute() {
  return (
    <GraphqlProvider value={cachedClient}>
      <Meetings />
    </GraphqlProvider>
  );
}

function Meetings() {
  const t = useMeetingT();
  const { roles } = useViewer();
  const runs = roles.some(({ role }) => role === 'COORDINATOR');
  const [{ data, error }, ask] = useQuery({ query: meetingsQuery, requestPolicy: 'cache-and-network' });
  useMeetingNews(ask);
  const [open, setOpen] = useState<'start' | 'series' | null>(null);
  const again = () => ask({ requestPolicy: 'network-only' });
  const saved = () => {
    setOpen(null);
    again();
  };
  if (data === undefined && error === undefined) return <PageLoader />;
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('meeting.title')}</h1>
      <p className={classes.intro}>{t('meeting.intro')}</p>
      {error !== undefined && <RetryNotice onRetry={again}>{t('meeting.failed')}</RetryNotice>}
      {runs && (
        <div className={classes.row}>
          <Button aria-expanded={open === 'start'} onClick={() => setOpen(open === 'start' ? null : 'start')}>
            {t('meeting.startOnce')}
          </Button>
          <Button
            variant="default"
            aria-expanded={open === 'series'}
            onClick={() => setOpen(open === 'series' ? null : 'series')}
          >
            {t('meeting.seriesNew')}
          </Button>
        </div>
      )}
      {open === 'start' && <StartForm />}
      {open === 'series' && <SeriesForm series={null} onDone={saved} onCancel={() => setOpen(null)} onStale={again} />}
      {data !== undefined && (
        <>
          <SeriesList series={data.meetingSeries} onChanged={again} />
          <MeetingList meetings={data.meetings} />
        </>
      )}
    </div>
  );
}

function MeetingList({ meetings }: { meetings: readonly MeetingListed[] }) {
  const t = useMeetingT();
  return (
    <section>
      <h2 className={classes.heading}>{t('meeting.list')}</h2>
      {meetings.length === 0 && (
        <p className={classes.empty}>
          {t('meeting.none')} {t('meeting.noneHint')}
        </p>
      )}
      <ul className={classes.list}>
        {meetings.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

function MeetingLine({ meeting: { id, name, phase, host, startedAt } }: { meeting: MeetingListed }) {
  const t = useMeetingT();
  const locale = useLocale();
  const isRunning = phase === 'RUNNING';
  return (
    <li className={classes.line} data-running={isRunning || undefined}>
      <div className={classes.what}>
        <Link to={isRunning ? '/meetings/$id' : '/meetings/$id/minutes'} params={{ id }} className={classes.name}>
          {name}
        </Link>
        <span className={classes.dim}>
          {t('meeting.hostLine', { name: host?.name ?? '', at: shortDate(startedAt, locale) })}
        </span>
      </div>
      <span className={classes.phase}>{t(`meeting.phase.${phase}`)}</span>
      <Button
        size="xs"
        variant={isRunning ? 'filled' : 'default'}
        renderRoot={(props) => (
          <Link to={isRunning ? '/meetings/$id' : '/meetings/$id/minutes'} params={{ id }} {...props} />
        )}
      >
        {t(isRunning ? 'meeting.enter' : 'meeting.minutes')}
      </Button>
    </li>
  );
}
