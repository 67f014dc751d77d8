/** A duty roster as a form, and back: the turns of a week, and what is arranged by date. Pure, for tests. */
import { instantOf, localOf } from '../../fields/moment.ts';
import { listOf, listText } from '../form-list.ts';
import type { Row } from '../form-list.ts';
import type { Person } from '../people-documents.ts';
import type { Fields, PolicyValue, PolicyValueInput } from '../policy-form.ts';

export type RosterValue = Extract<PolicyValue, { __typename: 'RosterPolicy' }>;
export type RosterInput = Extract<PolicyValueInput, { roster: object }>['roster'];

export interface ShiftRow extends Row {
  /** 1 is Monday. */
  weekday: number;
  from: string;
  to: string;
  members: Person[];
}

export interface ExceptionRow extends Row {
  /** What a `datetime-local` field holds, in the time of the person's device. */
  from: string;
  to: string;
  members: Person[];
}

export function rosterFields({ timeZone, shifts, exceptions }: RosterValue): Fields {
  return {
    timeZone,
    shifts: listText(shifts.map((shift) => ({ ...shift, members: [...shift.members] }))),
    exceptions: listText(
      exceptions.map(({ from, to, members }) => ({ from: localOf(from), to: localOf(to), members: [...members] })),
    ),
  };
}

export const shiftsOf = (fields: Fields): ShiftRow[] => listOf<ShiftRow>(fields, 'shifts');
export const exceptionsOf = (fields: Fields): ExceptionRow[] => listOf<ExceptionRow>(fields, 'exceptions');

/** What the form says. A moment that is none is said as the beginning of time, which ends before it begins. */
export function rosterInput(fields: Fields): RosterInput {
  const ids = (members: readonly Person[]) => members.map(({ id }) => id);
  return {
    timeZone: String(fields['timeZone'] ?? ''),
    shifts: shiftsOf(fields).map(({ weekday, from, to, members }) => ({
      weekday,
      from: from.trim(),
      to: to.trim(),
      members: ids(members),
    })),
    exceptions: exceptionsOf(fields).map(({ from, to, members }) => ({
      from: instantOf(from) ?? NO_MOMENT,
      to: instantOf(to) ?? NO_MOMENT,
      members: ids(members),
    })),
  };
}

const NO_MOMENT = '1970-01-01T00:00:00.000Z';

/** A shift like the one above it on the day after, or an office day on Monday. */
export function newShift(above: ShiftRow | undefined): Omit<ShiftRow, 'id'> {
  if (above === undefined) return { weekday: 1, from: '09:00', to: '18:00', members: [] };
  return { weekday: (above.weekday % 7) + 1, from: above.from, to: above.to, members: [...above.members] };
}
