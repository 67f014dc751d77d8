import { regulatorAnswerWrite } from '@redress/domain/actions/regulator-answer';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LONG_TEXT, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'regulatorAnswerWrite',
  description:
    'Writes the answer to the agency and hands it in for review. One that was not sent yet gives way to it, also when it was approved.',
  input: {
    description: 'What the agency will read.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: "The complaint: a regulator's case." }),
      text: t.string({ required: true, description: 'The answer; at most 20,000 characters.' }),
    }),
  },
  parse: z.object({ complaintId: globalId('Complaint'), text: text(LONG_TEXT) }),
  action: regulatorAnswerWrite,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
