import { useEffect, useState } from 'react';
import { uncachedClient } from '../../app/graphql-client.ts';
import { paletteSearch } from './palette-documents.ts';
import type { Found } from './palette-documents.ts';

/** How long the typing pauses before the server is asked, in milliseconds. */
const PAUSE_MS = 120;
/** How many are shown; whoever wants more narrows the board by the same words. */
const MOST = 8;

export interface Search {
  /** `idle`: nothing is looked for. While the next answer is on its way, the last one stays. */
  state: 'idle' | 'searching' | 'ready' | 'failed';
  found: readonly Found[];
}

const IDLE: Search = { state: 'idle', found: [] };

/** Looks for complaints as one types. An answer to what has been typed over since is dropped. */
export function useSearch(text: string): Search {
  const wanted = text.trim();
  const [answer, setAnswer] = useState<Search & { text: string }>({ ...IDLE, text: '' });
  useEffect(() => {
    if (wanted === '') return undefined;
    let isOver = false;
    const ask = async () => {
      const { data } = await uncachedClient.query(paletteSearch, { text: wanted, first: MOST }).toPromise();
      if (isOver) return;
      const found = data?.complaints.nodes ?? [];
      setAnswer({ text: wanted, state: data === undefined ? 'failed' : 'ready', found });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  if (wanted === '') return IDLE;
  return answer.text === wanted ? answer : { state: 'searching', found: answer.found };
}
