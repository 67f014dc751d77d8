import { validityDecide } from '@redress/domain/actions/validity-decide';
import type { Validity } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { attachedInput } from '../attachment/attached.ts';
import { ValidityEnum } from '../complaint/vocabulary.ts';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { PARAGRAPH, given, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'validityDecide',
  description:
    'Decides whether a complaint is well founded, with the reason. An unfounded one is settled with an explanation or with goodwill.',
  input: {
    description: 'What was decided, and why.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      validity: t.field({ type: ValidityEnum, required: true, description: 'Anything but UNDETERMINED.' }),
      reason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
      evidenceIds: t.idList({ description: 'Files of the complaint that show it: at most 20. Null: none.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    validity: given<Validity>(),
    reason: text(PARAGRAPH),
    evidenceIds: attachedInput,
    expectedVersion,
  }),
  action: validityDecide,
  refusals: ['STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'investigation'] },
});
