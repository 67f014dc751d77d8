import { Navigate, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { ServerUnreachable } from '../../app/server-unreachable.tsx';
import { PageLoader } from '../../ui/page-loader.tsx';
import { savedViewQuery } from './saved-view-documents.ts';
import { searchOf } from './use-saved-views.ts';

/** `/views/…`, the link to a saved view: it leads to what the view is now. */
export function SavedViewRoute() {
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
  return data === undefined ? <PageLoader /> : <NotFoundPage whole={false} />;
}
