import { dutyDone } from '@redress/domain/actions/duty-end';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'dutyDone',
  description: 'Reports a duty done. The department that has it does, or a coordinator.',
  input: {
    description: 'Which duty is done.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The duty.' }),
      note: t.string({ description: 'What there is to say about it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Duty'), note: optionalText(PARAGRAPH) }),
  action: dutyDone,
  refusals: ['DUTY_ENDED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'duty'] },
});
