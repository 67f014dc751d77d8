/** Working calendars: weekly hours, holidays and own days, as they are read and as they are set. */
import type { CalendarPolicy as CalendarValue, OwnDay } from '@redress/domain/rules/calendar';
import type { SpanText } from '@redress/domain/rules/span-text';
import { builder } from '../builder.ts';

export const CalendarSpan = builder.objectRef<SpanText>('CalendarSpan').implement({
  description: 'A span of open time within a day.',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'When it begins, `HH:mm` on the calendar’s clock.' }),
    to: t.exposeString('to', { description: 'When it ends, `HH:mm`; `24:00` is midnight.' }),
  }),
});

const CalendarWeekday = builder.objectRef<{ weekday: number; spans: SpanText[] }>('CalendarWeekday').implement({
  description: 'The hours of a day of the week.',
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { description: 'Its ISO number; Monday is 1, Sunday 7.' }),
    spans: t.expose('spans', { type: [CalendarSpan], description: 'Its open spans, in order; none: it is closed.' }),
  }),
});

export const CalendarDay = builder.objectRef<OwnDay>('CalendarDay').implement({
  description: 'A day that is as nobody would expect; it wins over week and holidays.',
  fields: (t) => ({
    day: t.exposeString('day', { description: 'Which day, `YYYY-MM-DD`.' }),
    spans: t.expose('spans', { type: [CalendarSpan], description: 'Its open spans; none: it is closed.' }),
    name: t.exposeString('name', { description: 'Why.' }),
  }),
});

export const CalendarPolicy = builder.objectRef<CalendarValue>('CalendarPolicy').implement({
  description: 'When somebody works: what deadlines in working time run in.',
  fields: (t) => ({
    nameZh: t.exposeString('nameZh', { description: 'Its name in Chinese.' }),
    nameEn: t.exposeString('nameEn', { description: 'Its name in English.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA name of the zone whose days these are.' }),
    week: t.field({
      type: [CalendarWeekday],
      description: 'The ordinary week, from Monday on.',
      resolve: ({ week }) => Object.entries(week).map(([weekday, spans]) => ({ weekday: Number(weekday), spans })),
    }),
    holidays: t.exposeString('holidays', {
      nullable: true,
      description: 'Whose public holidays are free: `CN` (with its make-up days), `DE-BY`, `US` …; null: nobody’s.',
    }),
    makeUp: t.expose('makeUp', {
      type: [CalendarSpan],
      nullable: true,
      description: 'The hours of a weekend that is worked instead of another day (调休); null: those of Monday.',
    }),
    days: t.expose('days', { type: [CalendarDay], description: 'Own closing days and special openings.' }),
  }),
});

const CalendarSpanInput = builder.inputType('CalendarSpanInput', {
  description: 'A span of open time within a day.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'When it begins, `HH:mm`.' }),
    to: t.string({ required: true, description: 'When it ends, `HH:mm`; `24:00` is midnight.' }),
  }),
});

const CalendarDayInput = builder.inputType('CalendarDayInput', {
  description: 'A day that is as nobody would expect.',
  fields: (t) => ({
    day: t.string({ required: true, description: 'Which day, `YYYY-MM-DD`.' }),
    spans: t.field({
      type: [CalendarSpanInput],
      required: true,
      description: 'Its open spans; none: it is closed.',
    }),
    name: t.string({ required: true, description: 'Why.' }),
  }),
});

const CalendarWeekdayInput = builder.inputType('CalendarWeekdayInput', {
  description: 'The hours of a day of the week.',
  fields: (t) => ({
    weekday: t.int({ required: true, description: 'Its ISO number; Monday is 1, Sunday 7.' }),
    spans: t.field({ type: [CalendarSpanInput], required: true, description: 'Its open spans, in order.' }),
  }),
});

export const CalendarPolicyInput = builder.inputType('CalendarPolicyInput', {
  description: 'A working calendar. A week without any hours is refused: no deadline would ever fall due.',
  fields: (t) => ({
    nameZh: t.string({ required: true, description: 'Its name in Chinese.' }),
    nameEn: t.string({ required: true, description: 'Its name in English.' }),
    timeZone: t.string({ required: true, description: 'IANA name of the zone whose days these are.' }),
    week: t.field({
      type: [CalendarWeekdayInput],
      required: true,
      description: 'The ordinary week; a weekday that is left out is closed.',
    }),
    holidays: t.string({ description: 'Whose public holidays are free, as `CN`, `DE-BY`, `US`; null: nobody’s.' }),
    makeUp: t.field({
      type: [CalendarSpanInput],
      description: 'The hours of a weekend that is worked instead; null: those of Monday.',
    }),
    days: t.field({
      type: [CalendarDayInput],
      required: true,
      description: 'Own closing days and special openings; at most 2,000.',
    }),
  }),
});

type CalendarInput = typeof CalendarPolicyInput.$inferInput;

/** The input as the value of a policy, for its shape to check: what a weekday lacks is empty, what is left out null. */
export function calendarValue({ week, holidays, makeUp, ...rest }: CalendarInput): unknown {
  const spansOf = (weekday: number) => week.filter((day) => day.weekday === weekday).flatMap(({ spans }) => spans);
  return {
    ...rest,
    week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [String(weekday), spansOf(weekday)])),
    holidays: holidays ?? null,
    makeUp: makeUp ?? null,
  };
}
