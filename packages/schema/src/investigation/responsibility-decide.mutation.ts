import { responsibilityDecide } from '@redress/domain/actions/responsibility-decide';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, globalId, optionalText, text } from '../mutation/input.ts';

actionField({
  name: 'responsibilityDecide',
  description:
    "Says which department's fault it was (定责). Coordinators, executives and the general manager do; few may read it.",
  input: {
    description: 'Which department is responsible.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      departmentCode: t.string({ required: true, description: 'The code of the department.' }),
      note: t.string({ description: 'What there is to say about it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    departmentCode: text(LINE),
    note: optionalText(PARAGRAPH),
  }),
  action: responsibilityDecide,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'investigation'] },
});
