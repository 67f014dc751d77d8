/**
 * Words of meetings that belong to no one complaint, or to another one, may name whoever complained on the agenda. Shown,
 * they are masked by what is known of the customer, which an erasure takes away: so it masks them for good before. A series
 * may be about somebody whose complaint none of its meetings had: each is looked through for their name and numbers.
 */
import type { TableRows } from '../events/tables.ts';
import { loadMeetingWords, loadSeriesWords } from '../reads/personal-rows.ts';
import { maskText } from '../rules/mask.ts';
import type { KnownPerson } from '../rules/mask.ts';
import type { ActionContext } from './context.ts';
import type { Draft } from './draft.ts';

/** Masks the person in everything that was written at meetings over these complaints, and in series that name them, as a part of the draft. */
export async function maskInMeetings(
  { db }: ActionContext,
  draft: Draft,
  person: KnownPerson,
  complaintIds: readonly string[],
): Promise<void> {
  const { meetings, steps, topics, series, dates } = await loadMeetingWords(
    db,
    complaintIds,
    await seriesThatName(db, person),
  );
  for (const meeting of meetings) {
    const row: TableRows['meeting'] = {
      ...meeting,
      name: withoutThem(meeting.name, person),
      purpose: withoutThem(meeting.purpose, person),
    };
    if (row.name !== meeting.name || row.purpose !== meeting.purpose) draft.blank('meeting', row);
  }
  for (const one of series) {
    const masked = {
      name: withoutThem(one.name, person),
      purpose: withoutThem(one.purpose, person),
      standingItems: one.standingItems.map((item) => withoutThem(item, person)),
    };
    const isNamed = masked.name !== one.name || masked.purpose !== one.purpose;
    if (isNamed || masked.standingItems.some((item, i) => item !== one.standingItems[i]))
      draft.blank('meeting_series', { ...one, ...masked, revision: one.revision + 1 });
  }
  for (const date of dates) {
    const reason = date.reason && withoutThem(date.reason, person);
    if (reason !== date.reason) draft.blank('meeting_date', { ...date, reason });
  }
  for (const step of steps) {
    const masked = wordsWithoutThem(step, person);
    if (masked !== null) draft.blank('meeting_step', { ...step, ...masked });
  }
  for (const topic of topics) {
    const masked = wordsWithoutThem(topic, person);
    if (masked !== null) draft.blank('meeting_topic', { ...topic, ...masked, revision: topic.revision + 1 });
  }
}

/** The ids of the series whose words, or what was said about their dates, name the person. */
async function seriesThatName(db: ActionContext['db'], person: KnownPerson): Promise<string[]> {
  const { series, dates } = await loadSeriesWords(db);
  const isNamed = (text: string) => withoutThem(text, person) !== text;
  return [
    ...series.filter(({ name, purpose, standingItems }) => [name, purpose, ...standingItems].some(isNamed)),
    ...dates.filter(({ reason }) => reason !== null && isNamed(reason)).map(({ seriesId }) => ({ id: seriesId })),
  ].map(({ id }) => id);
}

interface Words {
  text: string | null;
  note: string | null;
}

/** Null where nothing names them. */
function wordsWithoutThem({ text, note }: Words, person: KnownPerson): Words | null {
  const masked = { text: text && withoutThem(text, person), note: note && withoutThem(note, person) };
  return masked.text === text && masked.note === note ? null : masked;
}

/** The text masked where it names them, and as it was written where it does not. */
function withoutThem(text: string, person: KnownPerson): string {
  const masked = maskText(text, person);
  return masked === maskText(text) ? text : masked;
}
