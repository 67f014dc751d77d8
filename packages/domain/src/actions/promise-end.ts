/** Ends a promise to the customer: kept, or released by them (docs/SPEC.md, PM4–PM6). */
import { readsOnly, runsTheBoard } from '../rules/permissions.ts';
import { memberIdOf } from './audit.ts';
import { loadCaseOf } from './case.ts';
import type { Case } from './case.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import type { TableRows } from '../events/tables.ts';

type Pledge = TableRows['promise'];

export interface PromiseKeepInput {
  id: string;
  note: string | null;
}

export interface PromiseReleaseInput {
  id: string;
  /** How the customer released the company from it. */
  reason: string;
}

/** Whoever may promise may report a promise kept; its clock is met now, in time or late. */
export function promiseKeep(ctx: ActionContext, input: PromiseKeepInput): Promise<ActionResult> {
  return perform(ctx, 'promiseKeep', async () => {
    const { opened, pledge } = await openPromise(ctx, input.id);
    requirePermission(ctx, opened, 'promise');
    const draft = Draft.of(ctx, opened);
    keepIn(draft, pledge, draft.note('REASON', input.note));
    return { draft, outcome: { complaintId: opened.complaint.id, promiseId: pledge.id } };
  });
}

/** The promise was kept, as a part of a change. */
export function keepIn(draft: Draft, pledge: Pledge, noteId?: string): void {
  endPromise(draft, pledge, 'KEPT');
  clocks.meet(draft, 'PROMISE', draft.at, pledge.id);
  const payload = { promiseId: pledge.id };
  draft.emit({ type: 'PromiseKept', payload, ...(noteId !== undefined && { noteId }) });
}

/** Who made it, or a coordinator, says that the customer no longer wants it; its clock ends, which is not "met". */
export function promiseRelease(ctx: ActionContext, input: PromiseReleaseInput): Promise<ActionResult> {
  return perform(ctx, 'promiseRelease', async () => {
    const { opened, pledge } = await openPromise(ctx, input.id);
    const by = memberIdOf(ctx.principal);
    const madeIt = by !== null && by === pledge.madeById && !readsOnly(ctx.principal);
    if (!runsTheBoard(ctx.principal) && !madeIt) throw new Refusal({ code: 'FORBIDDEN', action: 'promiseRelease' });
    if (input.reason.trim() === '') throw invalid('reason', 'required');
    const draft = Draft.of(ctx, opened);
    releaseIn(draft, pledge, draft.note('REASON', input.reason));
    return { draft, outcome: { complaintId: opened.complaint.id, promiseId: pledge.id } };
  });
}

/** The complaint is closed: what is still open of its promises is released, and the trail says so. */
export function releaseAll(draft: Draft): void {
  for (const pledge of draft.openPromises) releaseIn(draft, pledge);
}

/** Nothing is owed any more, as a part of a change. */
export function releaseIn(draft: Draft, pledge: Pledge, noteId?: string): void {
  endPromise(draft, pledge, 'RELEASED');
  clocks.end(draft, 'PROMISE', pledge.id);
  const payload = { promiseId: pledge.id };
  draft.emit({ type: 'PromiseReleased', payload, ...(noteId !== undefined && { noteId }) });
}

function endPromise(draft: Draft, pledge: Pledge, state: 'KEPT' | 'RELEASED'): void {
  draft.put('promise', { ...pledge, state, endedAt: draft.at, endedById: memberIdOf(draft.ctx.principal) });
  draft.openPromises = draft.openPromises.filter((open) => open.id !== pledge.id);
}

async function openPromise(ctx: ActionContext, id: string): Promise<{ opened: Case; pledge: Pledge }> {
  const opened = visible(ctx, await loadCaseOf(ctx.db, 'promise', id));
  const pledge = opened.openPromises.find((open) => open.id === id);
  if (pledge === undefined)
    throw new Refusal({ code: 'PROMISE_ENDED', complaintId: opened.complaint.id, promiseId: id });
  return { opened, pledge };
}
