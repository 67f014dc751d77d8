/**
 * Times as people write them: `MM/dd/yyyy`, `yyyy年M月d日 HH:mm`. Letters stand for digits, anything else for itself. A
 * date alone means noon of its day, so that it is the same day for most of the world.
 */
import { RowFault } from './row-fault.ts';
import { asUtc, momentOfWallClock } from './time-zone.ts';
import type { WallClock } from './time-zone.ts';

/** A pattern of digits for each letter group, longest first. `SSS` milliseconds, `a` am or pm, `XXX` Z or +08:00. */
const GROUPS = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<half>\\d{2})',
  h: '(?<half>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<milli>\\d{3})',
  XXX: '(?<offset>Z|[+-]\\d{2}:\\d{2})',
  a: '(?<meridiem>[AaPp][Mm])',
} as const;

const TOKENS = /yyyy|MM?|dd?|HH?|hh?|mm|ss|SSS|XXX|a(?![a-z])|[^A-Za-z]|T/g;
const OLDEST_YEAR = 1900;

export interface DateFormat {
  /** Without a time of day: the moment is a stand-in for the whole day. */
  isDateOnly: boolean;
  /** The moment; null when the text is not of this format; throws a RowFault that says why the date can't be. */
  parse(text: string): Date | null;
}

/** @throws Error that says what is wrong with the format. */
export function compileDateFormat(source: string, zone: string): DateFormat {
  const tokens = source.match(TOKENS) ?? [];
  if (tokens.join('') !== source) throw new Error(`"${source}" is no date format`);
  const pattern = new RegExp(`^${tokens.map(patternOf).join('')}$`);
  for (const part of ['year', 'month', 'day']) {
    if (!pattern.source.includes(`<${part}>`)) throw new Error(`"${source}" has no ${part}`);
  }
  if (pattern.source.includes('<half>') !== pattern.source.includes('<meridiem>'))
    throw new Error(`"${source}" needs both h and a`);
  const isDateOnly = !/<(hour|half)>/.test(pattern.source);
  return { isDateOnly, parse: (text) => momentOf(pattern.exec(text)?.groups, isDateOnly, zone) };
}

function patternOf(token: string): string {
  return token in GROUPS
    ? GROUPS[token as keyof typeof GROUPS]
    : token.replace(/[^A-Za-z0-9\s]/g, '\\$&').replace(/\s/g, '\\s+');
}

function momentOf(
  found: Record<string, string | undefined> | undefined,
  isDateOnly: boolean,
  zone: string,
): Date | null {
  if (found === undefined) return null;
  const number = (name: string) => Number(found[name] ?? 0);
  const [year, month, day] = [number('year'), number('month'), number('day')];
  if (year < OLDEST_YEAR) throw new RowFault('is too long ago');
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) throw new RowFault('is no day of the calendar');
  const hour = isDateOnly
    ? 12
    : found['half'] === undefined
      ? number('hour')
      : hourOf(number('half'), found['meridiem']);
  const wall: WallClock = {
    year,
    month,
    day,
    hour,
    minute: number('minute'),
    second: number('second'),
    milli: number('milli'),
  };
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 59) throw new RowFault('is no time of day');
  return found['offset'] === undefined
    ? momentOfWallClock(wall, zone)
    : new Date(asUtc(wall) - offsetMs(found['offset']));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Of a clock with twelve hours: 12 am is midnight. More than 12 is no hour of it. */
function hourOf(half: number, meridiem: string | undefined): number {
  if (half < 1 || half > 12) return 24;
  return (half % 12) + (meridiem?.toLowerCase() === 'pm' ? 12 : 0);
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
