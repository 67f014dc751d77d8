/** Ends a duty: done by the department that has it, or waived by who gave it (docs/SPEC.md, DU2). */
import { belongsTo } from '../rules/principal.ts';
import { readsOnly, runsTheBoard } from '../rules/permissions.ts';
import { loadCaseOfDuty } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';
import type { TableRows } from '../events/tables.ts';

export interface DutyEndInput {
  id: string;
  note: string | null;
}

type Duty = TableRows['duty'];

/** The department reports its duty done. */
export function dutyDone(ctx: ActionContext, input: DutyEndInput): Promise<ActionResult> {
  return endDuty(ctx, 'dutyDone', input, (duty, draft, by) => {
    if (!runsTheBoard(ctx.principal) && !belongsTo(ctx.principal, duty.departmentId)) return null;
    draft.emit({ type: 'DutyDone', payload: { dutyId: duty.id } });
    return { ...duty, doneAt: draft.at, doneById: by };
  });
}

/** Who gave the duty, or a coordinator, waives it. */
export function dutyWaive(ctx: ActionContext, input: DutyEndInput): Promise<ActionResult> {
  return endDuty(ctx, 'dutyWaive', input, (duty, draft, by) => {
    const gaveIt = by !== null && by === duty.givenById && !readsOnly(ctx.principal);
    if (!runsTheBoard(ctx.principal) && !gaveIt) return null;
    draft.emit({ type: 'DutyWaived', payload: { dutyId: duty.id } });
    return { ...duty, waivedAt: draft.at, waivedById: by };
  });
}

function endDuty(
  ctx: ActionContext,
  action: string,
  input: DutyEndInput,
  ended: (duty: Duty, draft: Draft, by: string | null) => Duty | null,
): Promise<ActionResult> {
  return perform(ctx, action, async () => {
    const opened = visible(ctx, await loadCaseOfDuty(ctx.db, input.id));
    const duty = opened.openDuties.find((open) => open.id === input.id);
    if (duty === undefined) throw new Refusal({ code: 'NOT_FOUND' });
    const draft = Draft.of(ctx, opened);
    const row = ended(duty, draft, ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null);
    if (row === null) throw new Refusal({ code: 'FORBIDDEN', action });
    draft.put('duty', { ...row, endNote: input.note?.trim() || null });
    draft.openDuties = draft.openDuties.filter((open) => open !== duty);
    return { draft, outcome: { complaintId: opened.complaint.id, dutyId: duty.id } };
  });
}
