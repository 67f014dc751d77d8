import type { Client } from 'graphql-ws';

/** How long the server may take to answer a ping, in milliseconds. */
const PONG_MS = 3_000;

/**
 * Closes a socket that looks alive but no longer answers: a network that froze without a close says nothing by itself.
 * The client pings by its `keepAlive`; with that at five seconds, the board knows within eight that it is stale.
 */
export function guardAgainstHalfOpen(client: Client, pongMs: number = PONG_MS): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  client.on('ping', (received) => {
    if (received) return;
    clearTimeout(timer);
    timer = setTimeout(() => client.terminate(), pongMs);
  });
  client.on('pong', (received) => {
    if (received) clearTimeout(timer);
  });
  client.on('closed', () => clearTimeout(timer));
}
