import { useEffect, useEffectEvent } from 'react';
import { useQuery } from 'urql';
import { complaintQuery } from '../complaint/complaint-documents.ts';
import type { ComplaintView } from '../complaint/complaint-documents.ts';

/**
 * The complaint that is looked at, whole, or null until it is here. The meeting's stream tells its revision: as soon as
 * that is beyond what is shown, it is read again; so is what the network lost, once the stream is back. Nobody is shown
 * in the open on a meeting's screen, so nobody is offered to.
 */
export function useMeetingComplaint(number: string, revision: number, isLive: boolean): ComplaintView | null {
  const [{ data, error }, ask] = useQuery({
    query: complaintQuery,
    variables: { number },
    requestPolicy: 'cache-and-network',
  });
  const complaint = data?.complaint ?? null;
  const isBehind = complaint !== null && complaint.revision < revision;
  const catchUp = useEffectEvent(() => {
    if (isBehind || error !== undefined) ask({ requestPolicy: 'network-only' });
  });
  useEffect(() => {
    if (isLive) catchUp();
  }, [isLive, isBehind, revision]);
  return complaint && { ...complaint, viewerCan: { ...complaint.viewerCan, reveal: false } };
}
