import { getRouteApi, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { BoardPage } from '../features/board/board-page.tsx';
import { PageLoader } from '../ui/page-loader.tsx';

const boardRoute = getRouteApi('/signed-in/board');

const HandoffsView = lazy(async () => ({
  default: (await import('../features/handoffs/handoffs-view.tsx')).HandoffsView,
}));
const DeadlinesView = lazy(async () => ({
  default: (await import('../features/deadlines/deadlines-view.tsx')).DeadlinesView,
}));

/** The board, or another view of it, and over it whatever the URL asks for. */
export function BoardLayout() {
  const { view } = boardRoute.useSearch();
  return (
    <>
      <Suspense fallback={<PageLoader />}>
        <Looked view={view} />
      </Suspense>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}

/** The way of looking at the complaints that `view` names; the board when it names none. */
function Looked({ view }: { view: string | undefined }) {
  switch (view) {
    case 'handoffs':
      return <HandoffsView />;
    case 'deadlines':
      return <DeadlinesView />;
    default:
      return <BoardPage />;
  }
}
