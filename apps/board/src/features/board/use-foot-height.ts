import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Says in CSS, as `--foot-height`, how high the part at the foot of the page is: what floats there stays above it. */
export function useFootHeight(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = part;
    if (current === null) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--foot-height', `${current.offsetHeight}px`));
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty('--foot-height');
    };
  }, [part]);
}
