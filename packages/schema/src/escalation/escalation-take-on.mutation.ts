import { escalationTakeOn } from '@redress/domain/actions/escalation-take-on';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'escalationTakeOn',
  description:
    'Takes an escalated complaint on: no level above fires any more, of this escalation or of others that stand. By whom they named, by head or deputy of the handling department, or by a coordinator.',
  input: {
    description: 'Which escalation is taken on.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The escalation.' }),
      note: t.string({ description: 'What is done about it, for colleagues; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Escalation'), note: optionalText(PARAGRAPH) }),
  action: escalationTakeOn,
  refusals: ['ESCALATION_ENDED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'escalation'] },
});
