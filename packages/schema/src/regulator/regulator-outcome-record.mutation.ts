import { regulatorOutcomeRecord } from '@redress/domain/actions/regulator-outcome';
import type { RegulatorOutcome } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, given, globalId, maybe, optionalText } from '../mutation/input.ts';
import { RegulatorOutcomeEnum } from './vocabulary.ts';

actionField({
  name: 'regulatorOutcomeRecord',
  description:
    'Writes down what the agency said in the end. Its clocks end; a later word of the agency takes the place of this one.',
  input: {
    description: 'What the agency said.',
    fields: (t) => ({
      id: t.id({ required: true, description: "The complaint: a regulator's case." }),
      outcome: t.field({ type: RegulatorOutcomeEnum, required: true, description: 'What came of it.' }),
      note: t.string({ description: 'What it said in words; at most 2,000 characters.' }),
      at: t.field({ type: 'DateTime', description: 'When it said so: after its letter. Null: now.' }),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    outcome: given<RegulatorOutcome>(),
    note: optionalText(PARAGRAPH),
    at: maybe<Date>(),
  }),
  action: regulatorOutcomeRecord,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
