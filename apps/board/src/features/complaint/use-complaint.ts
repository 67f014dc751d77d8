import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { onComplaintEvent } from '../board/current-board.ts';
import { complaintQuery } from './complaint-documents.ts';
import type { ComplaintView } from './complaint-documents.ts';

/** What is known of the complaint with a number. */
export type ComplaintState =
  | { state: 'loading' }
  /** Not there, or not for this viewer: the two look the same. */
  | { state: 'missing' }
  /** It was open here, and is not for this viewer any more: it was declined, handed over, or access ended. */
  | { state: 'left' }
  | { state: 'failed'; retry: () => void }
  | { state: 'ready'; complaint: ComplaintView };

/** Events come in bursts; one look after the burst is enough. In ms. */
const SETTLE = 150;

/** Loads a complaint whole and keeps it fresh: whenever the stream tells of it, it is read again. */
export function useComplaint(number: string): ComplaintState {
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: complaintQuery,
    variables: { number },
    requestPolicy: 'cache-and-network',
  });
  const complaint = data?.complaint ?? null;
  const id = complaint?.id ?? null;

  const [seen, setSeen] = useState(false);
  if (id !== null && !seen) setSeen(true);

  useEffect(() => {
    if (id === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onComplaintEvent(id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask({ requestPolicy: 'network-only' }), SETTLE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [id, ask]);

  if (complaint !== null) return { state: 'ready', complaint };
  if (fetching || stale) return { state: 'loading' };
  if (error !== undefined) return { state: 'failed', retry: () => ask({ requestPolicy: 'network-only' }) };
  return { state: seen ? 'left' : 'missing' };
}
