/** Proposes a way of settling a complaint (docs/SPEC.md, RS1–RS7, AP1). */
import { uuidv7 } from 'uuidv7';
import { earlierPayments } from '../reads/payments.ts';
import { assess } from '../reads/resolution-policies.ts';
import type { Assessment } from '../reads/resolution-policies.ts';
import { amountRule } from '../rules/compensation.ts';
import { amountProblem } from '../rules/money.ts';
import { isLive, suits } from '../rules/resolution.ts';
import type { ResolutionKind } from '../rules/vocabulary.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import type { InputIssue } from './refusal.ts';
import { actorId, addResolution, askApproval } from './resolution-rows.ts';
import type { Resolution } from './resolution-rows.ts';

/** Of one round: more are no choice. */
const MAX_LIVE = 20;

export interface ResolutionFacts {
  kind: ResolutionKind;
  /** What exactly; the customer reads it. */
  what: string;
  /** In the smallest unit of the company's currency. */
  amountMinor: number | null;
  /** What the order cost, where the standard is a share of it. */
  orderMinor: number | null;
}

export interface ResolutionProposeInput extends ResolutionFacts {
  complaintId: string;
}

/**
 * Drafts a resolution and compares it with the standard. Where it takes an approval, the first step is asked at once:
 * the customer hears of nothing that the company can't give.
 */
export function resolutionPropose(ctx: ActionContext, input: ResolutionProposeInput): Promise<ActionResult> {
  return perform(ctx, 'resolutionPropose', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requirePermission(ctx, opened, 'resolve');
    const draft = Draft.of(ctx, opened);
    const payments = await earlierPayments(ctx.db, draft.complaint.customerId, draft.at, null);
    const resolution = proposeIn(draft, input, payments.length);
    return { draft, outcome: { complaintId: draft.complaint.id, resolutionId: resolution.id } };
  });
}

/** A proposal of the company's as a part of a change; `repeatCount`: how often the customer was paid in the last year. */
export function proposeIn(draft: Draft, facts: ResolutionFacts, repeatCount: number): Resolution {
  if (draft.resolutions.filter(isLive).length >= MAX_LIVE)
    throw invalid('complaintId', 'tooManyResolutions', { max: MAX_LIVE });
  const assessed = assessIn(draft, facts);
  const row = newRow(draft, facts, assessed, repeatCount);
  addResolution(draft, row);
  draft.emit({ type: 'ResolutionProposed', payload: { resolutionId: row.id, byCustomer: false } });
  if (row.approval === 'PENDING') askApproval(draft, row, 1, actorId(draft));
  return row;
}

/** What the policies say of the facts; refuses what can't be given for such a complaint, and an amount that is none. */
export function assessIn(draft: Draft, facts: ResolutionFacts): Assessment {
  const { validity, categoryCode } = draft.complaint;
  const issues: InputIssue[] = [];
  if (facts.what.trim() === '') issues.push({ path: ['what'], key: 'required' });
  if (!suits(validity, facts.kind)) issues.push({ path: ['kind'], key: 'kindNeedsFault' });
  issues.push(...amountIssues(facts));
  if (issues.length > 0) throw new Refusal({ code: 'INVALID_INPUT', issues });
  const assessment = assess(draft.ctx.directory, categoryCode, facts);
  if (assessment === 'ORDER_NEEDED') throw invalid('orderMinor', 'orderNeeded');
  return assessment;
}

/** What is wrong with the amounts of a resolution. */
export function amountIssues({ kind, amountMinor, orderMinor }: Omit<ResolutionFacts, 'what'>): InputIssue[] {
  const issues: InputIssue[] = [];
  const rule = amountRule(kind);
  const wrong = amountMinor === null ? null : amountProblem(amountMinor);
  if (wrong !== null) issues.push({ path: ['amountMinor'], key: wrong });
  else if (amountMinor === null && rule === 'REQUIRED') issues.push({ path: ['amountMinor'], key: 'amountNeeded' });
  else if (amountMinor !== null && rule === 'NONE') issues.push({ path: ['amountMinor'], key: 'amountNotOfKind' });
  const order = orderMinor === null ? null : amountProblem(orderMinor);
  if (order !== null) issues.push({ path: ['orderMinor'], key: order });
  return issues;
}

function newRow(draft: Draft, facts: ResolutionFacts, assessed: Assessment, repeatCount: number): Resolution {
  const { complaint } = draft;
  return {
    id: uuidv7(),
    complaintId: complaint.id,
    round: complaint.round,
    kind: facts.kind,
    state: 'DRAFT',
    what: facts.what.trim(),
    amountMinor: facts.amountMinor === null ? null : BigInt(facts.amountMinor),
    currency: assessed.currency,
    standardMinor: assessed.standardMinor === null ? null : BigInt(assessed.standardMinor),
    deviates: assessed.deviates,
    approval: assessed.roles.length === 0 ? 'NOT_NEEDED' : 'PENDING',
    approvalRoles: assessed.roles,
    byCustomer: false,
    proposedById: actorId(draft),
    proposedAt: draft.at,
    offeredAt: null,
    offerId: null,
    answerUntil: null,
    carryOutBy: null,
    promiseId: null,
    answeredAt: null,
    answerNote: null,
    answeredById: null,
    carriedOutAt: null,
    carriedOutById: null,
    proofNote: null,
    proofIds: [],
    repeatCount,
  };
}

/** A proposal of the customer's: what the company makes of it is assessed when it agrees. */
export function customersRow(draft: Draft, facts: ResolutionFacts, instead: Resolution, currency: string): Resolution {
  const unassessed = { standardMinor: null, deviates: false, roles: [], currency };
  const { offerId } = instead;
  return { ...newRow(draft, facts, unassessed, 0), state: 'PROPOSED', byCustomer: true, offerId };
}
