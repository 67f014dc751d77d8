/** Events of files. */
import { Attachment } from '../attachment/attachment.ts';
import type { Loaders } from '../loaders.ts';
import { maskedNote } from '../masked-text.ts';
import { complaintEvent } from './complaint-event.ts';

const attachment = {
  type: Attachment,
  description: 'The file, as it is now.',
  resolve: async (
    { payload }: { payload: { attachmentId: string } },
    _args: object,
    { loaders }: { loaders: Loaders },
  ) => (await loaders.attachments.byId.load(payload.attachmentId))!,
} as const;

complaintEvent('AttachmentAdded', 'A file was attached.', (t) => ({
  attachment: t.field(attachment),
}));

complaintEvent('AttachmentRemoved', 'A file was taken away.', (t) => ({
  attachment: t.field(attachment),
  reason: maskedNote(t, 'Why; null when it was erased.'),
}));
