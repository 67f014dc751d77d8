/** The bounds of a due time that a person sets: of a duty, of a promise (docs/SPEC.md, DU3, PM2). */
import { DAY_MS } from './days.ts';

/** What is set further away than this is a slip of the hand. */
const FURTHEST_MS = 366 * DAY_MS;

/** What is wrong with the due time, as a key of the message catalogue; null when nothing is. */
export function dueProblem(givenAt: Date, dueAt: Date): 'dueBeforeGiven' | 'dueTooFar' | null {
  if (dueAt <= givenAt) return 'dueBeforeGiven';
  return dueAt.getTime() - givenAt.getTime() > FURTHEST_MS ? 'dueTooFar' : null;
}
