/** Fields of a form that hold lengths of time, and what a day is worth in them. Pure, for tests. */
import { parseDuration } from './duration.ts';
import type { FieldShape, Fields } from './policy-form.ts';
import { RUNS_IN } from './runs-in.ts';
import type { RunsIn } from './runs-in.ts';

/** How many minutes of open time a working day has, by whose time it is. */
export type Workdays = Readonly<Record<RunsIn, number>>;

/** Days of 24 hours, whoever counts. */
export const WHOLE_DAYS = Object.fromEntries(RUNS_IN.map((runsIn) => [runsIn, 1_440])) as Workdays;

/** In whose time a duration of the form runs. */
export function timeOf({ runsIn }: FieldShape, fields: Fields): RunsIn {
  return runsIn == null ? 'ALWAYS' : (String(fields[runsIn] ?? 'ALWAYS') as RunsIn);
}

/** The minutes that a field says in that time; 0, which the server refuses, when it can't be read. */
export function minutesOf(name: string, runsIn: string, fields: Fields, workdays: Workdays): number {
  const minutes = parseDuration(String(fields[name] ?? ''), workdays[runsIn as RunsIn]) ?? 0;
  return Math.min(minutes, 2_000_000_000);
}

/** Durations that can't be read, by field: they are told before anything is sent. */
export function unreadable(shape: readonly FieldShape[], fields: Fields, workdays: Workdays): string[] {
  const durations = shape.filter(({ type }) => type === 'duration');
  const read = (field: FieldShape) => parseDuration(String(fields[field.name] ?? ''), workdays[timeOf(field, fields)]);
  return durations.filter((field) => read(field) === null).map(({ name }) => name);
}
