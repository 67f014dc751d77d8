import { attachmentRemove } from '@redress/domain/actions/attachment-remove';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'attachmentRemove',
  description:
    "Takes a file away. Who attached it does, the handling department's head or deputy, or a coordinator. That it was there stays in the history; its content is deleted.",
  input: {
    description: 'Which file, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The attachment.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Attachment'), reason: text(PARAGRAPH) }),
  action: attachmentRemove,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'attachment'] },
});
