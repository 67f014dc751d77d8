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
