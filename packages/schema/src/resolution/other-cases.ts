/** What of other cases a resolution is measured by. Apart from the type itself, since payments know their complaints. */
import { earlierPayments, precedentsOf } from '@redress/domain/reads/payments';
import { builder } from '../builder.ts';
import { Payment } from './payment.ts';
import { Resolution } from './resolution.ts';

/** Read for one resolution at a time: whoever approves looks at one. */
const complexity = { field: 10, multiplier: 5 };

builder.objectFields(Resolution, (t) => ({
  repeats: t.field({
    type: [Payment],
    description:
      'Payments to the same customer (by id, phone number or e-mail address) of the last 365 days, the newest first.',
    complexity,
    resolve: async (row, _args, { loaders, db, now }) => {
      const complaint = await loaders.complaint.load(row.complaintId);
      return earlierPayments(db, complaint?.customerId ?? null, now(), row.id);
    },
  }),
  precedents: t.field({
    type: [Payment],
    description:
      'What similar cases were settled with: the same kind, in complaints of the same category; the newest first, at most 10.',
    complexity,
    resolve: async ({ kind, complaintId }, _args, { loaders, db }) => {
      const complaint = await loaders.complaint.load(complaintId);
      return precedentsOf(db, { categoryCode: complaint?.categoryCode ?? null, kind, complaintId });
    },
  }),
}));
