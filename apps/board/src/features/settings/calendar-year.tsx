import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useLocale } from '../../i18n/use-t.ts';
import { calendarYearQuery } from './calendar-documents.ts';
import classes from './calendar-form.module.css';
import { spansText } from './calendar-text.ts';
import { dayWords, monthWords } from './day-words.ts';
import type { PolicyValueInput } from './policy-form.ts';
import { useSettingsT } from './use-settings-t.ts';
import { monthsOf, runsOf } from './year-days.ts';
import type { DayRun } from './year-days.ts';

type CalendarInput = Extract<PolicyValueInput, { calendar: object }>['calendar'];

interface Props {
  calendar: CalendarInput;
  year: number;
  onYear: (year: number) => void;
}

/** So long nothing was typed before the year is asked for again. */
const STILL_MS = 400;

/** The value once it has not changed for a while. */
function useStill<T>(value: T): T {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), STILL_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return still;
}

/** A year of the calendar as it is being written: what is closed, what is worked instead, and why. */
export function CalendarYear({ calendar, year, onYear }: Props) {
  const s = useSettingsT();
  const locale = useLocale();
  // As a text, so that the same calendar is the same question. Names do not matter to its days, nor lacking ones.
  const draft = useStill(JSON.stringify({ ...calendar, nameZh: '-', nameEn: '-', days: named(calendar.days) }));
  const [{ data }] = useQuery({
    query: calendarYearQuery,
    variables: { input: { calendar: JSON.parse(draft) as CalendarInput, year } },
    // A version that was just saved shows at once what it showed while it was typed, and nothing moves.
    requestPolicy: 'cache-and-network',
  });
  const answer = data?.calendarYear;
  const found = answer?.__typename === 'CalendarYear' ? answer : null;
  const open = calendar.week.filter(({ spans }) => spans.length > 0).map(({ weekday }) => weekday);
  const runs = runsOf(found?.days ?? []);
  return (
    <section className={classes.part} aria-label={s('settings.year.title', { year })}>
      <div className={classes.yearHead}>
        <ActionIcon
          type="button"
          variant="subtle"
          color="gray"
          aria-label={s('settings.year.before')}
          onClick={() => onYear(year - 1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <h3 className={classes.yearName}>{s('settings.year.title', { year })}</h3>
        <ActionIcon
          type="button"
          variant="subtle"
          color="gray"
          aria-label={s('settings.year.after')}
          onClick={() => onYear(year + 1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        <ul className={classes.legend}>
          {(['open', 'closed', 'holiday', 'makeUp', 'ownClosed'] as const).map((look) => (
            <li key={look}>
              <span className={classes.day} data-look={look} aria-hidden="true" />
              {s(`settings.year.${look}`)}
            </li>
          ))}
        </ul>
      </div>
      {answer !== undefined && found === null && 'message' in answer && (
        <p role="status" className={classes.dim}>
          {s('settings.year.unknown')}
        </p>
      )}
      {found?.holidaysKnownThrough != null && year > found.holidaysKnownThrough && (
        <p role="status" className={classes.dim}>
          {s('settings.year.notAnnounced', { year })}
        </p>
      )}
      {/* The list below says the same in words. */}
      <div className={classes.months} aria-hidden="true">
        {monthsOf(year, found?.days ?? [], open).map(({ month, before, days }) => (
          <div key={month}>
            <div className={classes.month}>{monthWords(year, month, locale)}</div>
            <div className={classes.days}>
              {days.map(({ day, look }, i) => (
                <span
                  key={day}
                  className={classes.day}
                  data-look={look}
                  style={i === 0 ? { gridColumnStart: before + 1 } : undefined}
                >
                  {i + 1}
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <RunList runs={runs} />
    </section>
  );
}

/** Days are shown before they are named. */
function named(days: CalendarInput['days']): CalendarInput['days'] {
  return days.map((day) => ({ ...day, name: day.name.trim() || '-' }));
}

function RunList({ runs }: { runs: readonly DayRun[] }) {
  const s = useSettingsT();
  const locale = useLocale();
  if (runs.length === 0) return null;
  return (
    <ul className={classes.runs}>
      {runs.map((run) => (
        <li key={run.day}>
          <span className={classes.runDays}>
            {dayWords(run.day, locale)}
            {run.count > 1 && ` – ${dayWords(run.last, locale)}`}
          </span>
          <span>
            {locale === 'en' ? run.nameEn : run.nameZh}
            <span className={classes.dim}>
              {' · '}
              {run.kind === 'MAKE_UP' && `${s('settings.year.makeUp')} `}
              {run.spans.length === 0 ? s('settings.year.daysOff', { n: run.count }) : spansText(run.spans)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
