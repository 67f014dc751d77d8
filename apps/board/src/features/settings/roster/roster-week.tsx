import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MessageKey } from '../../../i18n/catalogue.ts';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { serverNow, useNow } from '../../../ui/now.ts';
import type { Fields } from '../policy-form.ts';
import { useSettingsT } from '../use-settings-t.ts';
import type { Turn } from './roster-documents.ts';
import { rosterInput } from './roster-form.ts';
import classes from './roster-week.module.css';
import { useRosterPreview } from './use-roster-preview.ts';
import { daysOf, localTime, weekStart } from './week-days.ts';
import type { Piece } from './week-days.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Gaps that are named one by one; a roster with more of them has hardly begun. */
const NAMED_GAPS = 8;

/** Who is on duty now, the week as the draft has it, and the times of nobody. */
export function RosterWeek({ fields }: { fields: Fields }) {
  const t = useT();
  const s = useSettingsT();
  const locale = useLocale();
  const now = useNow('minute');
  const [week, setWeek] = useState(0);
  const roster = rosterInput(fields);
  const timeZone = isZone(roster.timeZone) ? roster.timeZone : 'UTC';
  // Half a day into the week that is asked for, wherever summer time moved its midnight.
  const [opened] = useState(serverNow);
  const start = weekStart(weekStart(opened, timeZone) + week * WEEK + DAY / 2, timeZone);
  const { preview, asking } = useRosterPreview(roster, start, weekStart(start + WEEK + DAY / 2, timeZone));
  const today = localTime(now, timeZone).day;
  const days = preview === null ? [] : daysOf(preview.turns, timeZone);
  const gaps = preview?.turns.filter(({ members }) => members.length === 0) ?? [];
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(t('settings.ladder.and'));
  const dayName = (weekday: number) => t(`settings.weekday.${weekday}` as MessageKey);
  const dated = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const date = (day: string) => dated.format(new Date(`${day}T00:00:00Z`));
  const gapText = ({ from, to }: Turn) => {
    const [begin, end] = [localTime(Date.parse(from), timeZone), localTime(Date.parse(to) - 1, timeZone)];
    const until = timeText(end.minute + 1);
    const first = `${dayName(begin.weekday)} ${date(begin.day)} ${timeText(begin.minute)}`;
    return begin.day === end.day ? `${first}–${until}` : `${first} – ${dayName(end.weekday)} ${date(end.day)} ${until}`;
  };
  return (
    <section className={classes.week} aria-label={s('settings.roster.week')} aria-busy={asking}>
      <div className={classes.head}>
        <p className={classes.now}>
          <strong>{s('settings.roster.now')}</strong>{' '}
          {preview === null ? '…' : names(preview.onDutyNow) || s('settings.roster.nobody')}
        </p>
        <div className={classes.turnPages}>
          <Button type="button" size="compact-sm" variant="default" onClick={() => setWeek(week - 1)}>
            {s('settings.roster.before')}
          </Button>
          <Button type="button" size="compact-sm" variant="default" disabled={week === 0} onClick={() => setWeek(0)}>
            {s('settings.roster.thisWeek')}
          </Button>
          <Button type="button" size="compact-sm" variant="default" onClick={() => setWeek(week + 1)}>
            {s('settings.roster.after')}
          </Button>
        </div>
      </div>
      {preview === null && !asking && <p className={classes.note}>{s('settings.roster.noPreview')}</p>}
      <ol className={classes.days}>
        {days.map(({ day, weekday, pieces }) => (
          <li key={day} className={classes.day} aria-current={day === today ? 'date' : undefined}>
            <span className={classes.date}>
              {dayName(weekday)} <span className={classes.dim}>{date(day)}</span>
              {day === today && <span className={classes.today}>{s('settings.roster.today')}</span>}
            </span>
            <span className={classes.track}>
              {pieces.map((piece) => (
                <PieceBar key={piece.from} piece={piece} text={names(piece.turn.members)} />
              ))}
              {day === today && <NowMark minute={localTime(now, timeZone).minute} />}
            </span>
          </li>
        ))}
      </ol>
      {preview !== null && gaps.length > 0 && (
        <div className={classes.gaps}>
          <p>
            {s('settings.roster.gaps', {
              times: gaps.slice(0, NAMED_GAPS).map(gapText).join(s('settings.roster.between')),
              more: gaps.length > NAMED_GAPS ? s('settings.roster.moreGaps', { n: gaps.length - NAMED_GAPS }) : '',
            })}
          </p>
          <p>{s('settings.roster.everybody', { names: names(preview.everybody) || s('settings.roster.nobody') })}</p>
        </div>
      )}
      {preview !== null && gaps.length === 0 && <p className={classes.note}>{s('settings.roster.noGaps')}</p>}
    </section>
  );
}

const share = (minute: number) => `${(minute / 1_440) * 100}%`;

/** A stretch of a day; what it says is read out with its times. */
function PieceBar({ piece: { from, to, turn }, text }: { piece: Piece<Turn>; text: string }) {
  const s = useSettingsT();
  const nobody = turn.members.length === 0;
  const times = `${timeText(from)}–${timeText(to)}`;
  const words = nobody ? s('settings.roster.nobody') : text;
  return (
    <span
      className={nobody ? classes.gap : classes.piece}
      style={{ insetInlineStart: share(from), width: share(to - from) }}
      title={`${times} ${words}`}
    >
      <span className={classes.times}>{times}</span> {words}
    </span>
  );
}

function NowMark({ minute }: { minute: number }) {
  return <span aria-hidden className={classes.mark} style={{ insetInlineStart: share(minute) }} />;
}

function timeText(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function isZone(timeZone: string): boolean {
  try {
    return timeZone !== '' && new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
