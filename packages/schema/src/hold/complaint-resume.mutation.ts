import { complaintResume } from '@redress/domain/actions/complaint-resume';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'complaintResume',
  description:
    'Ends a hold before its date; the paused clocks go on from now. The handling department does, or a coordinator.',
  input: {
    description: 'Which complaint goes on.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      note: t.string({ description: 'Why it goes on; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), note: optionalText(PARAGRAPH) }),
  action: complaintResume,
  refusals: ['NOT_ON_HOLD', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'hold'] },
});
