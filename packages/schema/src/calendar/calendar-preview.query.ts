/** What a clock would come to in a calendar: asked before a calendar is saved, and by whoever wonders why. */
import { MAX_PREVIEW_DAYS, previewDue } from '@redress/domain/reads/due-preview';
import type { DuePreview } from '@redress/domain/reads/due-preview';
import { NoOpenTimeError } from '@redress/domain/rules/hours';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { issuesOf } from '../mutation/input.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { CalendarPolicyInput } from './calendar-policy.ts';
import { namedCalendar } from './named-calendar.ts';
import { PreviewDay } from './preview-day.ts';

type PreviewSource = DuePreview & { __typename: 'CalendarPreview' };

const Preview = builder.objectRef<PreviewSource>('CalendarPreview').implement({
  description: 'When a clock would be due in a calendar, and why.',
  fields: (t) => ({
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'When its allowance would be used up.' }),
    days: t.expose('days', {
      type: [PreviewDay],
      description: `Every day from the start to the due time, at most ${MAX_PREVIEW_DAYS}.`,
    }),
    holidaysKnownThrough: t.exposeInt('holidaysKnownThrough', {
      nullable: true,
      description:
        'The last year whose public holidays have been announced; later ones count as ordinary days until then. Null when they follow from rules, or there are none.',
    }),
  }),
});

const PreviewResult = resultUnion('calendarPreview', Preview, ['InvalidInputError']);

/** A working year of a calendar that is open all day. */
const LONGEST_MINUTES = 525_600;

const PreviewInput = builder.inputType('CalendarPreviewInput', {
  description: 'A clock to try in a calendar: one that is saved, or a draft.',
  fields: (t) => ({
    code: t.string({ description: 'The code of a saved calendar; null with `calendar`.' }),
    calendar: t.field({ type: CalendarPolicyInput, description: 'A draft; null with `code`.' }),
    from: t.field({ type: 'DateTime', required: true, description: 'When the clock would start.' }),
    minutes: t.int({
      required: true,
      description: `Its allowance in minutes of open time, 1 to ${LONGEST_MINUTES}.`,
    }),
  }),
});

const MINUTES = z.object({
  minutes: z.number().min(1, 'minutesOutOfBounds').max(LONGEST_MINUTES, 'minutesOutOfBounds'),
});

builder.queryField('calendarPreview', (t) =>
  t.field({
    type: PreviewResult,
    description: 'When a clock that starts at a moment would be due in a calendar, and why. For members and tokens.',
    args: { input: t.arg({ type: PreviewInput, required: true, description: 'What is tried.' }) },
    resolve: (_root, { input }, ctx): PreviewSource | AnyUserError => {
      requirePrincipal(ctx);
      const minutes = MINUTES.safeParse(input);
      if (!minutes.success) return invalidInput(issuesOf(minutes.error), ctx);
      const calendar = namedCalendar(input, ctx);
      if ('__typename' in calendar) return calendar;
      try {
        return { __typename: 'CalendarPreview', ...previewDue(calendar.value, input.from, input.minutes) };
      } catch (error) {
        if (!(error instanceof NoOpenTimeError)) throw error;
        return invalidInput([{ path: ['minutes'], key: 'notEnoughOpenTime' }], ctx);
      }
    },
  }),
);
