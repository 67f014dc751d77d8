import { useParams } from '@tanstack/react-router';
import { useMeetingT } from './meeting-texts.ts';
import { Minutes } from './minutes.tsx';
import { ToldMeeting } from './told-meeting.tsx';

/** The minutes of a meeting, also while it goes on. */
export function MinutesRoute() {
  const t = useMeetingT();
  const { id } = useParams({ from: '/signed-in/meetings/$id/minutes' });
  return (
    <ToldMeeting id={id} title={t('meeting.minutes')}>
      {(meeting) => <Minutes meeting={meeting} />}
    </ToldMeeting>
  );
}
