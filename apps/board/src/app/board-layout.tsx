import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { BoardPage } from '../features/board/board-page.tsx';

/** The board, and over it whatever the URL asks for. */
export function BoardLayout() {
  return (
    <>
      <BoardPage />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}
