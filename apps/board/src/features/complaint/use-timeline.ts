import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import { timelineQuery } from './timeline-documents.ts';

type Page = NonNullable<ResultOf<typeof timelineQuery>['complaint']>['timeline'];

/** One event of a complaint's story. */
export type TimelineEvent = Page['nodes'][number];

const PAGE_SIZE = 30;

export interface Timeline {
  /** Newest first. */
  events: readonly TimelineEvent[];
  state: 'loading' | 'ready' | 'failed';
  hasMore: boolean;
  /** Goes further back. */
  more: () => void;
  /** Tries again after a failure. */
  retry: () => void;
}

/**
 * The story of a complaint, a page at a time. Pages are joined by cursor, so an event never shows twice. `revision`
 * changes with anything, so it says when to look for what is new.
 */
export function useTimeline(number: string, revision: number): Timeline {
  const client = useClient();
  const [events, setEvents] = useState<readonly TimelineEvent[]>([]);
  const [state, setState] = useState<Timeline['state']>('loading');
  const [end, setEnd] = useState<string | null>(null);
  const oldest = useRef<string | null>(null);

  const read = useCallback(
    async (after: string | null): Promise<Page | undefined> => {
      const variables = { number, first: PAGE_SIZE, after };
      const result = await client.query(timelineQuery, variables, { requestPolicy: 'network-only' }).toPromise();
      return result.data?.complaint?.timeline;
    },
    [client, number],
  );
  const take = useCallback((page: Page | undefined, after: string | null) => {
    if (page === undefined) {
      setState((before) => (before === 'ready' ? before : 'failed'));
      return;
    }
    setEvents((before) => join(before, page.nodes));
    setState('ready');
    // The newest page says where the story goes on only when nothing older was loaded yet.
    if (after !== null || oldest.current === null) {
      oldest.current = page.pageInfo.endCursor;
      setEnd(page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
    }
  }, []);
  useEffect(() => {
    let wanted = true;
    void read(null).then((page) => {
      if (wanted) take(page, null);
    });
    return () => {
      wanted = false;
    };
  }, [read, take, revision]);

  return {
    events,
    state,
    hasMore: end !== null,
    more: () => void read(end).then((page) => take(page, end)),
    retry: () => void read(null).then((page) => take(page, null)),
  };
}

function join(before: readonly TimelineEvent[], page: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const all = new Map(before.map((event) => [event.cursor, event]));
  for (const event of page) all.set(event.cursor, event);
  return [...all.values()].sort((a, b) => (a.cursor < b.cursor ? 1 : -1));
}
