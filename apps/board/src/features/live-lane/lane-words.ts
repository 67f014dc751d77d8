import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { LaneItem } from '../../live/live-lane.ts';

/** What an item of the lane says: the case, or how many of them, and whom it concerns. */
export function laneWords({ kind, department, cards }: LaneItem, t: Translate, locale: Locale): string {
  const name = department === null ? t('unit.unrouted') : locale === 'en' ? department.nameEn : department.shortName;
  const [first] = cards;
  if (cards.length === 1 && first !== undefined) {
    return t(`liveLane.one.${kind}`, { number: first.number, department: name });
  }
  return t(`liveLane.many.${kind}`, { n: cards.length, department: name });
}
