import { dutiesFromTemplate } from '@redress/domain/actions/duties-from-template';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId } from '../mutation/input.ts';

actionField({
  name: 'dutiesFromTemplate',
  description:
    "Gives the duties of the category's template that were not given in this round yet. They are given by themselves when the complaint is claimed.",
  input: {
    description: 'Whose collaboration list is completed.',
    fields: (t) => ({ complaintId: t.id({ required: true, description: 'The complaint.' }) }),
  },
  parse: z.object({ complaintId: globalId('Complaint') }),
  action: dutiesFromTemplate,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: {
    shows: ['complaint'],
    fields: (t) => ({
      given: t.int({ description: 'How many duties were added.', resolve: ({ outcome }) => outcome.given ?? 0 }),
    }),
  },
});
