import { visitPlan } from '@redress/domain/actions/visit-plan';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LINE, given, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'visitPlan',
  description: 'Plans a home visit (上门), which two or more make together. Whoever investigates does.',
  input: {
    description: 'When, where, and who goes.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      at: t.field({ type: 'DateTime', required: true, description: 'When; in the future, within a year.' }),
      place: t.string({ required: true, description: 'Where; at most 200 characters.' }),
      visitorIds: t.idList({
        required: true,
        description: 'Who goes: two members or more who see the complaint, none of whom it is about.',
      }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    at: given<Date>(),
    place: text(LINE),
    visitorIds: z.array(globalId('Member')),
  }),
  action: visitPlan,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'visit'] },
});
