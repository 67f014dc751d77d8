import { useCallback, useSyncExternalStore } from 'react';
import { isServerBusy, onServerBusy } from '../../app/patient-fetch.ts';
import { useLocale, useT } from '../../i18n/use-t.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { ConnectionState } from '../../live/connection.ts';
import { clockTime, fullTime } from '../../ui/time.ts';
import classes from './connection-badge.module.css';
import { useCurrentBoard } from './current-board.ts';

const CONNECTING: ConnectionState = { kind: 'connecting' };

/** How the board stands to the server; always in sight, and said when it changes. Where no board is open, only that the network is gone. */
export function ConnectionBadge() {
  const t = useT();
  const locale = useLocale();
  const board = useCurrentBoard();
  const connection = board?.connection;
  const subscribe = useCallback(
    (listener: () => void) => connection?.subscribe(listener) ?? (() => undefined),
    [connection],
  );
  const state = useSyncExternalStore(subscribe, () => connection?.state ?? CONNECTING);
  const isBusy = useSyncExternalStore(onServerBusy, isServerBusy);
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine);
  if (board === null) return isOnline ? null : <Badge kind="offline" words={t('live.noNetwork')} />;
  const words = isBusy ? t('live.busy') : wordsOf(state, t, locale);
  return (
    <Badge
      kind={isBusy ? 'reconnecting' : state.kind}
      words={words}
      hint={hintOf(state, t, locale)}
      // The number of events changes with each; to hear the state once is enough.
      spoken={state.kind === 'catching-up' && !isBusy ? t('live.reconnecting') : words}
    />
  );
}

interface BadgeProps {
  kind: ConnectionState['kind'];
  words: string;
  hint?: string | undefined;
  spoken?: string;
}

function Badge({ kind, words, hint, spoken = words }: BadgeProps) {
  return (
    <div className={classes.badge} data-kind={kind} title={hint}>
      <span className={classes.sign} aria-hidden />
      <span className={classes.words}>{words}</span>
      <span className={classes.spoken} role="status">
        {spoken}
      </span>
    </div>
  );
}

function onNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

function wordsOf(state: ConnectionState, t: Translate, locale: Locale): string {
  switch (state.kind) {
    case 'connecting':
      return t('live.connecting');
    case 'live':
      return t('live.live');
    case 'catching-up':
      // Until the first comes nobody knows whether any was missed.
      return state.events === 0 ? t('live.reconnecting') : t('live.catchingUp', { n: state.events });
    case 'reconnecting':
      return t('live.reconnecting');
    case 'offline':
      return t('live.offline', { at: clockTime(state.since, locale) });
    case 'signed-out':
      return t('live.signedOut');
  }
}

function hintOf(state: ConnectionState, t: Translate, locale: Locale): string | undefined {
  if (state.kind === 'live') return t('live.liveHint');
  if (state.kind === 'offline' || state.kind === 'reconnecting') {
    return t('live.offlineHint', { at: fullTime(state.since, locale) });
  }
  return undefined;
}
