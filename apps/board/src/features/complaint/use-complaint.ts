import { useEffect, useEffectEvent } from 'react';
import { onComplaintEvent } from '../board/current-board.ts';
import type { ComplaintView } from './complaint-documents.ts';
import { useReading } from './use-reading.ts';

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
  const { complaint, isGone, isLoading, hasFailed, again } = useReading(number);
  const id = complaint?.id ?? null;

  const readAgain = useEffectEvent(again);
  useEffect(() => {
    if (id === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onComplaintEvent(id, () => {
      clearTimeout(timer);
      timer = setTimeout(() => readAgain(), SETTLE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [id]);

  if (complaint !== null) return { state: 'ready', complaint };
  if (isGone) return { state: 'left' };
  if (isLoading) return { state: 'loading' };
  if (hasFailed) return { state: 'failed', retry: again };
  return { state: 'missing' };
}
