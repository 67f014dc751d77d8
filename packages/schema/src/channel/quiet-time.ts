/** The quiet hours of a channel, as they are read and as they are written. */
import { QUIET_HOURS_SHAPE } from '@redress/domain/rules/quiet-hours';
import type { QuietHours as Value } from '@redress/domain/rules/quiet-hours';
import { builder } from '../builder.ts';
import { optional } from '../mutation/input.ts';

export const QuietTime = builder.objectRef<Value>('QuietTime').implement({
  description: 'A time of day in which somebody is not to be disturbed. What is URGENT comes at any hour.',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'The first quiet minute of the day, as `22:00`.' }),
    to: t.exposeString('to', {
      description: 'When it is no longer quiet, as `08:00`; earlier than `from`: on the next day.',
    }),
    timeZone: t.exposeString('timeZone', { description: 'IANA name of the time zone, as `Asia/Shanghai`.' }),
  }),
});

export const QuietTimeInput = builder.inputType('QuietTimeInput', {
  description: 'A time of day in which somebody is not to be disturbed.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'The first quiet minute of the day, as `22:00`.' }),
    to: t.string({
      required: true,
      description: 'When it is no longer quiet; earlier than `from`: on the next day. Not equal to it.',
    }),
    timeZone: t.string({ required: true, description: 'IANA name of the time zone.' }),
  }),
});

/** Null: never quiet. */
export const quietTime = optional(QUIET_HOURS_SHAPE);
