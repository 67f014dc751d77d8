import { replyApprove, replyDraft, replyReject } from '@redress/domain/actions/reply-draft';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'replyDraft',
  description: 'Drafts wording for the customer, which a coordinator or an executive approves before it is used.',
  input: {
    description: 'What is to be said.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      text: t.string({ required: true, description: 'The wording; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ complaintId: globalId('Complaint'), text: text(PARAGRAPH) }),
  action: replyDraft,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});

actionField({
  name: 'replyApprove',
  description: 'Approves wording for the customer: contacts and offers may keep to it. Never by who drafted it.',
  input: {
    description: 'Which wording.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The wording.' }) }),
  },
  parse: z.object({ id: globalId('Reply') }),
  action: replyApprove,
  refusals: ['REVIEW_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});

actionField({
  name: 'replyReject',
  description: 'Says that it is not to be said so, and why. Never by who drafted it.',
  input: {
    description: 'Which wording, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The wording.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Reply'), reason: text(PARAGRAPH) }),
  action: replyReject,
  refusals: ['REVIEW_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
