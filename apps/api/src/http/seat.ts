/**
 * A socket's side of a board subscription: prepared frames go straight to the stream beneath the WebSocket, and a slow
 * reader is let go. ws frames, copies and counts each message by itself, which for a board is most of what a delivery
 * costs. Both write whole frames, at once and to the same stream, so theirs and ours keep their order.
 */
import { addressOf } from '../live/parcel.ts';
import type { Seat } from '../live/boards.ts';
import { CLOSE } from '../live/connections.ts';
import type { Socket } from './socket.ts';

/** What may wait in this process for one reader. One who falls further behind resumes from their cursor instead. */
const MAX_WAITING_BYTES = 1024 * 1024;
/** How long a slow reader is given to take note of why they are let go. */
const LINGER_MS = 5_000;

export function createSeat(
  { webSocket, stream }: Pick<Socket, 'webSocket' | 'stream'>,
  id: string,
  channel: { end(): void },
): Seat & { over(): void } {
  const address = addressOf(stream, id);
  let over = false;
  let waiting: (() => void)[] = [];

  const release = () => {
    for (const resume of waiting.splice(0)) resume();
  };

  return {
    send(parcel) {
      if (over || webSocket.readyState !== webSocket.OPEN) return;
      if (stream.writableLength > MAX_WAITING_BYTES) {
        webSocket.close(...CLOSE.TOO_SLOW);
        setTimeout(() => webSocket.terminate(), LINGER_MS).unref();
        return;
      }
      parcel.send(address);
    },
    async drained() {
      if (over || !stream.writableNeedDrain) return;
      await new Promise<void>((resolve) => {
        waiting = [...waiting, resolve];
        stream.once('drain', release);
      });
    },
    end() {
      over = true;
      release();
      channel.end();
    },
    isOver: () => over || webSocket.readyState !== webSocket.OPEN,
    over() {
      over = true;
      stream.off('drain', release);
      release();
    },
  };
}
