import { useEffect } from 'react';
import { useQuery } from 'urql';
import { complaintQuery } from '../complaint/complaint-documents.ts';
import type { ComplaintView } from '../complaint/complaint-documents.ts';

/**
 * The complaint that is looked at, whole, or null until it is here. The meeting's stream tells its revision: as soon as
 * that is beyond what is shown, it is read again. Nobody is shown in the open on a meeting's screen, so nobody is
 * offered to.
 */
export function useMeetingComplaint(number: string, revision: number): ComplaintView | null {
  const [{ data }, ask] = useQuery({
    query: complaintQuery,
    variables: { number },
    requestPolicy: 'cache-and-network',
  });
  const complaint = data?.complaint ?? null;
  const isBehind = complaint !== null && complaint.revision < revision;
  useEffect(() => {
    if (isBehind) ask({ requestPolicy: 'network-only' });
  }, [isBehind, revision, ask]);
  return complaint && { ...complaint, viewerCan: { ...complaint.viewerCan, reveal: false } };
}
