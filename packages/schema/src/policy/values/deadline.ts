import type { DeadlinePolicy as Value } from '@redress/domain/rules/deadlines';
import { builder } from '../../builder.ts';
import { MinutesBySeverity, MinutesBySeverityInput, RunsInBySeverity, RunsInBySeverityInput } from '../by-severity.ts';

export const DeadlinePolicy = builder.objectRef<Value>('DeadlinePolicy').implement({
  description: 'How long a clock may take, and in whose time. Its key is a DeadlineKind.',
  fields: (t) => ({
    minutes: t.expose('minutes', {
      type: MinutesBySeverity,
      nullable: true,
      description: 'How long it may take; null for kinds whose due time is set for each: PROMISE, DUTY.',
    }),
    runsIn: t.expose('runsIn', { type: RunsInBySeverity, description: 'In whose time it runs.' }),
    warnPercent: t.exposeInt('warnPercent', {
      description: 'The share of the allowance after which it warns, in percent: 1 to 99.',
    }),
  }),
});

export const DeadlinePolicyInput = builder.inputType('DeadlinePolicyInput', {
  description: 'How long a clock may take, and in whose time. Its key is a DeadlineKind.',
  fields: (t) => ({
    minutes: t.field({
      type: MinutesBySeverityInput,
      description: 'How long it may take. Left out for PROMISE and DUTY, and only for them.',
    }),
    runsIn: t.field({ type: RunsInBySeverityInput, required: true, description: 'In whose time it runs.' }),
    warnPercent: t.int({
      required: true,
      description: 'The share of the allowance after which it warns, in percent: 1 to 99.',
    }),
  }),
});
