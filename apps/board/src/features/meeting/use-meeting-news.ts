/** Lists of meetings follow what others do: asked for again when the inbox's stream says that something is another. */
import { useEffect, useState } from 'react';
import { useInbox } from '../inbox/inbox-live.ts';

/** @param ask asks the server again; the same function from one rendering to the next. */
export function useMeetingNews(ask: (options: { requestPolicy: 'network-only' }) => void): void {
  const { meetings } = useInbox();
  const [opened] = useState(meetings);
  useEffect(() => {
    if (meetings !== opened) ask({ requestPolicy: 'network-only' });
  }, [meetings, opened, ask]);
}
