/** Takes an escalated complaint on: no level above fires any more (docs/SPEC.md, ES9). */
import { loadCaseOf } from './case.ts';
import { takeClimbs } from './climb.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';

export interface EscalationTakeOnInput {
  id: string;
  note: string | null;
}

/** Whom it named, the head of the handling department, or a coordinator takes it on, and with it whatever else stands. */
export function escalationTakeOn(ctx: ActionContext, input: EscalationTakeOnInput): Promise<ActionResult> {
  return perform(ctx, 'escalationTakeOn', async () => {
    const opened = visible(ctx, await loadCaseOf(ctx.db, 'escalation', input.id));
    const complaintId = opened.complaint.id;
    if (!opened.escalations.some(({ id }) => id === input.id)) {
      throw new Refusal({ code: 'ESCALATION_ENDED', complaintId, escalationId: input.id });
    }
    requirePermission(ctx, opened, 'takeOn');
    const draft = Draft.of(ctx, opened);
    const memberId = ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null;
    takeClimbs(draft, memberId);
    const noteId = draft.note('COMMENT', input.note);
    draft.emit({
      type: 'EscalationTaken',
      payload: { escalationId: input.id, memberId },
      ...(noteId !== undefined && { noteId }),
    });
    return { draft, outcome: { complaintId, escalationId: input.id } };
  });
}
