/**
 * The dates of a series: those of its rhythm, but for single ones that somebody moved or called off (docs/SPEC.md, ME26). A
 * date is known by its day on the series' own clock, so it stays itself when summer time begins, and when the hour changes
 * at which the series meets.
 */
import { Temporal } from 'temporal-polyfill';
import { EARLY_MS, LATE_MS } from './meeting-rhythm.ts';
import type { MeetingRhythm } from './meeting-rhythm.ts';

/** What was done to a date, and is put back by the last one of these. */
export const DATE_CHANGES = ['MOVED', 'CALLED_OFF', 'PUT_BACK'] as const;
export type DateChangeKind = (typeof DATE_CHANGES)[number];

/** The last that somebody said about a date. */
export interface DateChange {
  /** The day that the rhythm names, on the series' clock: 2026-11-24. */
  day: string;
  kind: DateChangeKind;
  /** Of MOVED: when it is instead. */
  movedTo: Date | null;
  reason: string | null;
  byId: string;
  at: Date;
  /** Which change of the series' dates it is, from 1 on. */
  number: number;
}

export interface MeetingDate {
  day: string;
  /** When the rhythm has it. */
  plannedAt: Date;
  /** When it is; null: it was called off. */
  at: Date | null;
  /** The last that was said about it, where it is not put back; null: it is as the rhythm has it. */
  change: DateChange | null;
  /** The number of the last change; 0 before the first. */
  revision: number;
}

/** So many dates are told ahead, and can be moved or called off. */
export const DATES_AHEAD = 6;

/** The series as its dates go by it: its rhythm, the last change of each date, when its last meeting began. */
export interface Dated {
  rhythm: MeetingRhythm;
  changes: readonly DateChange[];
  lastStartedAt: Date | null;
}

/**
 * The next dates, as one waits for them: not one whose meeting has begun, but still one that is up to an hour late; also those
 * that were called off.
 */
export function datesAhead(series: Dated, now: Date): MeetingDate[] {
  const dates: MeetingDate[] = [];
  for (const date of datesFrom(series, now)) if (dates.push(date) === DATES_AHEAD) break;
  return dates;
}

/** The next date that takes place. */
export function nextDate(series: Dated, now: Date): MeetingDate & { at: Date } {
  for (const date of datesFrom(series, now)) if (date.at !== null) return { ...date, at: date.at };
  throw new Error('dates go on for ever, and changes do not');
}

/** Whether a meeting of the series is ahead at just this moment. */
export function isDateAhead(series: Dated, moment: Date, now: Date): boolean {
  return datesAhead(series, now).some(({ at }) => at?.getTime() === moment.getTime());
}

function* datesFrom(series: Dated, now: Date): Generator<MeetingDate> {
  const { timeZone, weekday } = series.rhythm;
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  // One of last week may have been moved to this one; none is moved beyond the next.
  const first = here.subtract({ days: 7 + ((here.dayOfWeek - weekday + 7) % 7) });
  for (let weeks = 0; ; weeks++) {
    const date = dateOn(series, first.add({ weeks }));
    if (isAhead(series, date, now)) yield date;
  }
}

/** The moment of this day and time of day, on the clock of the zone; an hour that summer time skips is the one after it. */
export function momentOn(day: string, startsAt: number, timeZone: string): Date {
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(startsAt / 60), minute: startsAt % 60 });
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
}

/** What stands against moving a date to this moment; null: nothing. */
export type MoveProblem = 'meetingDatePast' | 'meetingDateTooClose';

/**
 * A date stays between the one before and the one after it, wherever these were moved or would be put back to, and so far
 * from both that a meeting which begins early or late is never taken for another one's.
 */
export function moveProblem(series: Dated, day: string, to: Date, now: Date): MoveProblem | null {
  if (to <= now) return 'meetingDatePast';
  const around = (weeks: number) => {
    const { plannedAt, at } = dateOn(series, Temporal.PlainDate.from(day).add({ weeks }));
    return [plannedAt.getTime(), (at ?? plannedAt).getTime()];
  };
  const from = Math.max(...around(-1), series.lastStartedAt?.getTime() ?? 0) + EARLY_MS;
  const until = Math.min(...around(1)) - EARLY_MS;
  return to.getTime() < from || to.getTime() > until ? 'meetingDateTooClose' : null;
}

function dateOn({ rhythm, changes }: Dated, on: Temporal.PlainDate): MeetingDate {
  const day = on.toString();
  const plannedAt = momentOn(day, rhythm.startsAt, rhythm.timeZone);
  const last = changes.find((one) => one.day === day);
  const revision = last?.number ?? 0;
  if (last === undefined || last.kind === 'PUT_BACK') return { day, plannedAt, at: plannedAt, change: null, revision };
  return { day, plannedAt, at: last.kind === 'MOVED' ? last.movedTo : null, change: last, revision };
}

function isAhead({ lastStartedAt }: Dated, { plannedAt, at }: MeetingDate, now: Date): boolean {
  if ((at ?? plannedAt).getTime() <= now.getTime() - LATE_MS) return false;
  return at === null || lastStartedAt === null || lastStartedAt.getTime() <= at.getTime() - EARLY_MS;
}
