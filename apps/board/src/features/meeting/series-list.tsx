import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale } from '../../i18n/use-t.ts';
import { agreedTime } from '../../ui/time.ts';
import { ActionProblem } from './action-problem.tsx';
import type { SeriesView } from './meeting-documents.ts';
import { seriesArchiveMutation } from './meeting-mutations.ts';
import classes from './meetings.module.css';
import { useMeetingT } from './meeting-texts.ts';
import { DateWords, changedBeforeNext } from './series-dates.tsx';
import { SeriesForm } from './series-form.tsx';
import { useMeetingAction } from './use-meeting-action.ts';
import { useStart } from './use-start.ts';

/** The meetings that recur. */
export function SeriesList({ series, onChanged }: { series: readonly SeriesView[]; onChanged: () => void }) {
  const t = useMeetingT();
  return (
    <section>
      <h2 className={classes.heading}>{t('meeting.series')}</h2>
      {series.length === 0 && <p className={classes.empty}>{t('meeting.noSeries')}</p>}
      <ul className={classes.list}>
        {series.map((one) => (
          <SeriesLine key={one.id} series={one} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function SeriesLine({ series, onChanged }: { series: SeriesView; onChanged: () => void }) {
  const t = useMeetingT();
  const locale = useLocale();
  const { start, ...starting } = useStart();
  const archive = useMeetingAction(seriesArchiveMutation);
  const [editing, setEditing] = useState(false);
  const { id, name, purpose, members, nextAt, dates, topics, viewerMayChange } = series;
  const told = [
    t('meeting.seriesMembers', { n: members.length }),
    nextAt !== null && t('meeting.nextAt', { at: agreedTime(nextAt, locale) }),
    topics.length > 0 && t('meeting.topicCount', { n: topics.length }),
  ].filter(Boolean);
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <Link to="/meetings/series/$id" params={{ id }} className={classes.name}>
          {name}
        </Link>
        {purpose !== '' && <span>{purpose}</span>}
        <span className={classes.dim}>{told.join(' · ')}</span>
        {changedBeforeNext(dates).map((date) => (
          <DateWords key={date.day} date={date} />
        ))}
      </div>
      <div className={classes.row}>
        <Button
          size="xs"
          variant="default"
          aria-label={t('meeting.prepareThis', { name })}
          renderRoot={(props) => <Link to="/meetings/series/$id" params={{ id }} {...props} />}
        >
          {t('meeting.prepare')}
        </Button>
      </div>
      {viewerMayChange && (
        <div className={classes.row}>
          <Button
            size="xs"
            loading={starting.busy}
            aria-label={t('meeting.startSeries', { name })}
            onClick={() => void start({ seriesId: id })}
          >
            {t('meeting.start')}
          </Button>
          <Button size="xs" variant="default" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {t('meeting.seriesEdit')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={archive.busy}
            onClick={() => {
              void archive.run({ input: { id } }).then((done) => done && onChanged());
            }}
          >
            {t('meeting.seriesArchive')}
          </Button>
        </div>
      )}
      <ActionProblem action={starting} />
      <ActionProblem action={archive} />
      {editing && (
        <SeriesForm
          series={series}
          onDone={() => {
            setEditing(false);
            onChanged();
          }}
          onCancel={() => setEditing(false)}
          onStale={onChanged}
        />
      )}
    </li>
  );
}
