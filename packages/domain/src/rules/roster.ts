/** Duty rosters (docs/SPEC.md, CAL13–CAL14): who is on duty, by the week and by dates that are arranged otherwise. */
import { z } from 'zod';
import { DAY_MS, MINUTE_MS, weekdayOf } from './days.ts';
import type { Weekday } from './days.ts';
import { END_SHAPE, minuteOf, TIME_SHAPE } from './span-text.ts';
import { isTimeZone, offsetAt, stretchesOf } from './zone.ts';
import type { Stretch } from './zone.ts';

/** A turn of duty that comes every week. */
export interface Shift {
  /** The ISO weekday on which it begins; Monday is 1. */
  weekday: Weekday;
  /** 'HH:mm' of the roster's clock. */
  from: string;
  /** 'HH:mm' or '24:00'. Not later than `from`: it ends on the next day; equal, it lasts a day and a night. */
  to: string;
  memberIds: string[];
}

/** A time that is arranged by date. It wins over the shifts; without members nobody is on duty. */
export interface RosterException {
  /** Instants as ISO text; the first is in, the second is out. */
  from: string;
  to: string;
  memberIds: string[];
}

/** The value of a policy of kind `roster`. */
export interface RosterPolicy {
  /** IANA name. */
  timeZone: string;
  shifts: Shift[];
  exceptions: RosterException[];
}

const MAX_SHIFTS = 200;
const MAX_EXCEPTIONS = 1_000;
const MAX_ON_SHIFT = 50;

const members = z.array(z.uuid('malformedId'), 'invalid').max(MAX_ON_SHIFT, 'tooManyMembers');
const instant = z.iso.datetime({ error: 'malformedMoment', offset: true });

const exceptions = z
  .array(z.strictObject({ from: instant, to: instant, memberIds: members }, 'invalid'), 'invalid')
  .max(MAX_EXCEPTIONS, 'tooManyExceptions')
  .superRefine((list, context) => {
    const inOrder = list
      .map(({ from, to }, i) => ({ from: Date.parse(from), to: Date.parse(to), i }))
      .sort((a, b) => a.from - b.from);
    let until = Number.NEGATIVE_INFINITY;
    for (const { from, to, i } of inOrder) {
      if (to <= from) context.addIssue({ code: 'custom', path: [i, 'to'], message: 'endsBeforeItBegins' });
      if (from < until) context.addIssue({ code: 'custom', path: [i, 'from'], message: 'exceptionsOverlap' });
      until = Math.max(until, to);
    }
  });

/** The messages are keys of the contract's catalogue. */
export const ROSTER_SHAPE: z.ZodType<RosterPolicy> = z.strictObject(
  {
    timeZone: z.string('invalid').refine(isTimeZone, 'unknownTimeZone'),
    shifts: z
      .array(
        z.strictObject(
          {
            weekday: z.literal([1, 2, 3, 4, 5, 6, 7], 'invalid'),
            from: TIME_SHAPE,
            to: END_SHAPE,
            memberIds: members.min(1, 'shiftNamesNobody'),
          },
          'invalid',
        ),
        'invalid',
      )
      .max(MAX_SHIFTS, 'tooManyShifts'),
    exceptions,
  },
  'invalid',
);

/** Ids of the members who are on duty at this moment, in the roster's order, each once; empty when nobody is. */
export function onDuty(roster: RosterPolicy, at: Date): string[] {
  const instant = at.getTime();
  return namedAt(roster.shifts, arrangedIn(roster, instant, instant + 1), instant, offsetAt(roster.timeZone, instant));
}

/** A stretch of time in which the same members are on duty. */
export interface Turn {
  from: Date;
  to: Date;
  /** Empty: nobody. */
  memberIds: string[];
}

/** Who is on duty from one moment to another, turn by turn, without a gap between the turns. */
export function turnsOf(roster: RosterPolicy, from: Date, to: Date): Turn[] {
  const [start, end] = [from.getTime(), to.getTime()];
  const arranged = arrangedIn(roster, start, end);
  const turns: Turn[] = [];
  for (const stretch of stretchesOf(roster.timeZone, start, end)) {
    for (const instant of changesIn(roster.shifts, arranged, stretch)) {
      const memberIds = namedAt(roster.shifts, arranged, instant, stretch.offset);
      const last = turns.at(-1);
      if (last !== undefined && last.memberIds.join() === memberIds.join()) continue;
      if (last !== undefined) last.to = new Date(instant);
      turns.push({ from: new Date(instant), to, memberIds });
    }
  }
  return turns;
}

interface Arranged {
  from: number;
  to: number;
  memberIds: string[];
}

/** What is arranged by date between two instants. */
function arrangedIn({ exceptions: all }: RosterPolicy, start: number, end: number): Arranged[] {
  const read = all.map(({ from, to, memberIds }) => ({ from: Date.parse(from), to: Date.parse(to), memberIds }));
  return read.filter(({ from, to }) => from < end && start < to);
}

/** Every instant of the stretch at which somebody else may be on duty, its first included, in order. */
function changesIn(shifts: readonly Shift[], arranged: readonly Arranged[], { from, to, offset }: Stretch): number[] {
  const minutes = [...new Set(shifts.flatMap((shift) => [minuteOf(shift.from), minuteOf(shift.to)]))];
  const instants = arranged.flatMap((one) => [one.from, one.to]);
  const last = Math.ceil((to + offset) / DAY_MS);
  for (let day = Math.floor((from + offset) / DAY_MS); day < last; day += 1) {
    instants.push(...minutes.map((minute) => day * DAY_MS + minute * MINUTE_MS - offset));
  }
  const within = instants.filter((instant) => from < instant && instant < to);
  return [...new Set([from, ...within])].sort((a, b) => a - b);
}

function namedAt(shifts: readonly Shift[], arranged: readonly Arranged[], instant: number, offset: number): string[] {
  const exception = arranged.find(({ from, to }) => from <= instant && instant < to);
  if (exception !== undefined) return [...new Set(exception.memberIds)];
  const local = instant + offset;
  const day = Math.floor(local / DAY_MS);
  const minute = (local - day * DAY_MS) / MINUTE_MS;
  return [...new Set(shifts.filter((shift) => runs(shift, day, minute)).flatMap(({ memberIds }) => memberIds))];
}

/** Whether the roster's clock shows a time of this shift, be it of today's or of what is left of yesterday's. */
function runs(shift: Shift, day: number, minute: number): boolean {
  const [from, to] = [minuteOf(shift.from), minuteOf(shift.to)];
  const today = weekdayOf(day) === shift.weekday;
  if (from < to) return today && from <= minute && minute < to;
  return (today && from <= minute) || (weekdayOf(day - 1) === shift.weekday && minute < to);
}
