import { complaintRule } from '@redress/domain/actions/complaint-rule';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { LINE, PARAGRAPH, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'complaintRule',
  description:
    'Rules on whose a contested complaint is (裁定). A coordinator does. The department has it at once, may appeal for a time, and can hand it on only as RulingStandsError says.',
  input: {
    description: 'Which contested complaint is whose, and why.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      departmentCode: t.string({
        required: true,
        description: 'Whose it is: a department that declined it, the one that has it, or any other.',
      }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    departmentCode: text(LINE),
    reason: text(PARAGRAPH),
    expectedVersion,
  }),
  action: complaintRule,
  refusals: ['RULING_SETTLED', 'STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'ruling'] },
});
