import { attachmentUploadCreate } from '@redress/domain/actions/attachment-upload-create';
import type { AttachmentPurpose } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LINE, given, globalId, optionalText, text } from '../mutation/input.ts';
import { AttachmentPurposeEnum } from './attachment.ts';
import { AttachmentUpload } from './attachment-upload.ts';

actionField({
  name: 'attachmentUploadCreate',
  description:
    'Announces a file and gives a link by which its bytes come in: once, within 15 minutes. The complaint changes when they have arrived, not before. Whoever may comment may attach.',
  input: {
    description: 'What will be sent.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      name: t.string({
        required: true,
        description:
          'What the file is called. Of a path the last part is kept; what is invisible or directs text is taken out.',
      }),
      bytes: t.int({ required: true, description: 'How many bytes will be sent: 1 to 26,214,400 (25 MB).' }),
      purpose: t.field({
        type: AttachmentPurposeEnum,
        required: true,
        defaultValue: 'EVIDENCE',
        description: 'What it is there for.',
      }),
      note: t.string({ description: 'What it shows; at most 200 characters.' }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    name: text(2_000),
    bytes: given<number>(),
    purpose: given<AttachmentPurpose>(),
    note: optionalText(LINE),
  }),
  action: attachmentUploadCreate,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: {
    shows: ['complaint'],
    fields: (t) => ({
      upload: t.field({
        type: AttachmentUpload,
        description: 'Where to send it.',
        resolve: ({ outcome }) => outcome,
      }),
    }),
  },
});
