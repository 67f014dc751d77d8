import { SubmitFailure } from '../../app/submit-failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { MeetingAction } from './use-meeting-action.ts';

/** Why an action on the meeting was not carried out, beside what asked for it. */
export function ActionProblem({ action }: { action: Pick<MeetingAction<never>, 'failure' | 'refusal'> }) {
  const { failure, refusal } = action;
  if (refusal === null) return <SubmitFailure failure={failure} />;
  const told = Object.values(refusal.fields);
  return <Notice kind="problem">{told.length > 0 ? told.join(' ') : refusal.message}</Notice>;
}
