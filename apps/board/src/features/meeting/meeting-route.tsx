import { Button } from '@mantine/core';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { Provider as GraphqlProvider } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { MessagePage } from '../../ui/message-page.tsx';
import { PageLoader } from '../../ui/page-loader.tsx';
import { MeetingScreen } from './meeting-screen.tsx';
import { useMeetingT } from './meeting-texts.ts';
import { useMeeting } from './use-meeting.ts';

/** The screen that a meeting runs on. When it ends, everybody is led to its minutes. */
export function MeetingRoute() {
  const t = useMeetingT();
  const { id } = useParams({ from: '/signed-in/meetings/$id' });
  const live = useMeeting(id);
  if (live.state === 'loading') return <PageLoader />;
  if (live.state === 'missing') {
    return (
      <MessagePage title={t('meeting.title')} text={t('meeting.missing')}>
        <Button renderRoot={(props) => <Link to="/meetings" {...props} />}>{t('meeting.toList')}</Button>
      </MessagePage>
    );
  }
  if (live.meeting.phase !== 'RUNNING') return <Navigate to="/meetings/$id/minutes" params={{ id }} replace />;
  return (
    <GraphqlProvider value={cachedClient}>
      <MeetingScreen key={id} meeting={live.meeting} isLive={live.isLive} />
    </GraphqlProvider>
  );
}
