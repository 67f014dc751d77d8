import { getRouteApi, Outlet, useMatch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { BoardPage } from '../features/board/board-page.tsx';
import { PageLoader } from '../ui/page-loader.tsx';
import classes from './board-layout.module.css';
import { lazyPart } from './parts.ts';

const boardRoute = getRouteApi('/signed-in/board');

const HandoffsView = lazyPart(async () => (await import('../features/handoffs/handoffs-view.tsx')).HandoffsView);
const DeadlinesView = lazyPart(async () => (await import('../features/deadlines/deadlines-view.tsx')).DeadlinesView);

const WallView = lazyPart(async () => (await import('../features/wall/wall-view.tsx')).WallView);
const TableView = lazyPart(async () => (await import('../features/table/table-view.tsx')).TableView);

/** The board, or another view of it, and over it whatever the URL asks for. Under the desk it lives on, out of sight and reach. */
export function BoardLayout() {
  const { view } = boardRoute.useSearch();
  const isCovered = useMatch({ from: '/signed-in/board/desk', shouldThrow: false }) !== undefined;
  return (
    <>
      <div className={classes.board} inert={isCovered}>
        <Suspense fallback={<PageLoader />}>
          <Looked view={view} />
        </Suspense>
      </div>
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
    case 'wall':
      return <WallView />;
    case 'table':
      return <TableView />;
    default:
      return <BoardPage />;
  }
}
