/** The head of the minutes: when, who led, who was there. Pure, for the page and for Markdown. */
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { clockTime } from '../../ui/time.ts';
import { attendanceNames } from './attendance.ts';
import { complaintTold, itemName } from './item-name.ts';
import type { MeetingItemView, MeetingView } from './meeting-documents.ts';

/** Term and fact. Where nobody was named, nobody was missing. */
export function minutesFacts(meeting: MeetingView, t: Translate, locale: Locale): [string, string][] {
  const { startedAt, endedAt, host, presenter } = meeting;
  const { expected, attended, absent } = attendanceNames(meeting, t);
  const list = (some: readonly string[]) => (some.length === 0 ? t('minutes.nobody') : some.join(t('common.comma')));
  return [
    [t('minutes.when'), meetingTime(startedAt, endedAt, locale)],
    [t('minutes.host'), host?.name ?? ''],
    [t('minutes.presenter'), presenter?.name ?? ''],
    ...(expected.length === 0 ? [] : [[t('minutes.expected'), list(expected)] satisfies [string, string]]),
    [t('minutes.attended'), list(attended)],
    ...(expected.length === 0 ? [] : [[t('minutes.absent'), list(absent)] satisfies [string, string]]),
  ];
}

/** The day, named again only where it ended on another one: 「2026年11月22日周日 09:30 – 10:05」. */
function meetingTime(startedAt: string, endedAt: string | null, locale: Locale): string {
  const options = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' } as const;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  const [begunOn, endedOn] = [startedAt, endedAt ?? startedAt].map((at) => format.format(new Date(at)));
  const begun = `${begunOn} ${clockTime(startedAt, locale)}`;
  if (endedAt === null) return begun;
  const ended = clockTime(endedAt, locale);
  return `${begun} – ${endedOn === begunOn ? ended : `${endedOn} ${ended}`}`;
}

/** What was talked about, and what the meeting did not come to. */
export function reachedItems(items: readonly MeetingItemView[]): Record<'reached' | 'left', MeetingItemView[]> {
  const isReached = ({ spentSeconds, outcome, decisions, done }: MeetingItemView) =>
    spentSeconds > 0 || outcome !== null || decisions.length > 0 || done.length > 0;
  return { reached: items.filter(isReached), left: items.filter((item) => !isReached(item)) };
}

/** The names of what it did not come to; how many are out of sight in one line. */
export function leftNames(left: readonly MeetingItemView[], t: Translate): string[] {
  const isHidden = (item: MeetingItemView) => item.isComplaint && complaintTold(item) === null;
  const n = left.filter(isHidden).length;
  const named = left.filter((item) => !isHidden(item)).map((item) => itemName(item, t));
  return n === 0 ? named : [...named, t('minutes.leftHidden', { n })];
}
