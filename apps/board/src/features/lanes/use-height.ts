import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** How high a part of the page is now, in CSS pixels; 0 before it is there. */
export function useHeight(part: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const { current } = part;
    if (current === null) return undefined;
    const measure = () => setHeight(current.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [part]);
  return height;
}
