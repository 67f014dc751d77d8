import { handoffDecline } from '@redress/domain/actions/handoff-decline';
import type { DeclinePreset } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, given, globalId, optionalText } from '../mutation/input.ts';
import { DeclinePresetEnum } from './vocabulary.ts';

actionField({
  name: 'handoffDecline',
  description:
    'Sends the complaint of a handoff back (退回). It stays with the department that asked; the one that declines may lose sight of it.',
  input: {
    description: 'Which handoff is declined, why, and where the complaint belongs.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The handoff.' }),
      preset: t.field({ type: DeclinePresetEnum, required: true, description: 'Why.' }),
      reason: t.string({ description: 'Why, in words; required with OTHER. At most 2,000 characters.' }),
      belongsToDepartmentCode: t.string({ description: 'Where it belongs. Null: the department does not know.' }),
    }),
  },
  parse: z.object({
    id: globalId('Handoff'),
    preset: given<DeclinePreset>(),
    reason: optionalText(PARAGRAPH),
    belongsToDepartmentCode: optionalText(LINE),
  }),
  action: handoffDecline,
  refusals: ['HANDOFF_ANSWERED', 'ALREADY_DONE', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'handoff'] },
});
