import { repliesHold, repliesRelease } from '@redress/domain/actions/replies-hold';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

const parse = z.object({ id: globalId('Complaint'), reason: text(PARAGRAPH) });

actionField({
  name: 'repliesHold',
  description:
    'Holds what goes out to the customer: until it is released, contacts and offers keep to wording that was approved. A coordinator or an executive does; a complaint that the press may take up is held by itself.',
  input: {
    description: 'Which complaint, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse,
  action: repliesHold,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});

actionField({
  name: 'repliesRelease',
  description: 'Lets replies go out again as ever. A coordinator or an executive does.',
  input: {
    description: 'Which complaint, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
    }),
  },
  parse,
  action: repliesRelease,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
