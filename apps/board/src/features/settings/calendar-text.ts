/**
 * A calendar as texts that a person can type: `09:00-12:00, 13:30-18:00` for the hours of a day, and a line for each day
 * of its own: `2026-10-01 国庆`, with hours behind the day where it is open. The server says what is wrong with them.
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

const HOURS = /^[\d:]+\s*[-–—~～]\s*[\d:]+([,，]\s*[\d:]+\s*[-–—~～]\s*[\d:]+)*/;

function parseDay(line: string): CalendarInput['days'][number] {
  const [day = '', ...rest] = line.trim().split(/\s+/);
  const behind = rest.join(' ');
  const hours = HOURS.exec(behind)?.[0] ?? '';
  return { day, spans: parseSpans(hours), name: behind.slice(hours.length).trim() };
}

/** The calendar as fields of a form. */
export function calendarFields(calendar: Calendar): Record<string, string> {
  const week = calendar.week.map(({ weekday, spans }) => [`week.${weekday}`, spansText(spans)]);
  const days = calendar.days.map(({ day, spans, name }) => [day, spansText(spans), name].filter(Boolean).join(' '));
  return {
    nameZh: calendar.nameZh,
    nameEn: calendar.nameEn,
    timeZone: calendar.timeZone,
    holidays: calendar.holidays ?? '',
    ...Object.fromEntries(week),
    makeUp: calendar.makeUp === null ? '' : spansText(calendar.makeUp),
    days: days.join('\n'),
  };
}

/** What the form says, as the server takes it. */
export function calendarValue(text: (name: string) => string): CalendarInput {
  const lines = text('days').split('\n');
  return {
    nameZh: text('nameZh'),
    nameEn: text('nameEn'),
    timeZone: text('timeZone').trim(),
    holidays: text('holidays').trim() || null,
    week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, spans: parseSpans(text(`week.${weekday}`)) })),
    makeUp: text('makeUp').trim() === '' ? null : parseSpans(text('makeUp')),
    days: lines.filter((line) => line.trim() !== '').map(parseDay),
  };
}
