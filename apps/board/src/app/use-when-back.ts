import { useEffect, useEffectEvent } from 'react';
import { wsClient } from './graphql-client.ts';

/**
 * Calls whenever the line to the server is back: the page's socket was opened anew, or the browser has its network again.
 * For what could not be read meanwhile and would wait until somebody asks for it (docs/SPEC.md, UI29).
 */
export function useWhenBack(run: () => void): void {
  const isBack = useEffectEvent(run);
  useEffect(() => {
    const stop = wsClient.on('connected', () => isBack());
    const online = () => isBack();
    window.addEventListener('online', online);
    return () => {
      stop();
      window.removeEventListener('online', online);
    };
  }, []);
}
