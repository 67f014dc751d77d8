/** How the minutes stand: confirmed by whom, or who may confirm them. Pure, for the page and for Markdown. */
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { fullTime } from '../../ui/time.ts';
import type { MeetingView } from './meeting-documents.ts';

export type Standing = Pick<MeetingView, 'confirmedAt' | 'confirmedBy' | 'host' | 'presenter'>;

/** One line. Who can't sign in any more confirms nothing: it names who may instead (docs/SPEC.md, ME14). */
export function minutesStanding(meeting: Standing, t: Translate, locale: Locale): string {
  const { confirmedAt, confirmedBy, host, presenter } = meeting;
  if (confirmedAt !== null)
    return t('minutes.confirmed', { name: confirmedBy?.name ?? '', at: fullTime(confirmedAt, locale) });
  const confirms = [host, presenter].find((one) => one?.isActive);
  return confirms ? t('minutes.unconfirmed', { name: confirms.name }) : t('minutes.unconfirmedLeft');
}
