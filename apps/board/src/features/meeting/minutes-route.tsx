import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { Provider as GraphqlProvider } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { MessagePage } from '../../ui/message-page.tsx';
import { PageLoader } from '../../ui/page-loader.tsx';
import { useMeetingT } from './meeting-texts.ts';
import { Minutes } from './minutes.tsx';
import { useMeeting } from './use-meeting.ts';

/** The minutes of a meeting, also while it goes on. */
export function MinutesRoute() {
  const t = useMeetingT();
  const { id } = useParams({ from: '/signed-in/meetings/$id/minutes' });
  const live = useMeeting(id);
  if (live.state === 'loading') return <PageLoader />;
  if (live.state === 'missing') {
    return (
      <MessagePage title={t('meeting.minutes')} text={t('meeting.missing')}>
        <Button renderRoot={(props) => <Link to="/meetings" {...props} />}>{t('meeting.toList')}</Button>
      </MessagePage>
    );
  }
  return (
    <GraphqlProvider value={cachedClient}>
      <Minutes meeting={live.meeting} />
    </GraphqlProvider>
  );
}
