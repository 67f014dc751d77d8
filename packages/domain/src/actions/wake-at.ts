/** When something of a complaint happens by itself next: what the clock sleeps on (docs/SPEC.md, CLK4). */
import type { Case } from './case.ts';

type Waking = Pick<Case, 'complaint' | 'deadlines' | 'hold' | 'escalations' | 'survey'>;

/**
 * The earliest of its warnings, breaches, ladder steps, reminders of its survey and the date of its hold (asked for or standing);
 * null when nothing of it will happen.
 * Written with every change, so no clock can be committed without its wake-up.
 */
export function wakeAtOf({ complaint, deadlines, hold, escalations, survey }: Waking): Date | null {
  if (complaint.history) return null;
  const moments: (Date | null)[] = [];
  for (const clock of deadlines) {
    if (clock.state !== 'OPEN' || clock.silent || clock.breachPublishedAt !== null) continue;
    moments.push(clock.dueAt);
    if (clock.warnedAt === null && clock.warnAt !== null && clock.warnAt < clock.dueAt) moments.push(clock.warnAt);
  }
  if (hold !== null) moments.push(hold.until);
  if (survey?.state === 'ASKED') moments.push(survey.nextAt);
  for (const escalation of escalations) if (escalation.state === 'RUNNING') moments.push(escalation.nextAt);
  const times = moments.filter((moment) => moment !== null).map((moment) => moment.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}
