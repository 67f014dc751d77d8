/** Decisions in words after they were written down: put right, taken back, and done (docs/SPEC.md, ME19–ME20). */
import { loadPersons } from '../reads/complaints.ts';
import { complaintsOn } from '../reads/meetings.ts';
import { dueProblem } from '../rules/due.ts';
import { decisionsOf, runsMeetings } from '../rules/meeting.ts';
import type { MeetingDecision } from '../rules/meeting-decisions.ts';
import type { ActionContext } from './context.ts';
import { requireMembers } from './meeting-people.ts';
import { changeMeeting, requirePresenter } from './meeting-steps.ts';
import type { OpenMeeting, StepDraft } from './meeting-steps.ts';
import type { SettingsResult } from './policy-set.ts';
import { putBack } from './put-back.ts';
import { Refusal, invalid } from './refusal.ts';

/** What a decision says: the words, who sees to it, by when. */
export interface DecisionInput {
  text: string;
  ownerId: string | null;
  dueAt: Date | null;
}

export interface DecisionOf {
  /** The meeting that made it. */
  id: string;
  decisionId: string;
}

/** Puts a decision right while the meeting runs: it says this instead from now on. */
export function meetingDecisionAmend(
  ctx: ActionContext,
  { id, decisionId, ...input }: DecisionOf & DecisionInput,
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingDecisionAmend', id, async (open) => {
    requirePresenter(open);
    const known = requireDecision(open, decisionId);
    const text = known.text === null ? input.text : await withWhatMasksHide(ctx, open, known.text, input.text);
    const isSame =
      known.text === text && known.ownerId === input.ownerId && known.dueAt?.getTime() === input.dueAt?.getTime();
    return isSame ? [] : [{ kind: 'AMENDED', ...aboutIt(known), ...decisionStep(ctx, open, { ...input, text }) }];
  });
}

/** Takes a decision back while the meeting runs: it is none, and not in the minutes. */
export function meetingDecisionWithdraw(ctx: ActionContext, { id, decisionId }: DecisionOf): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingDecisionWithdraw', id, (open) => {
    requirePresenter(open);
    return [{ kind: 'WITHDRAWN', ...aboutIt(requireDecision(open, decisionId)) }];
  });
}

/** Says that what was decided is done, and what came of it. Who sees to it does, or a coordinator; also long after the meeting. */
export function meetingDecisionFulfil(
  ctx: ActionContext,
  { id, decisionId, note }: DecisionOf & { note: string | null },
): Promise<SettingsResult> {
  return changeMeeting(ctx, 'meetingDecisionFulfil', id, (open) => {
    const known = requireDecision(open, decisionId);
    if (known.ownerId !== open.memberId && !runsMeetings(ctx.principal))
      throw new Refusal({ code: 'FORBIDDEN', action: 'meetingDecisionFulfil' });
    return known.doneAt === null ? [{ kind: 'FULFILLED', ...aboutIt(known), text: note }] : [];
  });
}

/** The columns of a step that says this. */
export function decisionStep(
  ctx: ActionContext,
  { at }: OpenMeeting,
  { text, ownerId, dueAt }: DecisionInput,
): Pick<StepDraft, 'text' | 'memberId' | 'dueAt'> {
  if (ownerId !== null) requireMembers(ctx, [ownerId], true, 'ownerId');
  const problem = dueAt === null ? null : dueProblem(at, dueAt);
  if (problem !== null) throw invalid('dueAt', problem);
  return { text, memberId: ownerId, dueAt };
}

/** It was shown masked: the numbers, and whoever complains in anything on the agenda. */
async function withWhatMasksHide(
  { db }: ActionContext,
  { meeting }: OpenMeeting,
  stored: string,
  edited: string,
): Promise<string> {
  const persons = await loadPersons(db, complaintsOn(meeting));
  return putBack('text', edited, stored, [...persons.values()]);
}

const aboutIt = ({ id: decisionId, itemId, complaintId }: MeetingDecision) => ({ decisionId, itemId, complaintId });

function requireDecision({ meeting }: OpenMeeting, decisionId: string): MeetingDecision {
  const known = decisionsOf(meeting.state).find(({ id }) => id === decisionId);
  if (known === undefined) throw new Refusal({ code: 'NOT_FOUND' });
  return known;
}
