/** Leading a meeting: what everybody is shown, what is decided, and how each item ends (docs/SPEC.md, ME5–ME6, ME10–ME11). */
import { isPresent } from '../rules/meeting.ts';
import type { MeetingOutcome } from '../rules/meeting.ts';
import type { ActionContext } from './context.ts';
import { decisionStep } from './meeting-decision.ts';
import type { DecisionInput } from './meeting-decision.ts';
import { changeMeeting, requireItem, requirePresenter, requireRunning, requireRunsMeetings } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';

/** Shows everybody this item; null: the agenda as a whole. */
export function meetingFocus(
  ctx: ActionContext,
  { id, itemId }: { id: string; itemId: string | null },
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingFocus', id, (open) => {
    requirePresenter(open);
    const item = itemId === null ? null : requireItem(open, itemId);
    if (open.meeting.state.focusId === itemId) return [];
    return [{ kind: 'FOCUSED', itemId, complaintId: item?.complaintId ?? null }];
  });
}

/** Takes over from whoever leads. Of two at once the later one leads, and the other is told by what they try next. */
export function meetingPresent(ctx: ActionContext, { id }: { id: string }): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingPresent', id, (open) => {
    requireRunsMeetings(ctx);
    requireRunning(open);
    const { state } = open.meeting;
    if (state.presenterId === open.memberId) return [];
    const comes = isPresent(state, open.memberId) ? [] : [{ kind: 'JOINED' as const, memberId: open.memberId }];
    return [...comes, { kind: 'PRESENTED' }];
  });
}

export interface MeetingDecideInput extends DecisionInput {
  id: string;
  itemId: string;
}

/** Writes down what was decided in words. What is done to the complaint is in the minutes by being done. */
export function meetingDecide(ctx: ActionContext, input: MeetingDecideInput): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingDecide', input.id, (open) => {
    requirePresenter(open);
    const { id: itemId, complaintId } = requireItem(open, input.itemId);
    return [{ kind: 'DECIDED', itemId, complaintId, ...decisionStep(ctx, open, input) }];
  });
}

/** Says how the talk about an item ended. */
export function meetingItemConclude(
  ctx: ActionContext,
  { id, itemId, outcome }: { id: string; itemId: string; outcome: MeetingOutcome },
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingItemConclude', id, (open) => {
    requirePresenter(open);
    const item = requireItem(open, itemId);
    if (item.outcome === outcome) return [];
    return [{ kind: 'CONCLUDED', itemId, complaintId: item.complaintId, outcome }];
  });
}
