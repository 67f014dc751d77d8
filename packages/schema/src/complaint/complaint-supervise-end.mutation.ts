import { complaintSuperviseEnd } from '@redress/domain/actions/complaint-supervise';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, optional, optionalText } from '../mutation/input.ts';

actionField({
  name: 'complaintSuperviseEnd',
  description: 'A coordinator ends the supervision of a case before it moved.',
  input: {
    description: 'Which complaint is let go.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      since: t.field({
        type: 'DateTime',
        description:
          'The `supervisedAt` of the supervision that is meant; another one is not ended. Null: whichever is.',
      }),
      note: t.string({ description: 'What came of it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), since: optional(given<Date>()), note: optionalText(PARAGRAPH) }),
  action: complaintSuperviseEnd,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
