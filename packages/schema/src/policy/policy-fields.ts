/** What the mutations of policies have in common. */
import type { InputFieldBuilder, ObjectFieldBuilder } from '@pothos/core';
import { z } from 'zod';
import type { Types } from '../connection.ts';
import { PARAGRAPH, maybe, text } from '../mutation/input.ts';
import type { SettingsPayload } from '../mutation/settings-field.ts';
import { Policy } from './policy.ts';

const KEY = 64;

export const policyKey = z.string().trim().max(KEY, 'tooLong');
export const changeShape = { key: policyKey, reason: text(PARAGRAPH), expectedVersion: maybe<number>() };

/** Key, reason and the guard against another administrator. */
export function changeFields(t: InputFieldBuilder<Types, 'InputObject'>) {
  return {
    key: t.string({ required: true, description: 'For what: see PolicyKind.' }),
    reason: t.string({ required: true, description: 'Why; kept with the version.' }),
    expectedVersion: t.int({
      description:
        'The version that was looked at, 0 when there was none; another one is refused with StalePolicyError. Null: any.',
    }),
  };
}

export const policyPayload = (t: ObjectFieldBuilder<Types, SettingsPayload>) => ({
  policy: t.field({
    type: Policy,
    description: 'The version that was written.',
    resolve: ({ outcome }, _args, { directory }) => directory.policyById(outcome.policyId!)!,
  }),
});
