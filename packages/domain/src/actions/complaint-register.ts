/** Registers a complaint: from the registrar's words to a numbered, graded and routed case (docs/SPEC.md, RG1–RG6). */
import { DAY_MS } from '../rules/days.ts';
import type { Channel, ComplaintKind, Consequence, Severity } from '../rules/vocabulary.ts';
import type { CustomerLocale } from '../rules/customer-message.ts';
import { mayRegister } from '../rules/permissions.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { requireCategory, requireDepartment } from './known-codes.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import { newComplaint } from './new-complaint.ts';
import { writeRegulator } from './regulator-case-set.ts';
import type { RegulatorFacts } from './regulator-case-set.ts';
import { knownReference, reserve } from './registration.ts';

export interface CustomerFacts {
  name: string | null;
  phone: string | null;
  email: string | null;
  region: string | null;
  tier: string | null;
  group: string | null;
  /** The language they are written to in; null: that of the complaint's words. */
  locale?: CustomerLocale | null;
}

export interface ComplaintRegisterInput {
  subject: string;
  description: string;
  channel: Channel;
  kind: ComplaintKind;
  demand: string | null;
  occurredAt: Date | null;
  place: string | null;
  /** Order, product, store or person that it is about. */
  about: string | null;
  /** What may come of it (人身, 法律, 舆情); empty when nothing grave may. */
  consequences: readonly Consequence[];
  /** The complaint's name in another system; registering it twice gives the first one. */
  external: { source: string; id: string } | null;
  /** When it reached the company, if that was before now; clocks start then. */
  receivedAt: Date | null;
  /** What is missing of these three is proposed by triage. */
  severity: Severity | null;
  categoryCode: string | null;
  departmentCode: string | null;
  /** Null: the customer stays anonymous. */
  customer: CustomerFacts | null;
  /** A regulator handed it on; null, and left out: nobody did. */
  regulator?: RegulatorFacts | null;
}

/** Registers. Answers with the known complaint when the external reference is known; refuses unknown codes by name. */
export function complaintRegister(ctx: ActionContext, input: ComplaintRegisterInput): Promise<ActionResult> {
  return perform(ctx, 'complaintRegister', async () => {
    if (!mayRegister(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'register' });
    const known = await knownReference(ctx, input.external);
    if (known !== null) return { done: known };
    requireRegistrable(ctx, input);
    const [reserved] = await reserve(ctx, [input.customer]);
    const { draft, trackingCode } = newComplaint(ctx, input, reserved!);
    if (input.regulator) writeRegulator(draft, input.regulator, (field) => ['regulator', field]);
    return { draft, outcome: { complaintId: draft.complaint.id, trackingCode, alreadyRegistered: false } };
  });
}

/** Refuses unknown codes and moments that can't be, each at its field. */
export function requireRegistrable(ctx: ActionContext, input: ComplaintRegisterInput): void {
  requireKnownCodes(ctx, input);
  requirePast(ctx, input);
}

function requireKnownCodes(ctx: ActionContext, { categoryCode, departmentCode }: ComplaintRegisterInput): void {
  if (categoryCode !== null) requireCategory(ctx, 'categoryCode', categoryCode);
  if (departmentCode !== null) requireDepartment(ctx, 'departmentCode', departmentCode);
}

/** What was received longer ago is a slip in the year. */
const YEARS_BACK = 30;

function requirePast(ctx: ActionContext, { receivedAt, occurredAt }: ComplaintRegisterInput): void {
  const now = ctx.now();
  if (receivedAt !== null && receivedAt > now) throw invalid('receivedAt', 'inFuture');
  if (receivedAt !== null && receivedAt.getTime() < now.getTime() - YEARS_BACK * 365 * DAY_MS)
    throw invalid('receivedAt', 'longAgo', { years: YEARS_BACK });
  if (occurredAt !== null && occurredAt > now) throw invalid('occurredAt', 'inFuture');
}
