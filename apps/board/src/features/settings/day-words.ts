/** Days of a calendar in words. They belong to no time zone: they are counted in UTC to be written. */
import type { Locale } from '../../i18n/locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale}${JSON.stringify(options)}`;
  const known = formats.get(id) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  formats.set(id, known);
  return known;
}

/** `2026-10-01` as 「10月1日周四」, `Thu 1 Oct`. */
export function dayWords(day: string, locale: Locale): string {
  return format(locale, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(Date.parse(day));
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

/** The clock of a moment in a zone: `09:30`. */
export function clockIn(timeZone: string | undefined, at: string, locale: Locale): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(Date.parse(at));
}
