/** How much time figures may be asked for. */
import { badUserInput } from '../top-level-error.ts';

const DAY = 24 * 60 * 60_000;

/** Each row of the time is read: a year, and the days that a comparison takes, but not all that there ever was. */
export const LONGEST_DAYS = 400;

/** Refuses a time that is too long. */
export function checkFiguresLength(from: Date, before: Date): void {
  if (before.getTime() - from.getTime() > LONGEST_DAYS * DAY)
    throw badUserInput(`Figures are of ${LONGEST_DAYS} days at most.`);
}

/** Refuses a time that ends before it begins, and one that is too long. */
export function checkFiguresTime(from: Date, before: Date): void {
  if (from >= before) throw badUserInput('`from` must lie before `before`.');
  checkFiguresLength(from, before);
}
