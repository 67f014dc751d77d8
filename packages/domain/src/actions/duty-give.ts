/** Puts a duty on the collaboration list (协办事项; docs/SPEC.md, DU1, DU3–DU4). */
import { limits } from '../reads/policy-values.ts';
import { dueProblem } from '../rules/due.ts';
import { memberIdOf } from './audit.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { putDuty } from './duty-put.ts';
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
    const what = input.what.trim();
    if (what === '') throw invalid('what', 'required');
    const draft = Draft.of(ctx, opened);
    const problem = input.dueAt && dueProblem(draft.at, input.dueAt);
    if (problem !== null) throw invalid('dueAt', problem);
    const max = limits(ctx.directory).openDuties;
    if (draft.openDuties.length >= max) throw invalid('complaintId', 'tooManyOpenDuties', { max });

    const duty = {
      departmentId: department.id,
      ownerId: input.ownerId,
      what,
      whatEn: null,
      templateKey: null,
      givenById: memberIdOf(ctx.principal),
      due: input.dueAt && { at: input.dueAt },
    };
    const dutyId = putDuty(draft, duty, (event) => draft.emit(event));
    return { draft, outcome: { complaintId: opened.complaint.id, dutyId } };
  });
}
