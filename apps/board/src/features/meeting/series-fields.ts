/** A series as its form holds it: every field a text, so that what is typed is kept as a draft. Pure, for tests. */
import type { Translate } from '../../i18n/translate.ts';
import type { SeriesView } from './meeting-documents.ts';

export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function fieldsOf(series: SeriesView | null) {
  return {
    /** The revision that it was typed on. */
    base: String(series?.revision ?? 0),
    name: series?.name ?? '',
    purpose: series?.purpose ?? '',
    memberIds: series?.members.map(({ id }) => id).join(' ') ?? '',
    standing: series?.standingItems.join('\n') ?? '',
    itemMinutes: String(series?.itemMinutes ?? 5),
    weekday: String(series?.rhythm?.weekday ?? 0),
    startsAt: timeOf(series?.rhythm?.startsAt ?? 570),
    remindMinutes: String(series?.remindMinutes ?? 30),
  };
}

export type SeriesFields = ReturnType<typeof fieldsOf>;
type Field = Exclude<keyof SeriesFields, 'base'>;

const LABELS = {
  name: 'meeting.name',
  purpose: 'meeting.purpose',
  memberIds: 'meeting.members',
  standing: 'meeting.standing',
  itemMinutes: 'meeting.itemMinutes',
  weekday: 'meeting.weekday',
  startsAt: 'meeting.startsAt',
  remindMinutes: 'meeting.remindMinutes',
} as const;

/** Where the series says something else than what was typed, and what it says, in words. */
export function differing(
  series: SeriesView,
  typed: SeriesFields,
  t: Translate,
): { field: Field; label: string; words: string; value: string }[] {
  const now = fieldsOf(series);
  const day = WEEKDAYS.find((one) => String(one) === now.weekday) ?? 0;
  const spoken: Partial<Record<Field, string>> = {
    memberIds: series.members.map(({ name }) => name).join(t('common.comma')),
    standing: series.standingItems.join(t('common.comma')),
    weekday: t(`meeting.weekday.${day}`),
  };
  return (Object.keys(LABELS) as Field[])
    .filter((field) => now[field] !== typed[field].trim())
    .map((field) => ({ field, label: t(LABELS[field]), words: spoken[field] ?? now[field], value: now[field] }));
}
