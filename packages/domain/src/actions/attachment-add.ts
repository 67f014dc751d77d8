/** Attaches a file whose bytes have arrived and lie in the storage (docs/SPEC.md, FL7). */
import type { TableRows } from '../events/tables.ts';
import { memberIdOf } from './audit.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';
import type { Upload } from './uploads.ts';

/** What the bytes were found to be. */
export type ArrivedFile = Pick<
  TableRows['attachment'],
  'name' | 'mediaType' | 'bytes' | 'sha256' | 'width' | 'height' | 'hasThumbnail'
>;

/** Whoever announced it must still be allowed to: time has passed since, and roles change. */
export function attachmentAdd(ctx: ActionContext, upload: Upload, file: ArrivedFile): Promise<ActionResult> {
  return perform(ctx, 'attachmentAdd', async () => {
    const found = await loadCase(ctx.db, upload.complaintId);
    const byCustomer = ctx.principal.kind === 'CUSTOMER';
    // Of a customer, the tracking code that they announced it with has spoken.
    const opened = byCustomer ? found : visible(ctx, found);
    if (opened === null) throw new Refusal({ code: 'NOT_FOUND' });
    if (!byCustomer) requirePermission(ctx, opened, 'attach');
    const draft = Draft.of(ctx, opened);
    const { complaint } = draft;
    draft.insert('attachment', {
      ...file,
      id: upload.id,
      complaintId: complaint.id,
      round: complaint.round,
      state: 'READY',
      purpose: upload.purpose,
      note: upload.note,
      uploadedById: memberIdOf(ctx.principal),
      byCustomer,
      at: draft.at,
      removedById: null,
      removedAt: null,
      erasedAt: null,
      purgedAt: null,
    });
    complaint.attachmentCount += 1;
    draft.emit({ type: 'AttachmentAdded', payload: { attachmentId: upload.id } });
    return { draft, outcome: { complaintId: complaint.id, attachmentId: upload.id } };
  });
}
