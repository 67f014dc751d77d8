import { useEffect } from 'react';
import { useBoard } from '../board/board-context.tsx';
import { isLeadingBack, undoOfAction } from './board-undo.ts';
import { tellDone } from './offers.ts';

/** Tells of what is done on the board around it. Shows nothing. */
export function BoardOffers() {
  const session = useBoard();
  useEffect(
    () =>
      session.onDone((action, before, after, act) => {
        if (isLeadingBack(action)) return;
        const undo = undoOfAction(action, before, after);
        tellDone({ undo: undo && { ...undo, act } });
      }),
    [session],
  );
  return null;
}
