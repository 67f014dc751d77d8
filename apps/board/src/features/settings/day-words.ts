/** Days of a calendar in words. They belong to no time zone: they are counted in UTC to be written. */
import type { Locale } from '../../i18n/locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale}${JSON.stringify(options)}`;
  const known = formats.get(id) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  formats.set(id, known);
  return known;
}

/** `2026-10-01` as 「10月1日周四」, `Thu 1 Oct`; with the year where it is not plain. */
export function dayWords(day: string, locale: Locale, withYear = false): string {
  const parts = { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const;
  return format(locale, withYear ? { year: 'numeric', ...parts } : parts).format(Date.parse(day));
}

/** The month of `2026-10` as 「10月」, `Oct`. */
export function monthWords(year: number, month: number, locale: Locale): string {
  return format(locale, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1));
}

/** A moment on the clocks of a zone: day, weekday and minute. */
export function momentIn(timeZone: string | undefined, at: string, locale: Locale): string {
  const parts = { month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return format(locale, { year: 'numeric', ...parts, hourCycle: 'h23', timeZone }).format(Date.parse(at));
}

/** The day of a moment in a zone: `2026-10-01`. */
export function dayIn(timeZone: string | undefined, at: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const said = new Intl.DateTimeFormat('en', { ...parts, timeZone }).formatToParts(Date.parse(at));
  const part = (type: string) => said.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The clock of a moment in a zone: `09:30`. */
export function clockIn(timeZone: string | undefined, at: string, locale: Locale): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(Date.parse(at));
}
