/** Takes a file away (docs/SPEC.md, FL9): that it was there stays in the history, its bytes do not. */
import { mayRemoveAttachment } from '../rules/permissions.ts';
import { requireAttachment } from './attached.ts';
import { memberIdOf } from './audit.ts';
import { loadCaseOf, permissionFacts } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface AttachmentRemoveInput {
  id: string;
  reason: string;
}

export function attachmentRemove(ctx: ActionContext, input: AttachmentRemoveInput): Promise<ActionResult> {
  return perform(ctx, 'attachmentRemove', async () => {
    const opened = visible(ctx, await loadCaseOf(ctx.db, 'attachment', input.id));
    const attachment = await requireAttachment(ctx, opened, input.id, 'id');
    if (!mayRemoveAttachment(ctx.principal, permissionFacts(opened), attachment)) {
      throw new Refusal({ code: 'FORBIDDEN', action: 'attachmentRemove' });
    }
    if (input.reason.trim() === '') throw invalid('reason', 'required');
    const draft = Draft.of(ctx, opened);
    draft.put('attachment', {
      ...attachment,
      state: 'REMOVED',
      removedAt: draft.at,
      removedById: memberIdOf(ctx.principal),
    });
    draft.complaint.attachmentCount -= 1;
    const noteId = draft.note('REASON', input.reason);
    const payload = { attachmentId: attachment.id };
    draft.emit({ type: 'AttachmentRemoved', payload, ...(noteId !== undefined && { noteId }) });
    return { draft, outcome: { complaintId: opened.complaint.id, attachmentId: attachment.id } };
  });
}
