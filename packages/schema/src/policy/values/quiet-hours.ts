import type { QuietHoursPolicy as Value } from '@redress/domain/rules/policies';
import { builder } from '../../builder.ts';

export const QuietHoursPolicy = builder.objectRef<Value>('QuietHoursPolicy').implement({
  description: 'When no ladder names anybody, unless it is urgent. Its key is COMPANY. All null: no hour is quiet.',
  fields: (t) => ({
    from: t.string({
      nullable: true,
      description: 'The first quiet minute of the day, as `22:00`.',
      resolve: ({ hours }) => hours?.from ?? null,
    }),
    to: t.string({
      nullable: true,
      description: 'When it is no longer quiet; earlier than `from`: on the next day.',
      resolve: ({ hours }) => hours?.to ?? null,
    }),
    timeZone: t.string({
      nullable: true,
      description: 'IANA name of the time zone.',
      resolve: ({ hours }) => hours?.timeZone ?? null,
    }),
  }),
});

export const QuietHoursPolicyInput = builder.inputType('QuietHoursPolicyInput', {
  description: 'When no ladder names anybody, unless it is urgent. Empty: no hour is quiet; else all three are said.',
  fields: (t) => ({
    from: t.string({ description: 'The first quiet minute of the day, as `22:00`.' }),
    to: t.string({ description: 'When it is no longer quiet; earlier than `from`: on the next day. Not equal to it.' }),
    timeZone: t.string({ description: 'IANA name of the time zone.' }),
  }),
});

/** The input as the rules keep it. What is left out of hours that were begun is for the rules to refuse. */
export function quietHoursValue({ from, to, timeZone }: typeof QuietHoursPolicyInput.$inferInput): unknown {
  const parts = { from: from ?? null, to: to ?? null, timeZone: timeZone ?? null };
  return { hours: Object.values(parts).every((part) => part === null) ? null : parts };
}

/** A path of the rules in the terms of the input. */
export function quietHoursPath([, ...path]: readonly string[]): string[] {
  return path;
}
