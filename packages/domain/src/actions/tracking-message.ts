/** What a customer writes to the company on their page (docs/SPEC.md, TK6): a contact of their own. */
import { findTracked } from '../reads/tracking-access.ts';
import { loadCase } from './case.ts';
import { addContact } from './contact-add.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { hashTrackingCode } from './new-complaint.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';

export interface TrackingMessageInput {
  /** However it is written. */
  code: string;
  phoneLast4: string | null;
  text: string;
}

/**
 * Records the customer's words, also on a closed complaint. It ends a hold, which waited for them; it meets neither
 * FIRST_RESPONSE nor PROGRESS, which are the company's to answer.
 */
export function trackingMessage(ctx: ActionContext, input: TrackingMessageInput): Promise<ActionResult> {
  return perform(ctx, 'trackingMessage', async () => {
    const { code, phoneLast4 } = input;
    const found = await findTracked(ctx.db, { hash: hashTrackingCode(code), phoneLast4 });
    const opened = found === null ? null : await loadCase(ctx.db, found);
    if (opened === null) throw new Refusal({ code: 'NOT_FOUND' });
    const draft = Draft.of(ctx, opened);
    const { complaint } = draft;
    const words = { summary: input.text, toCustomer: false, templateKey: null, confirmsFacts: false };
    const id = addContact(draft, { channel: 'WEB_FORM', direction: 'INBOUND', ...words, at: null }, 'CUSTOMER');
    return { draft, outcome: { complaintId: complaint.id, contactId: id } };
  });
}
