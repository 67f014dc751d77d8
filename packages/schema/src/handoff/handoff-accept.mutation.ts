import { handoffAccept } from '@redress/domain/actions/handoff-accept';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId } from '../mutation/input.ts';

actionField({
  name: 'handoffAccept',
  description:
    "Takes the complaint of a handoff over, and claims it. The asked department's head or deputy does, or a coordinator.",
  input: {
    description: 'Which handoff is accepted.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The handoff.' }) }),
  },
  parse: z.object({ id: globalId('Handoff') }),
  action: handoffAccept,
  refusals: ['HANDOFF_ANSWERED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'handoff'] },
});
