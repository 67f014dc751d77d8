/**
 * Settled at first contact (一线办结; docs/SPEC.md, FC1–FC5): a simple case is registered, taken on, settled and sent to
 * FOLLOWING_UP by who has the customer on the line, in one change.
 */
import { earlierPayments } from '../reads/payments.ts';
import { exitCriteria } from '../reads/policy-values.ts';
import { departmentsOf } from '../rules/principal.ts';
import { resolutionColumns } from '../rules/resolution.ts';
import { missingToLeave } from '../rules/stages.ts';
import type { Stage, Validity } from '../rules/vocabulary.ts';
import { memberIdOf } from './audit.ts';
import { stageFacts } from './case.ts';
import { requireRegistrable } from './complaint-register.ts';
import type { ComplaintRegisterInput } from './complaint-register.ts';
import { addContact } from './contact-add.ts';
import type { ActionContext, ActionResult } from './context.ts';
import type { Draft } from './draft.ts';
import { addFindings } from './findings.ts';
import { requireCategory, requireRootCause } from './known-codes.ts';
import { newComplaint } from './new-complaint.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import { knownReference, reserve } from './registration.ts';
import { carryOutIn } from './resolution-carry-out.ts';
import { offerIn } from './resolution-offer.ts';
import { proposeIn } from './resolution-propose.ts';
import type { ResolutionFacts } from './resolution-propose.ts';
import { agree } from './resolution-settle.ts';
import { enter } from './stage-enter.ts';
import { takeOn } from './take-on.ts';

export interface ComplaintSettleInput extends ComplaintRegisterInput {
  validity: Validity;
  validityReason: string;
  /** Null where the criteria don't ask for a cause. */
  rootCauseCode: string | null;
  resolution: ResolutionFacts;
  /** What shows that it was carried out: a receipt, a parcel, what was said. */
  proof: string;
  /** What was said with the customer: the summary of the contact. */
  words: string;
  /** How it came out (结案小结), which is asked for before the end; null: what was given and what was said. */
  summary: string | null;
}

/** The stages that a settled case passes through, each at the moment of the change. */
const WAY: readonly Stage[] = ['CONFIRMED', 'RESOLVING', 'FOLLOWING_UP'];

/** Registers and settles. Refused, and nothing written, for what is no simple case: it is registered instead. */
export function complaintSettle(ctx: ActionContext, input: ComplaintSettleInput): Promise<ActionResult> {
  return perform(ctx, 'complaintSettle', async () => {
    const departmentCode = ownDepartment(ctx, input.departmentCode);
    requireRegistrable(ctx, input);
    const known = await knownReference(ctx, input.external);
    if (known !== null) return { done: known };
    if (input.categoryCode === null) throw invalid('categoryCode', 'required');
    requireCategory(ctx, 'categoryCode', input.categoryCode);
    if (input.consequences.length > 0) throw invalid('consequences', 'settleGrave');
    if (input.validity === 'UNDETERMINED') throw invalid('validity', 'validityUndetermined');
    if (input.rootCauseCode !== null) requireRootCause(ctx, 'rootCauseCode', input.rootCauseCode);

    const [reserved] = await reserve(ctx, [input.customer], 'FOLLOWING_UP');
    const { draft, trackingCode } = newComplaint(ctx, { ...input, departmentCode }, reserved!);
    if (draft.complaint.severity === 'URGENT') throw invalid('severity', 'settleUrgent');
    claim(draft);
    const contact = { channel: input.channel, direction: 'INBOUND', summary: input.words, at: null } as const;
    addContact(draft, { ...contact, confirmsFacts: true, toCustomer: false, templateKey: null });
    decide(draft, input);
    const payments = await earlierPayments(ctx.db, draft.complaint.customerId, draft.at, null);
    const resolutionId = settle(draft, input, payments.length);
    goAlong(draft);
    draft.emit({ type: 'ComplaintSettled', payload: { resolutionId } });
    const complaintId = draft.complaint.id;
    return { draft, outcome: { complaintId, resolutionId, trackingCode, alreadyRegistered: false } };
  });
}

