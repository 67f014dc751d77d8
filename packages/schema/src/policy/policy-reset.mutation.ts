import { policyReset } from '@redress/domain/actions/policy-set';
import type { PolicyKind } from '@redress/domain/rules/policies';
import { z } from 'zod';
import { given } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { changeFields, changeShape, policyPayload } from './policy-fields.ts';
import { PolicyKindEnum } from './policy-value.ts';

settingsField({
  name: 'policyReset',
  description:
    "Takes a policy back to the product's default, as a new version that upgrades may renew again. A ladder, a roster or a duty template that has none is withdrawn: it says nothing from then on. For administrators.",
  input: {
    description: 'Which policy.',
    fields: (t) => ({
      kind: t.field({ type: PolicyKindEnum, required: true, description: 'What it settles.' }),
      ...changeFields(t),
    }),
  },
  parse: z.object({ ...changeShape, kind: given<PolicyKind>() }),
  action: policyReset,
  errors: ['StalePolicyError'],
  payload: policyPayload,
});
