/** Quiet hours (docs/SPEC.md, CAL15): the time of day in which somebody does not want to be disturbed. */
import { z } from 'zod';
import { isOpenAt, nextOpening } from './hours.ts';
import type { Hours } from './hours.ts';
import { minuteOf, TIME_SHAPE } from './span-text.ts';
import { isTimeZone } from './zone.ts';

export interface QuietHours {
  /** 'HH:mm' of the local clock; the first quiet minute. */
  from: string;
  /** 'HH:mm' of the local clock; no longer quiet. Earlier than `from`: on the next day. */
  to: string;
  /** IANA name. */
  timeZone: string;
}

/** The messages are keys of the contract's catalogue. Null: never quiet. */
export const QUIET_HOURS_SHAPE: z.ZodType<QuietHours | null> = z
  .strictObject(
    {
      from: TIME_SHAPE,
      to: TIME_SHAPE,
      timeZone: z
        .string({ error: ({ input }) => (input === null ? 'required' : 'invalid') })
        .refine(isTimeZone, 'unknownTimeZone'),
    },
    'invalid',
  )
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'quietWithoutEnd' })
  .nullable();

/** Whether it is quiet at this moment. */
export function isQuiet(quiet: QuietHours | null, at: Date): boolean {
  return quiet !== null && !isOpenAt(outside(quiet), at);
}

/** `at` itself when it is not quiet, else the moment at which the quiet hours end. */
export function afterQuietHours(quiet: QuietHours | null, at: Date): Date {
  return quiet === null ? at : nextOpening(outside(quiet), at);
}

/** Most members keep the same few quiet hours. */
const MAX_KEPT = 500;
const kept = new Map<string, Hours>();

/** The time that is not quiet, as hours. */
function outside({ from, to, timeZone }: QuietHours): Hours {
  const id = `${timeZone} ${from} ${to}`;
  const known = kept.get(id);
  if (known !== undefined) return known;
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  const spans =
    begin < end
      ? [
          { from: 0, to: begin },
          { from: end, to: 1_440 },
        ]
      : [{ from: end, to: begin }];
  const hours: Hours = { id, timeZone, spansOn: () => spans };
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(id, hours);
  return hours;
}
