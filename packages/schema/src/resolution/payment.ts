/** What was given before: to the same customer, and in similar cases. */
import type { Payment as PaymentSource } from '@redress/domain/reads/payments';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { Money, moneyOf } from '../money/money.ts';
import { ResolutionKindEnum } from './vocabulary.ts';

export const Payment = builder.objectRef<PaymentSource>('Payment').implement({
  description: 'A resolution of another case that an amount can be measured by.',
  fields: (t) => ({
    kind: t.field({ type: ResolutionKindEnum, description: 'What was given.', resolve: ({ kind }) => kind }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ amountMinor, currency }) => moneyOf(amountMinor, currency)!,
    }),
    deviates: t.exposeBoolean('deviates', { description: 'Whether that left the standard of then.' }),
    at: t.expose('at', {
      type: 'DateTime',
      description: 'When it was carried out, or, of one that is still to be, agreed on.',
    }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'Its complaint; null when it is not in sight of the caller.',
      resolve: ({ complaintId }, _args, { loaders }) => loaders.complaint.load(complaintId),
    }),
  }),
});
