/** A socket's side of a board subscription: prepared bytes go straight to the socket, and a slow reader is let go. */
import type { WebSocket } from 'ws';
import type { Seat } from '../live/boards.ts';
import { CLOSE } from '../live/connections.ts';

/** What may wait in this process for one reader. One who falls further behind resumes from their cursor instead. */
const MAX_WAITING_BYTES = 1024 * 1024;
/** How long a slow reader is given to take note of why they are let go. */
const LINGER_MS = 5_000;

export function createSeat(webSocket: WebSocket, id: string, channel: { end(): void }): Seat & { over(): void } {
  const prefix = `{"id":${JSON.stringify(id)},`;
  let over = false;
  let underWay = 0;
  let waiting: (() => void)[] = [];

  const release = () => {
    for (const resume of waiting.splice(0)) resume();
  };
  const left = () => {
    underWay -= 1;
    if (underWay === 0) release();
  };

  return {
    send(body) {
      if (over || webSocket.readyState !== webSocket.OPEN) return;
      if (webSocket.bufferedAmount > MAX_WAITING_BYTES) {
        webSocket.close(...CLOSE.TOO_SLOW);
        setTimeout(() => webSocket.terminate(), LINGER_MS).unref();
        return;
      }
      underWay += 1;
      webSocket.send(prefix + body, left);
    },
    drained: () =>
      underWay === 0 || over
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting = [...waiting, resolve];
          }),
    end() {
      over = true;
      release();
      channel.end();
    },
    isOver: () => over || webSocket.readyState !== webSocket.OPEN,
    over() {
      over = true;
      release();
    },
  };
}
