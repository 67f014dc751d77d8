import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { notificationsQuery } from './channel-documents.ts';
import type { Channel, ChannelSettings, FailedDelivery } from './channel-documents.ts';

/** How often it is asked what came of a try, and for how long: a mail server may take half a minute. */
const ASK_EVERY_MS = 1_000;
const ASK_FOR_MS = 60_000;

export interface Notifications {
  channels: readonly Channel[];
  settings: ChannelSettings;
  failures: readonly FailedDelivery[];
}

export interface NotificationsState {
  /** Null while it loads, and when it could not be loaded. */
  data: Notifications | null;
  failed: boolean;
  reload: () => void;
  /** Asks until what was tried or sent again is settled. */
  watch: () => void;
}

/** The member's channels with what came of them, and what they may choose. */
export function useNotifications(): NotificationsState {
  const [{ data, error, fetching }, ask] = useQuery({ query: notificationsQuery, requestPolicy: 'network-only' });
  const [watchUntil, setWatchUntil] = useState(0);
  const viewer = data?.viewer?.__typename === 'MemberViewer' ? data.viewer : null;
  const reload = () => ask({ requestPolicy: 'network-only' });

  const isUnderWay = viewer?.notificationChannels.some(({ lastDelivery }) => isBeingSent(lastDelivery)) ?? false;
  useEffect(() => {
    if (!isUnderWay || fetching || Date.now() > watchUntil) return undefined;
    const timer = setTimeout(() => ask({ requestPolicy: 'network-only' }), ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isUnderWay, fetching, watchUntil, ask]);

  return {
    data: viewer && {
      channels: viewer.notificationChannels,
      settings: viewer.notificationSettings,
      failures: viewer.deliveries.nodes,
    },
    failed: error !== undefined && viewer === null,
    reload,
    watch: () => {
      setWatchUntil(Date.now() + ASK_FOR_MS);
      reload();
    },
  };
}

/** On its way right now; what waits for quiet hours, or for its next attempt, is not. */
function isBeingSent(last: Channel['lastDelivery']): boolean {
  return last !== null && last.state === 'QUEUED' && last.runAt === last.createdAt && last.problem === null;
}
