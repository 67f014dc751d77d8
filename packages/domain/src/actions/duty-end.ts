/** Ends a duty: done by the department that has it, or waived by who gave it (docs/SPEC.md, DU2, DU5, DU6). */
import type { AuditAction } from '../rules/audit-actions.ts';
import { readsOnly, runsTheBoard } from '../rules/permissions.ts';
import { belongsTo, leads } from '../rules/principal.ts';
import { memberIdOf } from './audit.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { openDuty } from './open-duty.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import type { TableRows } from '../events/tables.ts';

export interface DutyEndInput {
  id: string;
  note: string | null;
}

type Duty = TableRows['duty'];

/** The department reports its duty done; its clock is met now, in time or late. */
export function dutyDone(ctx: ActionContext, input: DutyEndInput): Promise<ActionResult> {
  return endDuty(ctx, 'dutyDone', input, (duty, draft) => {
    if (!runsTheBoard(ctx.principal) && !belongsTo(ctx.principal, duty.departmentId)) return null;
    clocks.meet(draft, 'DUTY', draft.at, duty.id);
    draft.emit({ type: 'DutyDone', payload: { dutyId: duty.id } });
    return { doneAt: draft.at, doneById: memberIdOf(ctx.principal) };
  });
}

/** Who gave the duty, or a coordinator, waives it with a reason; its clock ends, which is not "met". */
export function dutyWaive(ctx: ActionContext, input: DutyEndInput): Promise<ActionResult> {
  return endDuty(ctx, 'dutyWaive', input, (duty, draft) => {
    if (!runsTheBoard(ctx.principal) && !gaveIt(ctx, duty, draft)) return null;
    if (!input.note?.trim()) throw invalid('note', 'required');
    clocks.end(draft, 'DUTY', duty.id);
    draft.emit({ type: 'DutyWaived', payload: { dutyId: duty.id } });
    return { waivedAt: draft.at, waivedById: memberIdOf(ctx.principal) };
  });
}

/** What a template gave was given by the handling department, whoever took the complaint on: its head answers for it. */
function gaveIt({ principal }: ActionContext, duty: Duty, { complaint }: Draft): boolean {
  const by = memberIdOf(principal);
  const inPerson = by !== null && by === duty.givenById && !readsOnly(principal);
  return inPerson || (duty.templateKey !== null && leads(principal, complaint.departmentId));
}

function endDuty(
  ctx: ActionContext,
  action: AuditAction,
  input: DutyEndInput,
  ended: (duty: Duty, draft: Draft) => Partial<Duty> | null,
): Promise<ActionResult> {
  return perform(ctx, action, async () => {
    const { opened, duty } = await openDuty(ctx, input.id);
    const draft = Draft.of(ctx, opened);
    const end = ended(duty, draft);
    if (end === null) throw new Refusal({ code: 'FORBIDDEN', action });
    draft.put('duty', { ...duty, ...end, endNote: input.note?.trim() || null });
    draft.openDuties = draft.openDuties.filter((open) => open !== duty);
    return { draft, outcome: { complaintId: opened.complaint.id, dutyId: duty.id } };
  });
}
