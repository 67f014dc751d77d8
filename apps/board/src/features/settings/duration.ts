/**
 * Lengths of time as people say them. Typed: `90m`, `1h30`, `1.5 h`, `2 小时`, `1 天`, a bare number for minutes. A day is
 * worth 24 hours on a clock that runs always, and a working day of its calendar on one that runs in somebody's hours.
 */
import type { Translate } from '../../i18n/translate.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Longest names first, so that `min` is not read as `m` and a rest. */
const UNITS: readonly (readonly [unit: 'm' | 'h' | 'd', names: string])[] = [
  ['d', '个?工作日|天|日|working days?|workdays?|days?|d'],
  ['h', '个?小时|个?钟头|时|hours?|hrs?|h'],
  ['m', '分钟|分|minutes?|mins?|m'],
];
const PART = new RegExp(`^\\s*(\\d+(?:[.,]\\d+)?)\\s*(?:(${UNITS.map(([, names]) => names).join(')|(')}))?`, 'iu');

/**
 * Whole minutes of what was typed; null when it is no length of time.
 *
 * @param day how many minutes a day is worth here.
 */
export function parseDuration(text: string, day = DAY): number | null {
  let rest = text.normalize('NFKC').trim();
  if (rest === '') return null;
  const worth = { d: day, h: HOUR, m: 1 };
  let minutes = 0;
  // What a bare number means follows from what stands before it: minutes after hours (1h30), else minutes by themselves.
  let before: 'm' | 'h' | 'd' | null = null;
  while (rest !== '') {
    const found = PART.exec(rest);
    if (found === null) return null;
    const named = UNITS.findIndex((_, i) => found[i + 2] !== undefined);
    const unit: 'm' | 'h' | 'd' = named === -1 ? 'm' : UNITS[named]![0];
    if (named === -1 && before !== null && before !== 'h') return null;
    if (before !== null && worth[unit] >= worth[before]) return null;
    minutes += Number(found[1]!.replace(',', '.')) * worth[unit];
    before = unit;
    rest = rest.slice(found[0].length).replace(/^[\s,，、和]+/, '');
  }
  const whole = Math.round(minutes);
  return Math.abs(whole - minutes) < 1e-6 ? whole : null;
}

/** Minutes in words: 「1 天 12 小时」, `1 d 12 h`. `days`: whether a day of 24 hours is a word for them. */
export function durationText(minutes: number, t: Translate, days = true): string {
  const d = days ? Math.floor(minutes / DAY) : 0;
  const h = Math.floor((minutes - d * DAY) / HOUR);
  const m = minutes - d * DAY - h * HOUR;
  const parts = [
    d > 0 && t('settings.duration.days', { n: d }),
    h > 0 && t('settings.duration.hours', { n: h }),
    (m > 0 || minutes === 0) && t('settings.duration.minutes', { n: m }),
  ];
  return parts.filter(Boolean).join(' ');
}
