/** A series as its form holds it: every field a text, so that what is typed is kept as a draft. Pure, for tests. */
import type { Translate } from '../../i18n/translate.ts';
import { namesList } from '../fields/colleagues-select.tsx';
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

/** What of it is sent: the fields of these names, and no other, so that nothing is taken back that a colleague wrote. */
export function inputOf(fields: SeriesFields, named: ReadonlySet<string>, timeZone: string) {
  const weekday = Number(fields.weekday);
  const lines = fields.standing.split('\n').map((line) => line.trim());
  const rhythm = weekday === 0 ? null : { weekday, startsAt: minutesOf(fields.startsAt), timeZone };
  return {
    ...(named.has('name') && { name: fields.name.trim() }),
    ...(named.has('purpose') && { purpose: fields.purpose.trim() }),
    ...(named.has('memberIds') && { memberIds: namesList(fields.memberIds) }),
    ...(named.has('standing') && { standingItems: lines.filter((line) => line !== '') }),
    ...(named.has('itemMinutes') && { itemMinutes: Number(fields.itemMinutes) }),
    ...((named.has('weekday') || named.has('startsAt')) && { rhythm }),
    ...(named.has('remindMinutes') && { remindMinutes: Number(fields.remindMinutes) }),
  };
}

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

/** Where somebody else changed what was typed, to something else, and what the series says there, in words. */
export function differing(
  series: SeriesView,
  typed: Partial<SeriesFields>,
  /** What it said when it was typed; null: nobody knows. */
  before: SeriesFields | null,
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
    .filter(
      (field) => typed[field] !== undefined && now[field] !== typed[field].trim() && now[field] !== before?.[field],
    )
    .map((field) => ({ field, label: t(LABELS[field]), words: spoken[field] ?? now[field], value: now[field] }));
}
