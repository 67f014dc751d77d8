/**
 * How the board says times (board.md, rule 5): relative within a day, absolute beyond it and on hover. `now` is always
 * the server's clock (src/live/server-clock.ts), in milliseconds since 1970; none of this reads the computer's.
 */
import type { Locale } from '../i18n/locale.ts';
import type { Translate } from '../i18n/translate.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const pad = (n: number) => String(n).padStart(2, '0');

type Parts = { unit: 'seconds' | 'minutes' | 'hours' | 'days'; values: Record<string, string | number> };

/** Splits a length of time (ms, not negative) into the two figures that are worth reading. */
function parts(ms: number): Parts {
  if (ms < MINUTE) return { unit: 'seconds', values: { s: Math.floor(ms / SECOND) } };
  if (ms < HOUR) return { unit: 'minutes', values: { m: Math.floor(ms / MINUTE) } };
  if (ms < DAY)
    return { unit: 'hours', values: { h: Math.floor(ms / HOUR), mm: pad(Math.floor((ms % HOUR) / MINUTE)) } };
  return { unit: 'days', values: { d: Math.floor(ms / DAY), h: Math.floor((ms % DAY) / HOUR) } };
}

/** 「还有 12 分钟」 before `dueAt`, 「超时 1 小时 05 分」 after it. */
export function countdown(dueAt: string | number, now: number, t: Translate): string {
  const left = toMs(dueAt) - now;
  const { unit, values } = parts(Math.abs(left));
  return left >= 0 ? t(`time.left.${unit}`, values) : t(`time.over.${unit}`, values);
}

/** The same for little room: `12:34` (minutes and seconds) within an hour, hours and minutes within a day, then days; signed. */
export function shortCountdown(dueAt: string | number, now: number, t: Translate): string {
  const left = toMs(dueAt) - now;
  const ms = Math.abs(left);
  const sign = left < 0 ? '+' : '';
  if (ms < HOUR) return `${sign}${pad(Math.floor(ms / MINUTE))}:${pad(Math.floor((ms % MINUTE) / SECOND))}`;
  if (ms < DAY) {
    return `${sign}${t('time.short.hours', { h: Math.floor(ms / HOUR), mm: pad(Math.floor((ms % HOUR) / MINUTE)) })}`;
  }
  return `${sign}${t('time.short.days', { d: Math.floor(ms / DAY) })}`;
}

/** A length of time (ms): 「18 分钟」, `2 h 05 min`. */
export function span(ms: number, t: Translate): string {
  const { unit, values } = parts(Math.max(0, ms));
  return t(`time.span.${unit}`, values);
}

/** 「5 分钟前」 within a day, then the date; never "in the future" for a clock that is a second off. */
export function timeAgo(at: string | number, now: number, t: Translate, locale: Locale): string {
  const ms = now - toMs(at);
  if (ms < MINUTE) return t('time.ago.now');
  if (ms < HOUR) return t('time.ago.minutes', { m: Math.floor(ms / MINUTE) });
  if (ms < DAY) return t('time.ago.hours', { h: Math.floor(ms / HOUR) });
  return shortDate(at, locale);
}

/** Whole days since the complaint came in, counted as people do: the first day is day 1. */
export function openDay(receivedAt: string | number, now: number): number {
  return Math.max(0, Math.floor((now - toMs(receivedAt)) / DAY)) + 1;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale}${JSON.stringify(options)}`;
  let known = formats.get(id);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
    formats.set(id, known);
  }
  return known;
}

/** The whole moment, for hover and for what must be exact. */
export function fullTime(at: string | number, locale: Locale): string {
  return format(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(toMs(at));
}

/** Day and minute: 「11月6日 14:20」. */
export function shortDate(at: string | number, locale: Locale): string {
  return format(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(toMs(at));
}

/** A day with its weekday, and the hour: for what is agreed upon. */
export function agreedTime(at: string | number, locale: Locale): string {
  return format(locale, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(toMs(at));
}

/** Hours and minutes: `14:20`. */
export function clockTime(at: string | number, locale: Locale): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(toMs(at));
}

/** How urgently a deadline should look. `breached` only ever means: the server has published the breach. */
export type DeadlineTone = 'calm' | 'soon' | 'breached';

/** Amber from a quarter of the allowance, or an hour, before the end; red only once the breach is published. */
export function deadlineTone(
  deadline: { startedAt: string; dueAt: string; isBreached: boolean },
  now: number,
): DeadlineTone {
  if (deadline.isBreached) return 'breached';
  const due = toMs(deadline.dueAt);
  const allowance = due - toMs(deadline.startedAt);
  const left = due - now;
  return left <= allowance * 0.25 || left <= Math.min(HOUR, allowance * 0.5) ? 'soon' : 'calm';
}

/** The share of a deadline's allowance that is used up, 0 to 1. */
export function usedShare(deadline: { startedAt: string; dueAt: string }, now: number): number {
  const started = toMs(deadline.startedAt);
  const allowance = toMs(deadline.dueAt) - started;
  return allowance <= 0 ? 1 : Math.min(1, Math.max(0, (now - started) / allowance));
}

function toMs(at: string | number): number {
  return typeof at === 'number' ? at : Date.parse(at);
}
