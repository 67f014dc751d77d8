/**
 * Words of meetings that belong to no one complaint, or to another one, may name whoever complained on the agenda. Shown,
 * they are masked by what is known of the customer, which an erasure takes away: so it masks them for good before.
 */
import type { TableRows } from '../events/tables.ts';
import { loadMeetingWords } from '../reads/personal-rows.ts';
import { maskText } from '../rules/mask.ts';
import type { KnownPerson } from '../rules/mask.ts';
import type { ActionContext } from './context.ts';
import type { Draft } from './draft.ts';

/** Masks the person in everything that was written at meetings over these complaints, as a part of the draft. */
export async function maskInMeetings(
  { db }: ActionContext,
  draft: Draft,
  person: KnownPerson,
  complaintIds: readonly string[],
): Promise<void> {
  const { meetings, steps } = await loadMeetingWords(db, complaintIds);
  for (const meeting of meetings) {
    const row: TableRows['meeting'] = {
      ...meeting,
      name: withoutThem(meeting.name, person),
      purpose: withoutThem(meeting.purpose, person),
    };
    if (row.name !== meeting.name || row.purpose !== meeting.purpose) draft.blank('meeting', row);
  }
  for (const step of steps) {
    const text = step.text && withoutThem(step.text, person);
    const note = step.note && withoutThem(step.note, person);
    if (text !== step.text || note !== step.note) draft.blank('meeting_step', { ...step, text, note });
  }
}

/** The text masked where it names them, and as it was written where it does not. */
function withoutThem(text: string, person: KnownPerson): string {
  const masked = maskText(text, person);
  return masked === maskText(text) ? text : masked;
}
