/** Puts a duty on the collaboration list (协办事项; docs/SPEC.md, DU1). */
import { uuidv7 } from 'uuidv7';
import { grant } from './access.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireDepartment, requireMemberOf } from './known-codes.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface DutyGiveInput {
  complaintId: string;
  departmentCode: string;
  ownerId: string | null;
  what: string;
  dueAt: Date | null;
}

/** Head, deputy or coordinator gives it; the department that has it sees the complaint from now on. */
export function dutyGive(ctx: ActionContext, input: DutyGiveInput): Promise<ActionResult> {
  return perform(ctx, 'dutyGive', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requirePermission(ctx, opened, 'giveDuty');
    const department = requireDepartment(ctx, 'departmentCode', input.departmentCode);
    requireMemberOf(ctx, 'ownerId', department.id, input.ownerId);
    if (input.what.trim() === '') throw invalid('what', 'required');
    const draft = Draft.of(ctx, opened);
    if (input.dueAt !== null && input.dueAt <= draft.at) throw invalid('dueAt', 'dueBeforeGiven');

    const dutyId = uuidv7();
    const row = {
      id: dutyId,
      complaintId: opened.complaint.id,
      round: opened.complaint.round,
      departmentId: department.id,
      ownerId: input.ownerId,
      what: input.what.trim(),
      whatEn: null,
      templateKey: null,
      dueAt: input.dueAt,
      givenById: ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null,
      givenAt: draft.at,
      doneById: null,
      doneAt: null,
      waivedById: null,
      waivedAt: null,
      endNote: null,
    };
    draft.insert('duty', row);
    draft.openDuties = [...draft.openDuties, row];
    grant(draft, 'DEPARTMENT', department.id, 'DUTY');
    draft.emit({ type: 'DutyGiven', payload: { dutyId, departmentId: department.id } });
    return { draft, outcome: { complaintId: opened.complaint.id, dutyId } };
  });
}
