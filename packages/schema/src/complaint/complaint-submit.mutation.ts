import { complaintSubmit } from '@redress/domain/actions/complaint-submit';
import { z } from 'zod';
import { CustomerInput, customer } from '../customer/customer-input.ts';
import { actionField } from '../mutation/action-field.ts';
import { complaintText, complaintTextFields } from './complaint-text.ts';

actionField({
  name: 'complaintSubmit',
  description: 'Takes a complaint in from the customer, at the public form. Anybody may; tries are limited by address.',
  input: {
    description: 'A complaint in the words of its customer.',
    fields: (t) => ({
      ...complaintTextFields(t),
      customer: t.field({
        type: CustomerInput,
        required: true,
        description: 'Who complains, with a telephone number or an e-mail address: nobody could answer them otherwise.',
      }),
    }),
  },
  parse: z.object({ ...complaintText, customer }),
  action: complaintSubmit,
  refusals: [],
  open: { limit: 20, windowSeconds: 3_600 },
  payload: {
    shows: [],
    fields: (t) => ({
      number: t.string({ description: 'The number of the complaint.', resolve: ({ complaint }) => complaint.number }),
      trackingCode: t.string({
        nullable: true,
        description:
          'What the customer finds their complaint with. Shown in the first answer only; null in a repeated one.',
        resolve: ({ outcome }) => outcome.trackingCode ?? null,
      }),
    }),
  },
});
