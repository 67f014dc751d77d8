import type { Translate } from '../../i18n/translate.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** A length of time (ms) in one unit, for a glance: 「3 天」, `18 h`. */
export function coarseAge(ms: number, t: Translate): string {
  if (ms < HOUR) return t('board.age.minutes', { n: Math.max(0, Math.floor(ms / MINUTE)) });
  if (ms < DAY) return t('board.age.hours', { n: Math.floor(ms / HOUR) });
  if (ms < YEAR) return t('board.age.days', { n: Math.floor(ms / DAY) });
  return t('board.age.years', { n: Math.floor(ms / YEAR) });
}
