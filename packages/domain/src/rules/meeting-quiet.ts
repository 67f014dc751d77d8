/**
 * A meeting that nobody ended (docs/SPEC.md, ME24): everybody has gone, and what is looked at would be looked at for ever.
 * Nobody's connection is asked: what was done in it last says until when it was one.
 */
import type { MeetingState } from './meeting.ts';

const MINUTE_MS = 60_000;
/** Without a step, and without an action that its minutes hold, for so long. */
export const QUIET_MS = 120 * MINUTE_MS;
/** The same once all others were taken down as gone. */
export const ALONE_MS = 30 * MINUTE_MS;
/** No meeting goes on for longer. */
export const LONGEST_MS = 12 * 60 * MINUTE_MS;

/** Why a step ended a meeting, where nobody did. */
export const ABANDONED = 'ABANDONED';

/**
 * When the meeting was left, if it is over by now; null while it goes on. `doneAt`: when the actions in its minutes were
 * done, in order. One that came after a silence of that length belongs to it no longer.
 */
export function leftAt(
  { startedAt, lastStepAt, attendance }: { startedAt: Date; lastStepAt: Date } & Pick<MeetingState, 'attendance'>,
  doneAt: readonly Date[],
  now: Date,
): Date | null {
  const here = attendance.filter((one) => one.leftAt === null);
  const silence = here.length <= 1 && attendance.length > 1 ? ALONE_MS : QUIET_MS;
  let last = lastStepAt.getTime();
  for (const at of doneAt.map((one) => one.getTime())) {
    if (at > last + silence) break;
    last = Math.max(last, at);
  }
  const isOver = now.getTime() >= Math.min(last + silence, startedAt.getTime() + LONGEST_MS);
  return isOver ? new Date(last) : null;
}
