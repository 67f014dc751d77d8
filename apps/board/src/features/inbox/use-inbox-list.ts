import { useCallback, useEffect } from 'react';
import { useClient, useQuery } from 'urql';
import type { InboxEntry, MeetingEntry } from './inbox-documents.ts';
import { inboxQuery, readMutation } from './inbox-documents.ts';
import { useInbox } from './inbox-live.ts';

/** How many of each are shown; the rest has its turn when these are answered. */
const SHOWN = { waiting: 50, news: 30 };

export interface InboxList {
  state: 'loading' | 'ready' | 'failed';
  waiting: readonly InboxEntry[];
  /** What waits of meetings. */
  meetings: readonly MeetingEntry[];
  /** How many things wait, shown or not. */
  count: number;
  news: readonly InboxEntry[];
  meetingNews: readonly MeetingEntry[];
  unread: number;
  /** What is shown may be out of date: the stream is broken. */
  isStale: boolean;
  reload: () => void;
  read: (ids: readonly string[]) => Promise<void>;
  readAll: () => Promise<void>;
}

/** The lists of the inbox, read again whenever the server says that something in them is another. */
export function useInboxList(): InboxList {
  const client = useClient();
  const { version, isLive } = useInbox();
  const [{ data, error, fetching }, ask] = useQuery({
    query: inboxQuery,
    variables: SHOWN,
    requestPolicy: 'network-only',
  });
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  // The first version is what the stream begins with, beside the first reading.
  useEffect(() => {
    if (version > 1) reload();
  }, [version, reload]);
  const send = useCallback(
    async (input: { ids: string[] } | { all: true }) => {
      await client.mutation(readMutation, { input }).toPromise();
    },
    [client],
  );
  const counts = data?.viewer?.__typename === 'MemberViewer' ? data.viewer.inboxCount : null;
  return {
    state: data !== undefined ? 'ready' : error !== undefined && !fetching ? 'failed' : 'loading',
    waiting: data?.waiting.nodes ?? [],
    meetings: data?.meetings ?? [],
    count: counts?.subjectsWaiting ?? 0,
    news: data?.news.nodes ?? [],
    meetingNews: data?.meetingNews ?? [],
    unread: counts?.unread ?? 0,
    isStale: data !== undefined && (!isLive || error !== undefined),
    reload,
    read: useCallback(
      async (ids: readonly string[]) => void (ids.length > 0 && (await send({ ids: [...ids] }))),
      [send],
    ),
    readAll: useCallback(() => send({ all: true }), [send]),
  };
}
