import { useNavigate } from '@tanstack/react-router';
import type { VariablesOf } from '../../graphql.ts';
import { meetingStartMutation } from './meeting-mutations.ts';
import { useMeetingAction } from './use-meeting-action.ts';
import type { MeetingAction } from './use-meeting-action.ts';

type Input = VariablesOf<typeof meetingStartMutation>['input'];

/** Starts a meeting, and goes to it. */
export function useStart(): Pick<MeetingAction<never>, 'busy' | 'failure' | 'refusal'> & {
  /** Whether it was started. */
  start: (input: Input) => Promise<boolean>;
} {
  const navigate = useNavigate();
  const { run, ...action } = useMeetingAction(meetingStartMutation, { adds: true });
  const start = async (input: Input) => {
    const answer = (await run({ input })) as { meeting?: { id: string } } | null;
    if (answer?.meeting === undefined) return false;
    await navigate({ to: '/meetings/$id', params: { id: answer.meeting.id } });
    return true;
  };
  return { ...action, start };
}
