import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useWhenBack } from '../../app/use-when-back.ts';
import { SERVER_FAILED, backoffMs } from '../../live/backoff.ts';
import { complaintAgainQuery, complaintQuery } from './complaint-documents.ts';
import type { ComplaintView } from './complaint-documents.ts';

/** A complaint as it was last read, whole. */
export interface Reading {
  /** Null: not here yet, or not to be seen. */
  complaint: ComplaintView | null;
  /** It was here, and was not to be seen when it was read again. */
  isGone: boolean;
  isLoading: boolean;
  /** The last reading failed; what was read before it stays. It is read again once the line is back. */
  hasFailed: boolean;
  /** Reads it again; what an earlier call is still reading is given up. */
  again: () => void;
}

/**
 * Reads a complaint whole, and again when it is asked to. What an act answers with is shown at once, however slow a
 * reading is that is under way meanwhile, and however late it answers: it takes nothing back (docs/SPEC.md, UI31).
 *
 * Hence two questions for one complaint: a client shows no change of its cache in the answer of a question that is under
 * way, so the one that is shown is never asked twice. What the other one brings comes through the cache: it works below
 * the client that has one (app/cached-client.ts), and nowhere else.
 */
export function useReading(number: string): Reading {
  const [first, ask] = useQuery({
    query: complaintQuery,
    variables: { number },
    requestPolicy: 'cache-and-network',
  });
  const shown = first.data?.complaint;
  const [id, setId] = useState<string | null>(null);
  if (shown && shown.id !== id) setId(shown.id);
  const [later, askLater] = useQuery({
    query: complaintAgainQuery,
    variables: { id: id ?? '' },
    requestPolicy: 'network-only',
    pause: true,
  });
  const { error } = later.data === undefined && later.error === undefined ? first : later;
  const isGone = id !== null && error === undefined && (shown === null || later.data?.complaint === null);
  const complaint = isGone ? null : (shown ?? null);
  const isLoading = first.fetching || first.stale || later.fetching;
  const hasFailed = error !== undefined;
  const again = () => (id === null ? ask : askLater)({ requestPolicy: 'network-only' });
  useWhenBack(() => {
    if (hasFailed) again();
  });
  useTryAgain(again, { hasFailed, isLoading, isShown: complaint !== null });
  return { complaint, isGone, isLoading, hasFailed, again };
}

interface TryAgain {
  hasFailed: boolean;
  isLoading: boolean;
  isShown: boolean;
}

/** What is shown while a later reading of it failed is older than what the stream tells: nobody sees that, so it is read again. */
function useTryAgain(again: () => void, { hasFailed, isLoading, isShown }: TryAgain) {
  const failures = useRef(0);
  const tryAgain = useEffectEvent(again);
  useEffect(() => {
    if (isLoading) return undefined;
    if (!hasFailed) failures.current = 0;
    if (!hasFailed || !isShown) return undefined;
    failures.current += 1;
    const timer = setTimeout(() => tryAgain(), backoffMs(failures.current, Math.random(), SERVER_FAILED));
    return () => clearTimeout(timer);
  }, [hasFailed, isLoading, isShown]);
}
