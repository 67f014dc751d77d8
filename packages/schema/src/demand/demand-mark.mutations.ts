import { demandMark, demandMarkDecide, demandUnmark } from '@redress/domain/actions/demand-mark';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, optionalText, text } from '../mutation/input.ts';
import { MAX_EVIDENCE } from './demand-mark.ts';

actionField({
  name: 'demandMark',
  description:
    'Asks that a customer’s demands be shown as unreasonable, until a date. A supervisor does; it shows once a second one, or a coordinator, agrees. Nothing else follows from it.',
  input: {
    description: 'Why, what shows it, and until when.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint that shows it.' }),
      reason: t.string({ required: true, description: 'Why they are unreasonable; at most 2,000 characters.' }),
      evidence: t.string({ required: true, description: 'What shows it; at most 2,000 characters.' }),
      attachmentIds: t.idList({ description: `Files of the complaint that show it; at most ${MAX_EVIDENCE}.` }),
      until: t.field({
        type: 'DateTime',
        required: true,
        description: 'When it ends by itself; in the future, within a year.',
      }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    reason: text(PARAGRAPH),
    evidence: text(PARAGRAPH),
    attachmentIds: z
      .array(globalId('Attachment'))
      .max(MAX_EVIDENCE, 'tooMany')
      .nullish()
      .transform((ids) => ids ?? []),
    until: given<Date>(),
  }),
  action: demandMark,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});

actionField({
  name: 'demandMarkDecide',
  description: 'The second person’s word on a mark: a supervisor’s or a coordinator’s, never who asked for it.',
  input: {
    description: 'The decision.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The mark.' }),
      approve: t.boolean({ required: true, description: 'Whether it shows.' }),
      reason: t.string({ description: 'Why; required with a no; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('DemandMark'), approve: given<boolean>(), reason: optionalText(PARAGRAPH) }),
  action: demandMarkDecide,
  refusals: ['REVIEW_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});

actionField({
  name: 'demandUnmark',
  description: 'Takes a mark back before its date. A supervisor does.',
  input: {
    description: 'Which mark, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The mark.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('DemandMark'), reason: text(PARAGRAPH) }),
  action: demandUnmark,
  refusals: ['REVIEW_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
