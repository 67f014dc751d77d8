/** A new duty in a draft: its row, its clock, its department's sight; what giving by hand and from a template share. */
import { uuidv7 } from 'uuidv7';
import { grant } from './access.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import type { TableRows } from '../events/tables.ts';
import type { EventDraft } from '../events/types.ts';

export interface NewDuty {
  departmentId: string;
  ownerId: string | null;
  what: string;
  whatEn: string | null;
  templateKey: string | null;
  givenById: string | null;
  /** When it is due: a moment, minutes in the department's hours, or (null) whenever. */
  due: { at: Date } | { minutes: number } | null;
}

/** Puts the duty on the list; `told` takes its event. Gives the duty's id. */
export function putDuty(draft: Draft, duty: NewDuty, told: (event: EventDraft) => void): string {
  const { due, ...facts } = duty;
  const id = uuidv7();
  const row: TableRows['duty'] = {
    id,
    complaintId: draft.complaint.id,
    round: draft.complaint.round,
    ...facts,
    dueAt: startClock(draft, id, duty.departmentId, due),
    givenAt: draft.at,
    doneById: null,
    doneAt: null,
    waivedById: null,
    waivedAt: null,
    endNote: null,
  };
  draft.insert('duty', row);
  draft.openDuties = [...draft.openDuties, row];
  if (row.templateKey !== null) draft.templateKeys = [...draft.templateKeys, row.templateKey];
  grant(draft, 'DEPARTMENT', duty.departmentId, 'DUTY');
  told({ type: 'DutyGiven', payload: { dutyId: id, departmentId: duty.departmentId } });
  return id;
}

/** Its clock runs in the hours of its department. Gives the due time; null without one. */
function startClock(draft: Draft, subjectId: string, departmentId: string, due: NewDuty['due']): Date | null {
  if (due === null) return null;
  const clock = { subjectId, departmentId, startedAt: draft.at };
  if ('minutes' in due) return clocks.startWithin(draft, 'DUTY', clock, due.minutes * 60_000);
  clocks.startUntil(draft, 'DUTY', clock, due.at);
  return due.at;
}
