import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { CallerBy } from './caller.ts';
import { callerQuery } from './caller-document.ts';
import type { CallerAnswer, CallerFound } from './caller-document.ts';

export type Caller =
  | { state: 'none' | 'searching' | 'failed' }
  /** Why the server did not look, in its words. */
  | { state: 'refused'; message: string }
  | { state: 'found'; found: CallerFound };

/** Typing pauses for so long when a number is done. */
const PAUSE_MS = 400;

/** Looks the caller up as soon as what names them is whole, and again for another one; `retry` after a failure. */
export function useCaller(by: CallerBy): { caller: Caller; retry: () => void } {
  const client = useClient();
  const [answer, setAnswer] = useState<{ key: string; caller: Caller } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const asked = by === null ? null : JSON.stringify(by);

  useEffect(() => {
    if (asked === null) return undefined;
    let wanted = true;
    const ask = async () => {
      const variables = { by: JSON.parse(asked) as NonNullable<CallerBy> };
      const { data } = await client.query(callerQuery, variables, { requestPolicy: 'network-only' }).toPromise();
      if (wanted) setAnswer({ key: asked, caller: callerOf(data?.customerLookup) });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, asked, attempt]);

  const retry = () => {
    setAnswer(null);
    setAttempt((before) => before + 1);
  };
  if (asked === null) return { caller: { state: 'none' }, retry };
  return { caller: answer?.key === asked ? answer.caller : { state: 'searching' }, retry };
}

function callerOf(answer: CallerAnswer | undefined): Caller {
  if (answer === undefined) return { state: 'failed' };
  if (answer.__typename === 'CustomerLookup') return { state: 'found', found: answer };
  return { state: 'refused', message: answer.message };
}
