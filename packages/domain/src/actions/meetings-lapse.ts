/** What the clock does about meetings that nobody ended (docs/SPEC.md, ME24). */
import { uuidv7 } from 'uuidv7';
import { findMeeting, loadDone, runningMeetings } from '../reads/meetings.ts';
import { ABANDONED, leftAt } from '../rules/meeting-quiet.ts';
import type { ActionContext } from './context.ts';
import { stepRows } from './meeting-steps.ts';
import { tryChangeSettings } from './settings-change.ts';

/**
 * Ends those that were left, as of when they were; gives how many. Of one in which something happens at this very moment the
 * number is taken, and it goes on.
 */
export async function meetingsLapse(ctx: ActionContext): Promise<number> {
  let ended = 0;
  for (const id of await runningMeetings(ctx.db)) if (await lapse(ctx, id)) ended += 1;
  return ended;
}

async function lapse(ctx: ActionContext, meetingId: string): Promise<boolean> {
  const meeting = await findMeeting(ctx.db, meetingId);
  if (meeting === null || meeting.state.phase !== 'RUNNING') return false;
  const { startedAt, state, steps } = meeting;
  const done = [...(await loadDone(ctx.db, meeting)).values()].flat();
  const doneAt = done.map(({ recordedAt }) => recordedAt).sort((a, b) => a.getTime() - b.getTime());
  const { attendance, presenterId, number } = state;
  const at = leftAt({ startedAt, lastStepAt: steps.at(-1)!.at, attendance }, doneAt, ctx.now());
  if (at === null) return false;
  const changeId = uuidv7();
  // A step is somebody's: of who led it then. That the clock took it, its audit says.
  const place = { meetingId, number: number + 1, changeId, byId: presenterId, at };
  const rows = stepRows([{ kind: 'ENDED', reasons: [ABANDONED] }], place);
  const payload = { meetingId, number: number + 1, what: 'ENDED' as const };
  const events = [{ type: 'MeetingChanged' as const, payload }];
  const result = await tryChangeSettings(ctx, 'meetingEnd', { id: changeId, rows, events, resultIds: null });
  return result.kind === 'COMMITTED';
}
