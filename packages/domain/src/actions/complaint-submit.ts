/** A complaint that the customer brings in at the public form; the company's triage does the rest (RG6). */
import type { ActionContext, ActionResult } from './context.ts';
import type { ComplaintRegisterInput, CustomerFacts } from './complaint-register.ts';
import { newComplaint } from './new-complaint.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';
import { reserve } from './registration.ts';

export interface ComplaintSubmitInput {
  subject: string;
  description: string;
  demand: string | null;
  occurredAt: Date | null;
  place: string | null;
  about: string | null;
  customer: CustomerFacts;
}

/** Takes the customer's words in. They must leave a phone number or an address: nobody could answer them otherwise. */
export function complaintSubmit(ctx: ActionContext, input: ComplaintSubmitInput): Promise<ActionResult> {
  return perform(ctx, 'complaintSubmit', async () => {
    const { customer } = input;
    if (!customer.phone?.trim() && !customer.email?.trim()) throw invalid('customer', 'contactNeeded');
    if (input.occurredAt !== null && input.occurredAt > ctx.now()) throw invalid('occurredAt', 'inFuture');
    const [reserved] = await reserve(ctx, [customer]);
    const { draft, trackingCode } = newComplaint(ctx, { ...input, ...LEFT_TO_TRIAGE }, reserved!);
    return { draft, outcome: { complaintId: draft.complaint.id, trackingCode } };
  });
}

const LEFT_TO_TRIAGE = {
  channel: 'WEB_FORM',
  kind: 'COMPLAINT',
  external: null,
  receivedAt: null,
  severity: null,
  categoryCode: null,
  departmentCode: null,
  consequences: [],
} as const satisfies Partial<ComplaintRegisterInput>;
