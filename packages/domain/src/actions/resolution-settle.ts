/** What an answer does to a resolution, whoever gave it (docs/SPEC.md, RS11–RS14): steps that several actions share. */
import { isAnswerable } from '../rules/resolution.ts';
import { climbByHand } from './climb.ts';
import type { Draft } from './draft.ts';
import { addPromise } from './promise-make.ts';
import { actorId, putResolution, settled, withdrawOthers } from './resolution-rows.ts';
import type { Resolution } from './resolution-rows.ts';

/** Refuses an answer to what was not offered, was answered before, or can't be answered any more. */
export function requireAnswerable(draft: Draft, resolution: Resolution): void {
  if (isAnswerable(resolution, draft.at)) return;
  throw settled(draft.complaint.id, resolution.id, resolution.state === 'OFFERED');
}

export interface Agreement {
  /** Whose yes it was. */
  by: 'CUSTOMER' | 'COMPANY';
  note: string | null;
  /** By when it will be carried out; it becomes a promise. Null: as it was offered. */
  carryOutBy: Date | null;
}

/** Both sides agree: the other options are off the table, and a date is a promise with a clock of its own. */
export function agree(draft: Draft, resolution: Resolution, { by, note, carryOutBy }: Agreement): Resolution {
  withdrawOthers(draft, resolution);
  const offered = resolution.carryOutBy;
  const due = carryOutBy ?? (offered !== null && offered > draft.at ? offered : null);
  const answered = { answeredAt: draft.at, answerNote: note, answeredById: actorId(draft) };
  draft.emit({ type: 'ResolutionAnswered', payload: { resolutionId: resolution.id, accepted: true, by } });
  const what = resolution.what ?? '';
  const promiseId = due === null || what === '' ? null : addPromise(draft, { what, dueAt: due }, () => ['carryOutBy']);
  return putResolution(draft, { ...resolution, state: 'ACCEPTED', ...answered, carryOutBy: due, promiseId });
}

/**
 * The customer says no. Where no other option stands and nothing is agreed on, the complaint is escalated: the company
 * is at the end of what it offered.
 */
export function refuseByCustomer(draft: Draft, resolution: Resolution, words: string | null): void {
  const answered = { answeredAt: draft.at, answerNote: words, answeredById: actorId(draft) };
  putResolution(draft, { ...resolution, state: 'REFUSED', ...answered });
  const payload = { resolutionId: resolution.id, accepted: false, by: 'CUSTOMER' } as const;
  draft.emit({ type: 'ResolutionAnswered', payload });
  const hopeful = draft.resolutions.some((one) => one.state === 'ACCEPTED' || isAnswerable(one, draft.at));
  if (!hopeful) climbByHand(draft, draft.note('REASON', words));
}
