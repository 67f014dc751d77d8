/** A calendar's year at a glance: what is closed, what is worked instead, and why. */
import { specialDays } from '@redress/domain/reads/due-preview';
import type { SpecialDay } from '@redress/domain/reads/due-preview';
import { holidayPlaces } from '@redress/domain/rules/holidays';
import type { HolidayPlace } from '@redress/domain/rules/holidays';
import { timeText } from '@redress/domain/rules/span-text';
import { builder } from '../builder.ts';
import { invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { CalendarPolicyInput, CalendarSpan } from './calendar-policy.ts';
import { namedCalendar } from './named-calendar.ts';
import { DayKind } from './preview-day.ts';

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

const SpecialDayType = builder.objectRef<SpecialDay>('CalendarSpecialDay').implement({
  description: 'A day that is not like others of its weekday.',
  fields: (t) => ({
    day: t.exposeString('day', { description: 'Which day, `YYYY-MM-DD`.' }),
    kind: t.expose('kind', { type: DayKind, description: 'Why it is as it is; neither WEEKDAY nor CLOSED.' }),
    nameZh: t.exposeString('nameZh', { nullable: true, description: 'What it is called in Chinese.' }),
    nameEn: t.exposeString('nameEn', { nullable: true, description: 'What it is called in English.' }),
    spans: t.field({
      type: [CalendarSpan],
      description: 'Its open spans; none: it is closed.',
      resolve: ({ hours }) => hours.map(({ from, to }) => ({ from: timeText(from), to: timeText(to) })),
    }),
  }),
});

interface YearSource {
  __typename: 'CalendarYear';
  days: SpecialDay[];
  holidaysKnownThrough: number | null;
}

const Year = builder.objectRef<YearSource>('CalendarYear').implement({
  description: 'The days of a year that are not like others of their weekday.',
  fields: (t) => ({
    days: t.expose('days', { type: [SpecialDayType], description: 'Those days, in order.' }),
    holidaysKnownThrough: t.exposeInt('holidaysKnownThrough', {
      nullable: true,
      description:
        'The last year whose public holidays have been announced. Null when they follow from rules, or there are none.',
    }),
  }),
});

const YearInput = builder.inputType('CalendarYearInput', {
  description: 'A calendar, saved or a draft, and a year.',
  fields: (t) => ({
    code: t.string({ description: 'The code of a saved calendar; null with `calendar`.' }),
    calendar: t.field({ type: CalendarPolicyInput, description: 'A draft; null with `code`.' }),
    year: t.int({ required: true, description: `Which year, ${FIRST_YEAR} to ${LAST_YEAR}.` }),
  }),
});

const YearResult = resultUnion('calendarYear', Year, ['InvalidInputError']);

const Place = builder.objectRef<HolidayPlace>('HolidayPlace').implement({
  description: 'A place whose public holidays are known: a country, or a state of one.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What a calendar names it by: `CN`, `DE`, `DE-BY`.' }),
    country: t.exposeString('country', { description: 'The ISO code of the country, e.g. `DE`.' }),
    name: t.exposeString('name', { description: 'Its name: a country’s in English, a state’s as it calls itself.' }),
  }),
});

builder.queryFields((t) => ({
  calendarYear: t.field({
    type: YearResult,
    description:
      'The public holidays, the weekends that are worked instead and the own days of a calendar, for a year. For members and tokens.',
    args: { input: t.arg({ type: YearInput, required: true, description: 'What is looked at.' }) },
    resolve: (_root, { input }, ctx): YearSource | AnyUserError => {
      requirePrincipal(ctx);
      if (input.year < FIRST_YEAR || input.year > LAST_YEAR) {
        const values = { first: FIRST_YEAR, last: LAST_YEAR };
        return invalidInput([{ path: ['year'], key: 'yearOutOfBounds', values }], ctx);
      }
      const calendar = namedCalendar(input, ctx);
      return '__typename' in calendar
        ? calendar
        : { __typename: 'CalendarYear', ...specialDays(calendar.value, input.year) };
    },
  }),
  holidayPlaces: t.field({
    type: [Place],
    description: 'The places whose public holidays a calendar can follow, by code. For members and tokens.',
    resolve: (_root, _args, ctx) => {
      requirePrincipal(ctx);
      return holidayPlaces();
    },
  }),
}));
