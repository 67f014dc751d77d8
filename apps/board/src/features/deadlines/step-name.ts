import type { Locale } from '../../i18n/locale.ts';
import { clockTime } from '../../ui/time.ts';
import type { Reach, Step } from './time-line.ts';

/** A step of the line in words: short for the axis, whole for a heading. Days by name, hours and minutes by the clock. */
export function stepName({ from, to }: Step, reach: Reach, locale: Locale): { tick: string; whole: string } {
  if (reach !== 'week') {
    const tick = clockTime(from, locale);
    return { tick, whole: `${tick}–${clockTime(to, locale)}` };
  }
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(from);
  return {
    tick: words({ weekday: 'short', day: 'numeric' }),
    whole: words({ weekday: 'long', month: 'long', day: 'numeric' }),
  };
}
