/** Approves or refuses a hold that was asked for (docs/SPEC.md, HD3–HD4). */
import { memberIdOf } from './audit.ts';
import { loadCaseOf } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { beginHold } from './hold-begin.ts';
import { dropRequest } from './hold-end.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import type { TableRows } from '../events/tables.ts';

export interface HoldApproveInput {
  id: string;
}

export interface HoldRefuseInput {
  id: string;
  reason: string;
}

/** A supervisor or a coordinator approves, never who asked: the hold stands from now until the date asked for. */
export function holdApprove(ctx: ActionContext, input: HoldApproveInput): Promise<ActionResult> {
  return perform(ctx, 'holdApprove', async () => {
    const { opened, hold } = await requested(ctx, input.id, 'approveHold');
    const draft = Draft.of(ctx, opened);
    beginHold(draft, { ...hold, decidedById: memberIdOf(ctx.principal), decidedAt: draft.at });
    return { draft, outcome: { complaintId: opened.complaint.id, holdId: hold.id } };
  });
}

/** Refuses with a reason; who asked takes their own request back in the same way. */
export function holdRefuse(ctx: ActionContext, input: HoldRefuseInput): Promise<ActionResult> {
  return perform(ctx, 'holdRefuse', async () => {
    const { opened, hold } = await requested(ctx, input.id, 'refuseHold');
    if (input.reason.trim() === '') throw invalid('reason', 'required');
    const draft = Draft.of(ctx, opened);
    dropRequest(draft, draft.at, memberIdOf(ctx.principal), draft.note('REASON', input.reason));
    return { draft, outcome: { complaintId: opened.complaint.id, holdId: hold.id } };
  });
}

/** The case and its undecided hold. One whose date has come lapses, whether or not the clock has said so yet. */
async function requested(
  ctx: ActionContext,
  id: string,
  permission: 'approveHold' | 'refuseHold',
): Promise<{ opened: Case; hold: TableRows['hold'] }> {
  const opened = visible(ctx, await loadCaseOf(ctx.db, 'hold', id));
  const { hold, complaint } = opened;
  if (hold?.id !== id || hold.state !== 'REQUESTED' || hold.until <= ctx.now())
    throw new Refusal({ code: 'HOLD_SETTLED', complaintId: complaint.id, holdId: id });
  requirePermission(ctx, opened, permission);
  return { opened, hold };
}
