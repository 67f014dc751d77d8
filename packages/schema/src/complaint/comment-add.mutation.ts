import { commentAdd } from '@redress/domain/actions/comment-add';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

const MAX_MENTIONS = 20;

actionField({
  name: 'commentAdd',
  description: 'Adds a comment to the timeline of a complaint, for colleagues.',
  input: {
    description: 'What is said about which complaint.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      text: t.string({ required: true, description: 'The comment; at most 2,000 characters.' }),
      mentions: t.idList({
        description: `Members who are named in it and told, at most ${MAX_MENTIONS}; each must see the complaint: see \`Complaint.readers\`.`,
      }),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    text: text(PARAGRAPH),
    mentions: z.array(globalId('Member')).max(MAX_MENTIONS, 'tooMany').nullish(),
  }),
  action: (ctx, { mentions, ...comment }) => commentAdd(ctx, { ...comment, mentionedIds: mentions ?? [] }),
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
