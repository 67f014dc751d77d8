/** Closing days out of a calendar file, for an administrator to look at before they are saved. */
import type { OwnDay } from '@redress/domain/rules/calendar';
import { MAX_ICALENDAR_BYTES, SKIP_REASONS, closingDaysOf } from '@redress/domain/rules/icalendar';
import type { SkipReason } from '@redress/domain/rules/icalendar';
import { isDay } from '@redress/domain/rules/days';
import { hasRole } from '@redress/domain/rules/principal';
import { builder } from '../builder.ts';
import { forbidden, invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { CalendarDay } from './calendar-policy.ts';

const REASONS: Record<SkipReason, string> = {
  TIMED: 'It has hours; only whole-day events close a day.',
  CANCELLED: 'It was cancelled.',
  OUTSIDE_WINDOW: 'It lies outside the days that were asked for.',
  MALFORMED: 'It can’t be read.',
};

const SkipReasonEnum = builder.enumType('CalendarSkipReason', {
  description: 'Why an event of a calendar file gave no day.',
  values: Object.fromEntries(SKIP_REASONS.map((reason) => [reason, { description: REASONS[reason] }])) as {
    [R in SkipReason]: { description: string };
  },
});

const Skipped = builder.objectRef<{ reason: SkipReason; count: number }>('CalendarSkipped').implement({
  description: 'Events of a calendar file that gave no day.',
  fields: (t) => ({
    reason: t.expose('reason', { type: SkipReasonEnum, description: 'Why.' }),
    count: t.exposeInt('count', { description: 'How many there were.' }),
  }),
});

interface ImportSource {
  __typename: 'CalendarImport';
  days: OwnDay[];
  skipped: { reason: SkipReason; count: number }[];
}

const Imported = builder.objectRef<ImportSource>('CalendarImport').implement({
  description: 'What a calendar file says. Nothing is saved.',
  fields: (t) => ({
    days: t.expose('days', { type: [CalendarDay], description: 'Its closing days, in order.' }),
    skipped: t.expose('skipped', { type: [Skipped], description: 'What gave no day, by reason.' }),
  }),
});

const Result = resultUnion('calendarImport', Imported, ['InvalidInputError', 'ForbiddenError']);

const ImportInput = builder.inputType('CalendarImportInput', {
  description: 'A calendar file, and the days that are wanted of it.',
  fields: (t) => ({
    text: t.string({ required: true, description: `The iCalendar text, at most ${MAX_ICALENDAR_BYTES} bytes.` }),
    from: t.string({ required: true, description: 'The first day that is wanted, `YYYY-MM-DD`.' }),
    to: t.string({ required: true, description: 'The last one, at most three years later.' }),
  }),
});

/** The field of the input that a problem is about; all others are about the text. */
const PATHS: Partial<Record<string, string>> = { windowEndsBeforeItBegins: 'to', windowTooLong: 'to' };

builder.queryField('calendarImport', (t) =>
  t.field({
    type: Result,
    description:
      'The whole-day events of an iCalendar text as closing days. Saving them is `policySet`. For administrators.',
    args: { input: t.arg({ type: ImportInput, required: true, description: 'What is read.' }) },
    resolve: (_root, { input }, ctx): ImportSource | AnyUserError => {
      if (!hasRole(requirePrincipal(ctx), 'ADMIN')) return forbidden('settings', ctx);
      const malformed = (['from', 'to'] as const).filter((field) => !isDay(input[field]));
      if (malformed.length > 0) {
        return invalidInput(
          malformed.map((field) => ({ path: [field], key: 'malformedDay' })),
          ctx,
        );
      }
      const read = closingDaysOf(input.text, { from: input.from, to: input.to });
      if (read.ok) return { __typename: 'CalendarImport', days: read.days, skipped: read.skipped };
      return invalidInput([{ path: [PATHS[read.problem] ?? 'text'], key: read.problem }], ctx);
    },
  }),
);
