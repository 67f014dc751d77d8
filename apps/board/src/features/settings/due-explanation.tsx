import type { Locale } from '../../i18n/locale.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { PreviewDay } from './calendar-documents.ts';
import classes from './calendar-form.module.css';
import { clockIn, dayIn, dayWords, momentIn } from './day-words.ts';
import { durationText } from './duration.ts';
import { useSettingsT } from './use-settings-t.ts';

interface Props {
  /** When the clock starts. */
  from: string;
  dueAt: string;
  /** Whose clocks tell the moments; undefined: those of the person's device. */
  timeZone: string | undefined;
  days: readonly PreviewDay[];
  /** When the clock stands still. */
  pause?: { from: string; to: string } | null;
  holidaysKnownThrough: number | null;
}

/** The end of a span: midnight ends the day that it belongs to. */
function endIn(timeZone: string | undefined, at: string, locale: Locale): string {
  const clock = clockIn(timeZone, at, locale);
  return clock === '00:00' ? '24:00' : clock;
}

/** When a clock is due, and why: what each day gave to it, and why others gave nothing. */
export function DueExplanation({ from, dueAt, timeZone, days, pause = null, holidaysKnownThrough }: Props) {
  const t = useT();
  const s = useSettingsT();
  const locale = useLocale();
  const [heldFrom, heldTo] = pause === null ? [] : [dayIn(timeZone, pause.from), dayIn(timeZone, pause.to)];
  const held = (day: string) => heldFrom !== undefined && heldTo !== undefined && day >= heldFrom && day <= heldTo;
  const why = ({ day, kind, nameZh, nameEn }: PreviewDay) => {
    const name = (locale === 'en' ? nameEn : nameZh) ?? '';
    if (kind === 'WEEKDAY') return held(day) ? s('settings.try.held') : '';
    return kind === 'CLOSED'
      ? s('settings.try.weekend')
      : [s(`settings.try.${kind}`), name].filter(Boolean).join(' · ');
  };
  const spans = (day: PreviewDay) =>
    day.spans.map(({ from, to }) => `${clockIn(timeZone, from, locale)}–${endIn(timeZone, to, locale)}`).join(', ');
  const minutes = (day: PreviewDay) => day.spans.reduce((sum, span) => sum + span.minutes, 0);
  const beyond = holidaysKnownThrough !== null && Number(dueAt.slice(0, 4)) > holidaysKnownThrough;
  return (
    <div role="status" className={classes.due}>
      <p className={classes.dim}>
        {s('settings.try.starts')} {momentIn(timeZone, from, locale)}
      </p>
      {pause !== null && (
        <p className={classes.dim}>
          {pause.from < dueAt
            ? s('settings.try.paused', {
                from: momentIn(timeZone, pause.from, locale),
                to: momentIn(timeZone, pause.to, locale),
              })
            : s('settings.try.pausedLater')}
        </p>
      )}
      <p>
        {s('settings.try.due')} <strong>{momentIn(timeZone, dueAt, locale)}</strong>
        {timeZone !== undefined && <span className={classes.dim}> ({timeZone})</span>}
      </p>
      {beyond && <p className={classes.dim}>{s('settings.year.notAnnounced', { year: dueAt.slice(0, 4) })}</p>}
      {days.length > 0 && (
        <ol className={classes.dueDays}>
          {days.map((day) => (
            <li key={day.day} data-closed={day.spans.length === 0 ? 'true' : undefined}>
              <span className={classes.runDays}>{dayWords(day.day, locale)}</span>
              <span>
                {day.spans.length === 0
                  ? s('settings.try.nothing')
                  : `${spans(day)} · ${durationText(Math.round(minutes(day)), t, false)}`}
              </span>
              <span className={classes.dim}>{why(day)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
