import { Button } from '@mantine/core';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ServerUnreachable } from '../../app/server-unreachable.tsx';
import { addMessages } from '../../i18n/catalogue.ts';
import { savedViewMessages } from '../../i18n/messages/saved-views.ts';
import { useT } from '../../i18n/use-t.ts';
import { MessagePage } from '../../ui/message-page.tsx';
import { PageLoader } from '../../ui/page-loader.tsx';
import { savedViewQuery } from './saved-view-documents.ts';
import { searchOf } from './use-saved-views.ts';

addMessages(savedViewMessages);

/** `/views/…`, the link to a saved view: it leads to what the view is now. */
export function SavedViewRoute() {
  const t = useT();
  const { id } = useParams({ from: '/signed-in/views/$id' });
  const [{ data, error, fetching }, ask] = useQuery({
    query: savedViewQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  if (data?.node?.__typename === 'SavedView') return <Navigate to="/" search={searchOf(data.node)} replace />;
  if (error !== undefined && !fetching) {
    return <ServerUnreachable whole={false} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  }
  if (data === undefined) return <PageLoader />;
  return (
    <MessagePage title={t('saved.missing.title')} text={t('saved.missing.text')}>
      <Button renderRoot={(props) => <Link to="/" {...props} />}>{t('common.toBoard')}</Button>
    </MessagePage>
  );
}
