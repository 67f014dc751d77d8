/** Who is at a meeting (docs/SPEC.md, ME12): each for themselves, and the presenter for those in the room. */
import { isPresent, looksOn } from '../rules/meeting.ts';
import type { ActionContext } from './context.ts';
import { changeMeeting, requirePresenter, requireRunning } from './meeting-steps.ts';
import type { OpenMeeting } from './meeting-steps.ts';
import { requireMembers } from './meeting-people.ts';
import type { SettingsResult } from './policy-set.ts';
import { Refusal, invalid } from './refusal.ts';

export interface MeetingJoinInput {
  id: string;
  /** Null: who asks. */
  memberId: string | null;
  standsInForId: string | null;
}

/** Takes a member down as being there, for themselves or in somebody's place. */
export function meetingJoin(ctx: ActionContext, input: MeetingJoinInput): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingJoin', input.id, (open) => {
    const memberId = whom(ctx, open, input.memberId);
    const { standsInForId } = input;
    if (memberId !== open.memberId) requireMembers(ctx, [memberId], true, 'memberId');
    if (standsInForId !== null) requireMembers(ctx, [standsInForId], true, 'standsInForId');
    if (standsInForId === memberId) throw invalid('standsInForId', 'standsInForThemselves');
    const { state } = open.meeting;
    const known = state.attendance.find((one) => one.memberId === memberId);
    const isLetIn = known?.isLetIn === true || memberId === open.memberId;
    if (known?.leftAt === null && known.standsInForId === standsInForId && isLetIn) return [];
    return [{ kind: 'JOINED', memberId, standsInForId }];
  });
}

/** Takes a member down as having left. Who leads stays in the lead until somebody takes over. */
export function meetingLeave(
  ctx: ActionContext,
  input: { id: string; memberId: string | null },
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingLeave', input.id, (open) => {
    const memberId = whom(ctx, open, input.memberId);
    if (memberId === open.meeting.state.presenterId) throw invalid('memberId', 'presenterStays');
    return isPresent(open.meeting.state, memberId) ? [{ kind: 'LEFT', memberId }] : [];
  });
}

function whom(ctx: ActionContext, open: OpenMeeting, memberId: string | null): string {
  requireRunning(open);
  if (memberId === null || memberId === open.memberId) {
    if (looksOn(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'meeting' });
    return open.memberId;
  }
  requirePresenter(open);
  return memberId;
}
