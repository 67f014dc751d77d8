/** Events of iCalendar as their parser hands them over, and what they say about whole days. */
import { dayNumber, isDay } from './days.ts';

/** jCal (RFC 7265), which is what the parser makes of the text. */
export type Property = [name: string, parameters: Record<string, unknown>, type: string, ...values: unknown[]];
export type Component = [name: string, properties: Property[], components: Component[]];

const MAX_LENGTH = 3 * 366;
const NAME_LENGTH = 100;
/** For an event that does not say what it is. */
const UNNAMED = 'iCalendar';

/** How many days a whole-day event lasts; no more than anybody asks for. Null when its end can't be read. */
export function lengthOf(event: Component): number | null {
  const [start, end] = [daysIn(event, 'dtstart')[0], daysIn(event, 'dtend')[0]];
  const duration = value(event, 'duration');
  let length = 1;
  if (start !== undefined && end !== undefined) length = end - start;
  else if (all(event, 'dtend').length > 0) return null;
  else if (duration !== undefined) {
    const [, weeks, days] = /^\+?P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T0[HMS])*$/.exec(textOf(duration)) ?? [];
    if (weeks === undefined && days === undefined) return null;
    length = Number(weeks ?? 0) * 7 + Number(days ?? 0);
  }
  // An event that ends on the day it begins was meant to have that day.
  return Math.min(Math.max(length, 1), MAX_LENGTH);
}

/** In one line, without what can't be stored, and no longer than a name may be. */
export function nameOf(event: Component): string {
  const words = textOf(value(event, 'summary')).replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ');
  return [...words.trim()].slice(0, NAME_LENGTH).join('').trim() || UNNAMED;
}

/** Whether an event begins at a moment, and not with a day. */
export function isTimed(event: Component): boolean {
  const [, , type, text] = all(event, 'dtstart')[0] ?? [];
  return type === 'date-time' && typeof text === 'string' && isDay(text.slice(0, 10));
}

/**
 * The days that a property names, as numbers; of a moment none, except where it only points at the day of an occurrence.
 * Some calendars write a bare day without saying that it is one.
 */
export function daysIn(event: Component, name: string): number[] {
  const pointsAtDays = name !== 'dtstart' && name !== 'dtend';
  return all(event, name)
    .flatMap(([, , type, ...values]) => values.map((text) => ({ type, text: textOf(text) })))
    .filter(({ type, text }) => isDay(text.slice(0, 10)) && (pointsAtDays || type === 'date' || text.endsWith('T::')))
    .map(({ text }) => dayNumber(text.slice(0, 10)));
}

/** The properties of this name. */
export function all([, properties]: Component, name: string): Property[] {
  return properties.filter((property) => property[0] === name);
}

/** The first value of the first property of this name. */
export function value(component: Component, name: string): unknown {
  return all(component, name)[0]?.[3];
}

/** Structured values have no text of their own; nothing that is read here has one. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
