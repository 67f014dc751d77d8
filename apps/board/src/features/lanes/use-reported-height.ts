import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** For the part that is asked about: tells how high it is in CSS pixels, whenever that is another height. */
export function useReportedHeight(
  id: string,
  onHeight: (id: string, height: number) => void,
): RefObject<HTMLDivElement | null> {
  const part = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = part;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => onHeight(id, current.offsetHeight));
    observer.observe(current);
    return () => observer.disconnect();
  }, [id, onHeight]);
  return part;
}
