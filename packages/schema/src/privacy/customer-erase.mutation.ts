import { customerErase } from '@redress/domain/actions/customer-erase';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';
import { ErasureGroundEnum } from './vocabulary.ts';

/** What people erase for; the term of a policy is the clock's to watch. */
const GROUNDS = ['ASKED_BY_CUSTOMER', 'CONSENT_WITHDRAWN', 'PURPOSE_OVER', 'UNLAWFUL'] as const;

actionField({
  name: 'customerErase',
  description:
    'Asks that a customer be erased: who they are, the texts and files of all of their complaints, what finds them in searches, and the way to their page. What happened, and every figure, stays. Somebody else has to carry it out (`erasureDecide`) within 30 days. For coordinators and supervisors; refused while a complaint of theirs is open or may come to court.',
  input: {
    description: 'Whom, and on what ground.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'A complaint of theirs.' }),
      ground: t.field({
        type: ErasureGroundEnum,
        required: true,
        description: 'On what ground; RETENTION_OVER is not for people to say.',
      }),
      reason: t.string({ description: 'The same in words; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    ground: z.enum(GROUNDS, 'invalid'),
    reason: optionalText(PARAGRAPH),
  }),
  action: customerErase,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'erasure'] },
});
