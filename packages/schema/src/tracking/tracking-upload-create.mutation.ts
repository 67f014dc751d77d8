import { trackingUploadCreate } from '@redress/domain/actions/tracking-upload-create';
import { z } from 'zod';
import { AttachmentUpload } from '../attachment/attachment-upload.ts';
import { actionField } from '../mutation/action-field.ts';
import { LINE, given, optionalText, text } from '../mutation/input.ts';
import { triesAt } from './tries.ts';

actionField({
  name: 'trackingUploadCreate',
  description:
    'Announces a file that the customer sends at their page and gives a link by which its bytes come in, once, within 15 minutes. Who holds the tracking code may, 20 files a day; tries are limited by address, wrong ones at one code from all addresses together.',
  input: {
    description: 'What will be sent, and what opens the complaint.',
    fields: (t) => ({
      code: t.string({ required: true, description: 'The tracking code, however it is written.' }),
      phoneLast4: t.string({
        description: "The last four digits of the customer's phone number; null when they left none.",
      }),
      name: t.string({ required: true, description: 'What the file is called.' }),
      bytes: t.int({ required: true, description: 'How many bytes will be sent: 1 to 26,214,400 (25 MB).' }),
    }),
  },
  parse: z.object({ code: text(LINE), phoneLast4: optionalText(LINE), name: text(2_000), bytes: given<number>() }),
  action: trackingUploadCreate,
  refusals: ['NOT_FOUND'],
  open: { limit: 40, windowSeconds: 3_600, guessed: ({ code }) => triesAt(code) },
  payload: {
    shows: [],
    fields: (t) => ({
      upload: t.field({
        type: AttachmentUpload,
        description: 'Where to send it.',
        resolve: ({ outcome }) => outcome,
      }),
    }),
  },
});
