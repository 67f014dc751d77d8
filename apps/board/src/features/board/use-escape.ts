import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Calls when Escape is pressed inside an element and nothing in it (an open list) has taken it. */
export function useEscape(element: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      onEscape();
    };
    node.addEventListener('keydown', pressed);
    return () => node.removeEventListener('keydown', pressed);
  }, [element, onEscape]);
}
