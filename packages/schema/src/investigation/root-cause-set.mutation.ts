import { rootCauseSet } from '@redress/domain/actions/root-cause-set';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { LINE, PARAGRAPH, globalId, optionalText, text } from '../mutation/input.ts';

actionField({
  name: 'rootCauseSet',
  description: 'Says why it happened: a cause of the tree that `rootCauses` lists.',
  input: {
    description: 'Which cause.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      code: t.string({ required: true, description: 'The code of the cause.' }),
      note: t.string({ description: 'What there is to say about it; at most 2,000 characters.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    code: text(LINE),
    note: optionalText(PARAGRAPH),
    expectedVersion,
  }),
  action: rootCauseSet,
  refusals: ['STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'investigation'] },
});
