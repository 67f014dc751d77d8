/**
 * A calendar as the flat texts that a draft can keep: `09:00-12:00, 13:30-18:00` for the hours of a day, and a line for
 * each day of its own. What is typed by half survives, too; the server says what is wrong with it.
 */
import type { PolicyEntry } from './settings-documents.ts';
import type { PolicyValueInput } from './policy-form.ts';

type Calendar = Extract<PolicyEntry['value'], { __typename: 'CalendarPolicy' }>;
type CalendarInput = Extract<PolicyValueInput, { calendar: object }>['calendar'];
interface Span {
  from: string;
  to: string;
}

export function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(', ');
}

/** Spans between commas, their ends between dashes of whatever width. */
export function parseSpans(text: string): Span[] {
  const parts = text.split(/[,，;；]/).map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const [from = '', to = ''] = part.split(/\s*[-–—~～]\s*/);
    return { from, to };
  });
}

export type OwnDay = CalendarInput['days'][number];

/** A day of the calendar's own, as a line: its parts between tabs, which no name of one line has. */
function dayLine({ day, spans, name }: OwnDay): string {
  return [day, spansText(spans), name.replace(/\s+/g, ' ')].join('\t');
}

/** Days of the calendar's own as the text of a field. */
export function daysText(days: readonly OwnDay[]): string {
  return days.map(dayLine).join('\n');
}

/** The days that the text of a field says. */
export function parseDays(text: string): OwnDay[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [day = '', spans = '', name = ''] = line.split('\t');
    return { day, spans: parseSpans(spans), name };
  });
}

/** The calendar as fields of a form. */
export function calendarFields(calendar: Calendar): Record<string, string> {
  const week = calendar.week.map(({ weekday, spans }) => [`week.${weekday}`, spansText(spans)]);
  return {
    nameZh: calendar.nameZh,
    nameEn: calendar.nameEn,
    timeZone: calendar.timeZone,
    holidays: calendar.holidays ?? '',
    ...Object.fromEntries(week),
    makeUp: calendar.makeUp === null ? '' : spansText(calendar.makeUp),
    days: daysText(calendar.days),
  };
}

/** What the form says, as the server takes it. */
export function calendarValue(text: (name: string) => string): CalendarInput {
  return {
    nameZh: text('nameZh'),
    nameEn: text('nameEn'),
    timeZone: text('timeZone').trim(),
    holidays: text('holidays').trim() || null,
    week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, spans: parseSpans(text(`week.${weekday}`)) })),
    makeUp: text('makeUp').trim() === '' ? null : parseSpans(text('makeUp')),
    days: parseDays(text('days')),
  };
}
