import { dutyGive } from '@redress/domain/actions/duty-give';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, globalId, maybe, optional, text } from '../mutation/input.ts';

actionField({
  name: 'dutyGive',
  description:
    'Puts a duty on the collaboration list (协办事项); the department that has it sees the complaint from now on.',
  input: {
    description: 'Which department does what, and by when.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      departmentCode: t.string({ required: true, description: 'The department that is to do it.' }),
      ownerId: t.id({ description: 'Who of the department does it. Null: the department decides.' }),
      what: t.string({ required: true, description: 'What is to be done; at most 2,000 characters.' }),
      dueAt: t.field({ type: 'DateTime', description: 'By when; in the future, within a year. Null: without a date.' }),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    departmentCode: text(LINE),
    ownerId: optional(globalId('Member')),
    what: text(PARAGRAPH),
    dueAt: maybe<Date>(),
  }),
  action: dutyGive,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'duty'] },
});
