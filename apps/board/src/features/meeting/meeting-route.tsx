import { Navigate, useParams } from '@tanstack/react-router';
import { MeetingScreen } from './meeting-screen.tsx';
import { useMeetingT } from './meeting-texts.ts';
import { ToldMeeting } from './told-meeting.tsx';

/** The screen that a meeting runs on. When it ends, everybody is led to its minutes. */
export function MeetingRoute() {
  const t = useMeetingT();
  const { id } = useParams({ from: '/signed-in/meetings/$id' });
  return (
    <ToldMeeting id={id} title={t('meeting.title')}>
      {(meeting, isLive) =>
        meeting.phase === 'RUNNING' ? (
          <MeetingScreen key={id} meeting={meeting} isLive={isLive} />
        ) : (
          <Navigate to="/meetings/$id/minutes" params={{ id }} replace />
        )
      }
    </ToldMeeting>
  );
}
