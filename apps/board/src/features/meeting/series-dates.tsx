import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocale } from '../../i18n/use-t.ts';
import { agreedTime } from '../../ui/time.ts';
import { ActionProblem } from './action-problem.tsx';
import { DateForm } from './date-form.tsx';
import type { DateView, PreparedSeries } from './meeting-documents.ts';
import { datePutBackMutation } from './meeting-mutations.ts';
import { useMeetingT } from './meeting-texts.ts';
import classes from './meetings.module.css';
import { useMeetingAction } from './use-meeting-action.ts';

/** The dates ahead of a series, and the way to move one, to call it off, and to put it back. */
export function SeriesDates({ series, onChanged }: { series: PreparedSeries; onChanged: () => void }) {
  const t = useMeetingT();
  if (series.dates.length === 0) return null;
  return (
    <section>
      <h2 className={classes.heading}>{t('meeting.dates')}</h2>
      <ul className={classes.list}>
        {series.dates.map((date) => (
          <DateLine key={date.day} series={series} date={date} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function DateLine({ series, date, onChanged }: { series: PreparedSeries; date: DateView; onChanged: () => void }) {
  const t = useMeetingT();
  const locale = useLocale();
  const putBack = useMeetingAction(datePutBackMutation);
  const [form, setForm] = useState<'move' | 'callOff' | null>(null);
  const { day, revision } = date;
  const planned = agreedTime(date.plannedAt, locale);
  const open = (which: 'move' | 'callOff') => setForm(form === which ? null : which);
  const done = () => {
    setForm(null);
    onChanged();
  };
  return (
    <li className={classes.line}>
      <DateWords date={date} />
      {series.viewerMayChange && (
        <div className={classes.row}>
          {date.changedBy !== null && (
            <Button
              size="xs"
              variant="default"
              loading={putBack.busy}
              aria-label={t('meeting.datePutBackThis', { at: planned })}
              onClick={() => {
                const input = { seriesId: series.id, day, expectedRevision: revision };
                // Also what was refused is shown as it is now.
                void putBack.run({ input }).then(onChanged);
              }}
            >
              {t('meeting.datePutBack')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            aria-expanded={form === 'move'}
            aria-label={t('meeting.dateMoveThis', { at: planned })}
            onClick={() => open('move')}
          >
            {t('meeting.dateMove')}
          </Button>
          {date.at !== null && (
            <Button
              size="xs"
              variant="default"
              aria-expanded={form === 'callOff'}
              aria-label={t('meeting.dateCallOffThis', { at: planned })}
              onClick={() => open('callOff')}
            >
              {t('meeting.dateCallOff')}
            </Button>
          )}
        </div>
      )}
      <ActionProblem action={putBack} />
      {form !== null && (
        <DateForm key={form} act={form} series={series} date={date} onDone={done} onRefused={onChanged} />
      )}
    </li>
  );
}

/** What is not as the rhythm has it, up to the next meeting that takes place. */
export function changedBeforeNext(dates: readonly DateView[]): readonly DateView[] {
  const next = dates.findIndex(({ at }) => at !== null);
  return dates.slice(0, next + 1).filter(({ changedBy }) => changedBy !== null);
}

/** When it is, instead of when, by whom and why. */
export function DateWords({ date: { at, plannedAt, reason, changedBy } }: { date: DateView }) {
  const t = useMeetingT();
  const locale = useLocale();
  const planned = agreedTime(plannedAt, locale);
  const name = changedBy?.name ?? '';
  const told = [
    at !== null && at !== plannedAt && t('meeting.dateMoved', { at: planned }),
    changedBy !== null && t(at === null ? 'meeting.dateOffBy' : 'meeting.dateMovedBy', { name }),
    reason,
  ].filter(Boolean);
  return (
    <div className={classes.what}>
      {at === null ? (
        <span>
          <s>
            <time dateTime={plannedAt}>{planned}</time>
          </s>{' '}
          <strong>{t('meeting.dateOff')}</strong>
        </span>
      ) : (
        <time dateTime={at}>{agreedTime(at, locale)}</time>
      )}
      {told.length > 0 && <span className={classes.dim}>{told.join(' · ')}</span>}
    </div>
  );
}
