import { useState } from 'react';
import { uncachedClient } from '../../app/graphql-client.ts';
import type { CallerIn } from './caller-in.ts';
import { paletteLookUp } from './palette-documents.ts';
import type { LookedUp } from './palette-documents.ts';

export type Lookup =
  | { state: 'idle' | 'searching' | 'failed' }
  /** Why the server did not look, in its words. */
  | { state: 'refused'; message: string }
  | { state: 'found'; found: LookedUp };

const IDLE: Lookup = { state: 'idle' };

/**
 * Finds a caller's complaints when it is asked to: each look is on record, so nothing looks while somebody is still
 * typing. What was found belongs to the text that it was asked for.
 */
export function useLookup(text: string): { lookup: Lookup; lookUp: (by: CallerIn) => void } {
  const [answer, setAnswer] = useState<{ text: string; lookup: Lookup }>({ text: '', lookup: IDLE });
  const ask = async (by: CallerIn) => {
    setAnswer({ text, lookup: { state: 'searching' } });
    const { data } = await uncachedClient.query(paletteLookUp, { by }).toPromise();
    const lookup = lookupOf(data?.customerLookup);
    setAnswer((now) => (now.text === text ? { text, lookup } : now));
  };
  return { lookup: answer.text === text ? answer.lookup : IDLE, lookUp: (by) => void ask(by) };
}

function lookupOf(answer: LookedUp | { __typename: string; message?: string } | undefined): Lookup {
  if (answer === undefined) return { state: 'failed' };
  if ('cases' in answer) return { state: 'found', found: answer };
  return { state: 'refused', message: answer.message ?? '' };
}
