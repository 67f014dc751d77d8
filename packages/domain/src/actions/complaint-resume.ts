/** Resumes a complaint before its hold's date (docs/SPEC.md, HD6). */
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { resumeAt } from './hold-end.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';

export interface ComplaintResumeInput {
  id: string;
  /** The hold that is meant, for who must not end another one; null or left out: the one that stands. */
  holdId?: string | null;
  note: string | null;
}

/** Its clocks go on from now; a hold whose date has come has ended then, and not now. */
export function complaintResume(ctx: ActionContext, input: ComplaintResumeInput): Promise<ActionResult> {
  return perform(ctx, 'complaintResume', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    const { hold, complaint } = opened;
    const isMeant = (input.holdId ?? hold?.id) === hold?.id;
    if (hold?.state !== 'ACTIVE' || !isMeant) throw new Refusal({ code: 'NOT_ON_HOLD', complaintId: complaint.id });
    requirePermission(ctx, opened, 'resume');
    const draft = Draft.of(ctx, opened);
    resumeAt(draft, draft.at, draft.note('REASON', input.note));
    return { draft, outcome: { complaintId: complaint.id, holdId: hold.id } };
  });
}
