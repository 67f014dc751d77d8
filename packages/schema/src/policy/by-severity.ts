/** Values that a policy has for each severity. */
import type { Severity } from '@redress/domain/rules/vocabulary';
import { builder } from '../builder.ts';

type BySeverity<T> = Record<Severity, T>;

export const MinutesBySeverity = builder.objectRef<BySeverity<number>>('MinutesBySeverity').implement({
  description: 'Minutes for each severity.',
  fields: (t) => ({
    urgent: t.int({ description: 'When URGENT.', resolve: ({ URGENT }) => URGENT }),
    important: t.int({ description: 'When IMPORTANT.', resolve: ({ IMPORTANT }) => IMPORTANT }),
    general: t.int({ description: 'When GENERAL.', resolve: ({ GENERAL }) => GENERAL }),
  }),
});

export const MinutesBySeverityInput = builder.inputType('MinutesBySeverityInput', {
  description: 'Minutes for each severity: 1 to 525,600.',
  fields: (t) => ({
    urgent: t.int({ required: true, description: 'When URGENT.' }),
    important: t.int({ required: true, description: 'When IMPORTANT.' }),
    general: t.int({ required: true, description: 'When GENERAL.' }),
  }),
});

export const RunsInEnum = builder.enumType('RunsIn', {
  description: 'In whose time a clock runs.',
  values: {
    ALWAYS: { description: 'Around the clock.' },
    DEPARTMENT: { description: 'In the hours of the department that must act.' },
    INTAKE: { description: 'In the hours of the intake desk.' },
    COORDINATION: { description: 'In the hours of the coordination group.' },
    NATIONAL: { description: 'On national working days.' },
  },
});

export const RunsInBySeverity = builder
  .objectRef<BySeverity<typeof RunsInEnum.$inferType>>('RunsInBySeverity')
  .implement({
    description: 'For each severity, in whose time a clock runs.',
    fields: (t) => ({
      urgent: t.field({ type: RunsInEnum, description: 'When URGENT.', resolve: ({ URGENT }) => URGENT }),
      important: t.field({ type: RunsInEnum, description: 'When IMPORTANT.', resolve: ({ IMPORTANT }) => IMPORTANT }),
      general: t.field({ type: RunsInEnum, description: 'When GENERAL.', resolve: ({ GENERAL }) => GENERAL }),
    }),
  });

export const RunsInBySeverityInput = builder.inputType('RunsInBySeverityInput', {
  description: 'For each severity, in whose time a clock runs.',
  fields: (t) => ({
    urgent: t.field({ type: RunsInEnum, required: true, description: 'When URGENT.' }),
    important: t.field({ type: RunsInEnum, required: true, description: 'When IMPORTANT.' }),
    general: t.field({ type: RunsInEnum, required: true, description: 'When GENERAL.' }),
  }),
});
