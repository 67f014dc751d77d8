import { useEffect, useEffectEvent } from 'react';
import type { ComplaintView } from '../complaint/complaint-documents.ts';
import { useReading } from '../complaint/use-reading.ts';

export interface LookedAt {
  /** Null: it is not here yet. */
  complaint: ComplaintView | null;
  /** Asks again for what could not be read; null while nothing failed. */
  retry: (() => void) | null;
}

/**
 * The complaint that is looked at, whole. The meeting's stream tells its revision: as soon as that is beyond what is
 * shown, it is read again. Nobody is shown in the open on a meeting's screen, so nobody is offered to.
 */
export function useMeetingComplaint(number: string, revision: number, isLive: boolean): LookedAt {
  const { complaint, isLoading, hasFailed, again } = useReading(number);
  const isBehind = complaint !== null && complaint.revision < revision;
  const catchUp = useEffectEvent(() => {
    if (isBehind) again();
  });
  useEffect(() => {
    if (isLive) catchUp();
  }, [isLive, isBehind, revision]);
  return {
    complaint: complaint && { ...complaint, viewerCan: { ...complaint.viewerCan, reveal: false } },
    retry: !hasFailed || isLoading ? null : again,
  };
}
