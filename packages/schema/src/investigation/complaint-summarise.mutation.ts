import { complaintSummarise } from '@redress/domain/actions/complaint-summarise';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'complaintSummarise',
  description: 'Writes the closing summary (结案小结); a later one of the round takes its place.',
  input: {
    description: 'The summary.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      summary: t.string({ required: true, description: 'The summary; at most 2,000 characters.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({ complaintId: globalId('Complaint'), summary: text(PARAGRAPH), expectedVersion }),
  action: complaintSummarise,
  refusals: ['STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'investigation'] },
});
