import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Alt and an arrow move the row in which one is typing, whatever its field does with arrows; the focus stays in it. */
export function useMoveKeys(onMove: (by: 1 | -1) => void): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null);
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  useEffect(() => {
    const element = row.current;
    const move = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      event.stopPropagation();
      const field = event.target as HTMLElement;
      latest.current(event.key === 'ArrowUp' ? -1 : 1);
      // The row goes elsewhere in the document, and takes the focus along.
      requestAnimationFrame(() => field.focus());
    };
    element?.addEventListener('keydown', move);
    return () => element?.removeEventListener('keydown', move);
  }, []);
  return row;
}
