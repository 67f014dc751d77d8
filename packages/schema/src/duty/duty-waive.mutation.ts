import { dutyWaive } from '@redress/domain/actions/duty-end';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'dutyWaive',
  description:
    'Waives a duty, with a reason. Who gave it does, or a coordinator; a line of a template also the head or deputy of the handling department.',
  input: {
    description: 'Which duty is waived.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The duty.' }),
      note: t.string({ description: 'Why; required. At most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Duty'), note: optionalText(PARAGRAPH) }),
  action: dutyWaive,
  refusals: ['DUTY_ENDED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'duty'] },
});
