import { complaintSuperviseEnd } from '@redress/domain/actions/complaint-supervise';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'complaintSuperviseEnd',
  description: 'A coordinator ends the supervision of a case before it moved.',
  input: {
    description: 'Which complaint is let go.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      note: t.string({ description: 'What came of it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), note: optionalText(PARAGRAPH) }),
  action: complaintSuperviseEnd,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
