import { regulatorCaseSet } from '@redress/domain/actions/regulator-case-set';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { globalId, maybe } from '../mutation/input.ts';
import { letterFields, letterShape } from './regulator-facts.ts';

actionField({
  name: 'regulatorCaseSet',
  description:
    "Marks a complaint as a regulator's case, or corrects what the agency's letter says. Its clocks run in national working days; a published breach stays published.",
  input: {
    description: "What the agency's letter says.",
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      ...letterFields(t),
      expectedVersion: t.int({ description: 'Refused when the complaint has another version. Null: whatever it is.' }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), ...letterShape, expectedVersion: maybe<number>() }),
  action: regulatorCaseSet,
  refusals: ['STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
