import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Provider as GraphqlProvider } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { ServerUnreachable } from '../../app/server-unreachable.tsx';
import { MessagePage } from '../../ui/message-page.tsx';
import { PageLoader } from '../../ui/page-loader.tsx';
import type { MeetingView } from './meeting-documents.ts';
import { useMeetingT } from './meeting-texts.ts';
import { useMeeting } from './use-meeting.ts';

interface Props {
  id: string;
  /** What stands over the page where the meeting is not shown. */
  title: string;
  children: (meeting: MeetingView, isLive: boolean) => ReactNode;
}

/** What shows a meeting, from when its stream has told of it; before that, and where it never will, the reason. */
export function ToldMeeting({ id, title, children }: Props) {
  const t = useMeetingT();
  const { live, again } = useMeeting(id);
  switch (live.state) {
    case 'loading':
      return <PageLoader />;
    case 'unreached':
      return <ServerUnreachable whole={false} onRetry={again} />;
    case 'missing':
      return (
        <MessagePage title={title} text={t('meeting.missing')}>
          <Button renderRoot={(props) => <Link to="/meetings" {...props} />}>{t('meeting.toList')}</Button>
        </MessagePage>
      );
    case 'ready':
      return <GraphqlProvider value={cachedClient}>{children(live.meeting, live.isLive)}</GraphqlProvider>;
  }
}
