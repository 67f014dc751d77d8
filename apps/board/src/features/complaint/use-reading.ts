import { useState } from 'react';
import { useQuery } from 'urql';
import { complaintAgainQuery, complaintQuery } from './complaint-documents.ts';
import type { ComplaintView } from './complaint-documents.ts';

/** A complaint as it was last read, whole. */
export interface Reading {
  /** Null: not here yet, or not to be seen. */
  complaint: ComplaintView | null;
  /** It was here, and was not to be seen when it was read again. */
  isGone: boolean;
  isLoading: boolean;
  /** The last reading failed; what was read before it stays. */
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
  return {
    complaint: isGone ? null : (shown ?? null),
    isGone,
    isLoading: first.fetching || first.stale || later.fetching,
    hasFailed: error !== undefined,
    again: () => (id === null ? ask : askLater)({ requestPolicy: 'network-only' }),
  };
}
