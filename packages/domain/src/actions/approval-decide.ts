/** Approves a resolution, or does not (docs/SPEC.md, AP2–AP6). */
import { earlierPayments } from '../reads/payments.ts';
import { approvalBar } from '../rules/approval.ts';
import type { ApprovalBar } from '../rules/approval.ts';
import type { Principal } from '../rules/principal.ts';
import { loadCaseOf } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import { actorId, askApproval, putApproval, putResolution } from './resolution-rows.ts';
import type { Approval, Resolution } from './resolution-rows.ts';
import { agree } from './resolution-settle.ts';

export interface ApprovalDecideInput {
  id: string;
  approve: boolean;
  /** Why; a no needs it. */
  reason: string | null;
}

/**
 * Decides the step whose turn it is. A yes asks the next step, or ends the ladder; a no is the end of the resolution: who
 * wants something else proposes it anew.
 */
export function approvalDecide(ctx: ActionContext, input: ApprovalDecideInput): Promise<ActionResult> {
  return perform(ctx, 'approvalDecide', async () => {
    const opened = visible(ctx, await loadCaseOf(ctx.db, 'approval', input.id));
    const { step, resolution } = waiting(opened, input.id);
    requireTurn(ctx, opened, step, resolution);
    if (!input.approve && input.reason === null) throw invalid('reason', 'required');
    const draft = Draft.of(ctx, opened);
    const state = input.approve ? 'APPROVED' : 'REJECTED';
    const decided = { decidedById: actorId(draft), decidedAt: draft.at, reason: input.reason };
    putApproval(draft, { ...step, state, ...decided });
    draft.emit({
      type: 'ApprovalDecided',
      payload: { approvalId: step.id, resolutionId: resolution.id, approved: input.approve },
    });
    const payments = await earlierPayments(ctx.db, draft.complaint.customerId, draft.at, resolution.id);
    const counted = { ...resolution, repeatCount: payments.length };
    if (input.approve) goOn(draft, counted, step);
    else reject(draft, counted);
    return { draft, outcome: { complaintId: draft.complaint.id, resolutionId: resolution.id, approvalId: step.id } };
  });
}

function waiting(opened: Case, id: string): { step: Approval; resolution: Resolution } {
  const step = opened.approvals.find((one) => one.id === id);
  const resolution = opened.resolutions.find((one) => one.id === step?.resolutionId);
  if (step?.state !== 'PENDING' || resolution === undefined)
    throw new Refusal({ code: 'APPROVAL_SETTLED', complaintId: opened.complaint.id, approvalId: id });
  return { step, resolution };
}

/** The steps that are this principal's to decide now. */
export function stepsToDecide(principal: Principal, opened: Case): Approval[] {
  return opened.approvals.filter((step) => {
    const resolution = opened.resolutions.find(({ id }) => id === step.resolutionId);
    return resolution !== undefined && barTo(principal, opened, step, resolution) === null;
  });
}

function barTo(principal: Principal, opened: Case, step: Approval, resolution: Resolution): ApprovalBar | null {
  const before = opened.approvals.filter((one) => one.resolutionId === step.resolutionId && one.step < step.step);
  const decidedByIds = before.map(({ decidedById }) => decidedById);
  return approvalBar(principal, step, resolution.proposedById, decidedByIds);
}

function requireTurn(ctx: ActionContext, opened: Case, step: Approval, resolution: Resolution): void {
  const bar = barTo(ctx.principal, opened, step, resolution);
  if (bar !== null) throw new Refusal({ code: 'FORBIDDEN', action: FORBIDDEN[bar] });
}

const FORBIDDEN = { TURN: 'approveTurn', OWN: 'approveOwn', TWICE: 'approveTwice' } as const;

function goOn(draft: Draft, resolution: Resolution, step: Approval): void {
  if (step.step < resolution.approvalRoles.length) {
    putResolution(draft, resolution);
    askApproval(draft, resolution, step.step + 1, step.requestedById);
    return;
  }
  const approved = putResolution(draft, { ...resolution, approval: 'APPROVED' });
  if (approved.state !== 'PROPOSED') return;
  // The company's yes to the customer's proposal waited for this.
  const { answerNote: note, carryOutBy } = approved;
  const due = carryOutBy !== null && carryOutBy > draft.at ? carryOutBy : null;
  agree(draft, approved, { by: 'COMPANY', note, carryOutBy: due });
}

function reject(draft: Draft, resolution: Resolution): void {
  const proposed = resolution.state === 'PROPOSED';
  const answered = proposed ? { answeredAt: draft.at, answerNote: null, answeredById: actorId(draft) } : {};
  const state = proposed ? 'REFUSED' : 'WITHDRAWN';
  putResolution(draft, { ...resolution, state, approval: 'REJECTED', ...answered });
}
