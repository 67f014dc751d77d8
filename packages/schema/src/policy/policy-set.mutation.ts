import { policySet } from '@redress/domain/actions/policy-set';
import { z } from 'zod';
import { given } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { changeFields, changeShape, policyPayload } from './policy-fields.ts';
import { PolicyValueInput, inputPath, valueFromInput } from './policy-value.ts';

settingsField({
  name: 'policySet',
  description:
    'Writes a new version of a policy. Running clocks are recomputed by it: what they used stays used, and published breaches stay. For administrators; see `policyPreview` for what it would do.',
  input: {
    description: 'Which policy, and what it is to say.',
    fields: (t) => ({
      ...changeFields(t),
      value: t.field({ type: PolicyValueInput, required: true, description: 'What it is to say.' }),
    }),
  },
  parse: z
    .object({ ...changeShape, value: given<Record<string, unknown>>() })
    .transform(({ value, ...rest }) => ({ ...rest, ...valueFromInput(value) })),
  action: policySet,
  issueAt: (issue, { kind, value }) => ({ ...issue, path: inputPath(kind, issue.path, value) }),
  errors: ['StalePolicyError'],
  payload: policyPayload,
});
