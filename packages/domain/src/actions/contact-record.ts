/** Records a contact with the customer (docs/SPEC.md, CO1–CO6). */
import { hasOwn } from '../reads/policy-values.ts';
import { attachedIds } from './attached.ts';
import { loadCase } from './case.ts';
import { addContact } from './contact-add.ts';
import type { ContactFacts } from './contact-add.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireWording } from './held-replies.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { addPromise } from './promise-make.ts';
import { invalid } from './refusal.ts';

export interface ContactRecordInput extends ContactFacts {
  id: string;
  /** What the customer was promised in it, and by when; null: nothing. */
  promise: { what: string; dueAt: Date } | null;
}

/** What most contacts are: words for colleagues, without a template or a promise. */
export const PLAIN_CONTACT = { toCustomer: false, templateKey: null, promise: null } as const;

/** The contact and what was promised in it are one change: both are there, or neither is. */
export function contactRecord(ctx: ActionContext, input: ContactRecordInput): Promise<ActionResult> {
  return perform(ctx, 'contactRecord', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'contact');
    const { templateKey, promise } = input;
    if (templateKey !== null && !hasOwn(ctx.directory, 'contactTemplate', templateKey))
      throw invalid('templateKey', 'unknownTemplate');
    if (input.direction === 'OUTBOUND') {
      const { replyId = null, toCustomer, summary } = input;
      await requireWording(ctx, opened, { replyId, text: toCustomer ? summary : null });
    }
    const attachmentIds = await attachedIds(ctx, opened, input.attachmentIds ?? [], 'attachmentIds');
    const draft = Draft.of(ctx, opened);
    const contactId = addContact(draft, { ...input, attachmentIds });
    if (promise !== null) addPromise(draft, promise, (field) => (field === null ? ['promise'] : ['promise', field]));
    return { draft, outcome: { complaintId: draft.complaint.id, contactId } };
  });
}
