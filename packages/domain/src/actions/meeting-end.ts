/** The end of a meeting, and its minutes: confirmed by the host, open to objections for a day (docs/SPEC.md, ME13–ME14). */
import { canSignIn } from '../reads/people.ts';
import { confirmsMinutes, looksOn, takesObjections } from '../rules/meeting.ts';
import type { ActionContext } from './context.ts';
import { changeMeeting, requirePresenter } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { Refusal, invalid } from './refusal.ts';

/** Ends it: what was done until now is in the minutes, and nothing after. */
export function meetingEnd(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingEnd', id, (open) => {
    requirePresenter(open);
    return [{ kind: 'ENDED' }];
  });
}

/** Who confirms them says that the minutes are right. */
export function minutesConfirm(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return changeMeeting(ctx, 'minutesConfirm', id, ({ meeting }) => {
    const { state } = meeting;
    const signsIn = (memberId: string) => canSignIn(ctx.directory, memberId);
    if (!confirmsMinutes(ctx.principal, meeting, signsIn))
      throw new Refusal({ code: 'FORBIDDEN', action: 'minutesConfirm' });
    if (state.phase === 'RUNNING') throw invalid('id', 'minutesBeforeEnd');
    return state.phase === 'CONFIRMED' ? [] : [{ kind: 'CONFIRMED' }];
  });
}

/** Somebody who belongs to the meeting, or was there, says what they find wrong. The objection stands in the minutes. */
export function minutesObject(ctx: ActionContext, { id, text }: { id: string; text: string }): Promise<SettingsResult> {
  return changeMeeting(ctx, 'minutesObject', id, ({ meeting, memberId, at }) => {
    const { state, memberIds, startedById } = meeting;
    const took = memberIds.includes(memberId) || state.attendance.some((one) => one.memberId === memberId);
    if ((!took && memberId !== startedById) || looksOn(ctx.principal))
      throw new Refusal({ code: 'FORBIDDEN', action: 'minutesObject' });
    if (!takesObjections(state, at))
      throw invalid('id', state.confirmedAt === null ? 'minutesNotConfirmed' : 'objectionsOver');
    return [{ kind: 'OBJECTED', text }];
  });
}
