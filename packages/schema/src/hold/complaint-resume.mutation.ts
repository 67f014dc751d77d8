import { complaintResume } from '@redress/domain/actions/complaint-resume';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optional, optionalText } from '../mutation/input.ts';

actionField({
  name: 'complaintResume',
  description:
    'Ends a hold before its date; the paused clocks go on from now. The handling department does, or a coordinator.',
  input: {
    description: 'Which complaint goes on.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      holdId: t.id({
        description: 'The hold that is meant; where another one stands, NotOnHoldError. Null: whichever stands.',
      }),
      note: t.string({ description: 'Why it goes on; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), holdId: optional(globalId('Hold')), note: optionalText(PARAGRAPH) }),
  action: complaintResume,
  refusals: ['NOT_ON_HOLD', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'hold'] },
});
