/** Promises the customer something by a time (docs/SPEC.md, PM1–PM3). */
import { uuidv7 } from 'uuidv7';
import { limits } from '../reads/policy-values.ts';
import { dueProblem } from '../rules/due.ts';
import { memberIdOf } from './audit.ts';
import { loadCase } from './case.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';
import type { TableRows } from '../events/tables.ts';

export interface PromiseMakeInput {
  complaintId: string;
  /** What the customer was promised. */
  what: string;
  dueAt: Date;
}

/** The promise has a clock of its own, which stands still on hold like the customer's other clocks. */
export function promiseMake(ctx: ActionContext, input: PromiseMakeInput): Promise<ActionResult> {
  return perform(ctx, 'promiseMake', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requirePermission(ctx, opened, 'promise');
    const draft = Draft.of(ctx, opened);
    const promiseId = addPromise(draft, input, (field) => [field ?? 'complaintId']);
    return { draft, outcome: { complaintId: draft.complaint.id, promiseId } };
  });
}

/** A promise as a part of a change; its id. `at` names the input field of what is wrong, null for the whole. */
export function addPromise(
  draft: Draft,
  { what: said, dueAt }: { what: string; dueAt: Date },
  at: (field: 'what' | 'dueAt' | null) => string[],
): string {
  const { complaint } = draft;
  const what = said.trim();
  if (what === '') throw invalid(at('what'), 'required');
  const problem = dueProblem(draft.at, dueAt);
  if (problem !== null) throw invalid(at('dueAt'), problem);
  const max = limits(draft.ctx.directory).openPromises;
  if (draft.openPromises.length >= max) throw invalid(at(null), 'tooManyOpenPromises', { max });

  const promise: TableRows['promise'] = {
    id: uuidv7(),
    complaintId: complaint.id,
    round: complaint.round,
    state: 'OPEN',
    what,
    dueAt,
    madeById: memberIdOf(draft.ctx.principal),
    madeAt: draft.at,
    endedById: null,
    endedAt: null,
  };
  draft.insert('promise', promise);
  draft.openPromises = [...draft.openPromises, promise];
  const clock = { subjectId: promise.id, departmentId: null, startedAt: draft.at };
  clocks.startUntil(draft, 'PROMISE', clock, dueAt);
  draft.emit({ type: 'PromiseMade', payload: { promiseId: promise.id, dueAt: dueAt.toISOString() } });
  return promise.id;
}