/** The department that settles it is the agent's own: the one that was named, or their first. */
function ownDepartment({ principal, directory }: ActionContext, named: string | null): string {
  const own = departmentsOf(principal);
  if (own.length === 0) throw new Refusal({ code: 'FORBIDDEN', action: 'settle' });
  if (named === null) return directory.department(own[0]!)!.code;
  const department = directory.departmentByCode(named);
  if (department === null || !own.includes(department.id)) throw invalid('departmentCode', 'settleOwnDepartment');
  return named;
}

/** Their department takes it on, and they work on it. What asks other departments for something is no simple case. */
function claim(draft: Draft): void {
  const { complaint } = draft;
  const departmentId = complaint.departmentId!;
  const claimId = takeOn(draft, departmentId, null);
  if (draft.openDuties.length > 0) throw invalid('categoryCode', 'settleNeedsDuties');
  const memberId = memberIdOf(draft.ctx.principal);
  draft.emit({ type: 'ComplaintClaimed', payload: { departmentId, memberId, claimId } });
  complaint.assigneeId = memberId;
  complaint.processOwnerId = memberId;
}

/**
 * The findings, with the report and the closing summary that the same words make: who settled it has nothing to come
 * back for.
 */
function decide(draft: Draft, input: ComplaintSettleInput): void {
  const { validity, validityReason, rootCauseCode, resolution, words } = input;
  const memberId = memberIdOf(draft.ctx.principal);
  const summary = input.summary ?? `${resolution.what}\n${words}`;
  const { id: investigationId } = addFindings(draft, {
    ...{ validity, validityReason, decidedById: memberId, decidedAt: draft.at, rootCauseCode },
    ...{ summary, summarisedById: memberId, summarisedAt: draft.at },
    ...{ course: words, findings: validityReason, conclusion: summary, reportedById: memberId, reportedAt: draft.at },
  });
  draft.complaint.summarisedAt = draft.at;
  draft.complaint.reportedAt = draft.at;
  draft.emit({ type: 'InvestigationReported', payload: { investigationId } });
  draft.emit({ type: 'ClosingSummaryWritten', payload: { investigationId } });
  draft.complaint.validity = validity;
  draft.emit({ type: 'ValidityDecided', payload: { investigationId, validity } });
  if (rootCauseCode === null) return;
  draft.complaint.rootCauseCode = rootCauseCode;
  draft.emit({ type: 'RootCauseSet', payload: { investigationId, code: rootCauseCode } });
}

/** Offered, accepted and carried out while the customer is there. What takes an approval can't be given at once. */
function settle(draft: Draft, { resolution, proof, words }: ComplaintSettleInput, repeatCount: number): string {
  const { id, approval } = inResolution(() => proposeIn(draft, resolution, repeatCount));
  if (approval === 'PENDING') throw invalid(['resolution', 'amountMinor'], 'settleNeedsApproval');
  const current = () => draft.resolutions.find((one) => one.id === id)!;
  offerIn(draft, [current()], { answerUntil: null, carryOutBy: null, channel: null }, repeatCount);
  agree(draft, current(), { by: 'CUSTOMER', note: words, carryOutBy: null });
  carryOutIn(draft, current(), { proofNote: proof, proofIds: [] });
  return id;
}

/** What is refused of a resolution is refused where this form has it. */
function inResolution<T>(propose: () => T): T {
  try {
    return propose();
  } catch (error) {
    if (!(error instanceof Refusal) || error.data.code !== 'INVALID_INPUT') throw error;
    const issues = error.data.issues.map((issue) => ({ ...issue, path: ['resolution', ...issue.path] }));
    throw new Refusal({ code: 'INVALID_INPUT', issues });
  }
}

/** Through the stages, by the criteria that hold for everybody. */
function goAlong(draft: Draft): void {
  const { complaint } = draft;
  Object.assign(complaint, resolutionColumns(draft.resolutions));
  for (const toStage of WAY) {
    const fromStage = complaint.stage;
    const missing = missingToLeave(stageFacts(draft), exitCriteria(draft.ctx.directory));
    if (missing.length > 0) throw invalid('resolution', 'settleCriteria', { n: missing.length });
    enter(draft, toStage);
    const payload = { fromStage, toStage, override: false, waived: [], reopenedRound: null };
    draft.emit({ type: 'ComplaintMoved', payload });
  }
}
