/**
 * A socket's side of a board subscription: prepared frames go straight to the stream beneath the WebSocket, and a slow
 * reader is let go. ws frames, copies and counts each message by itself, which for a board is most of what a delivery
 * costs. Both write whole frames, at once and to the same stream, so theirs and ours keep their order.
 */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Seat } from '../live/boards.ts';
import { CLOSE } from '../live/connections.ts';
import { prefixOf } from '../live/parcel.ts';
import type { Address, Parcel } from '../live/parcel.ts';
import type { Socket } from './socket.ts';

/** What may wait in this process for one reader. One who falls further behind resumes from their cursor instead. */
const MAX_WAITING_BYTES = 1024 * 1024;
/** How long a slow reader is given to take note of why they are let go. */
const LINGER_MS = 5_000;

/**
 * All that a delivery needs is in this one object. With thousands of sockets none of it is in the processor's cache when
 * its turn comes, and each object on the way is waited for as long as it takes to copy a frame.
 */
export class SocketSeat implements Seat, Address {
  position = 0;
  readonly stream: Duplex;
  readonly prefix: Uint8Array;
  private readonly webSocket: WebSocket;
  private readonly channel: { end(): void };
  private hasEnded = false;
  private waiting: (() => void)[] = [];
  private readonly release = () => {
    for (const resume of this.waiting.splice(0)) resume();
  };

  constructor({ webSocket, stream }: Pick<Socket, 'webSocket' | 'stream'>, id: string, channel: { end(): void }) {
    this.webSocket = webSocket;
    this.stream = stream;
    this.prefix = prefixOf(id);
    this.channel = channel;
  }

  send(parcel: Parcel): void {
    const { webSocket, stream } = this;
    if (this.hasEnded || webSocket.readyState !== webSocket.OPEN) return;
    if (stream.writableLength > MAX_WAITING_BYTES) {
      webSocket.close(...CLOSE.TOO_SLOW);
      setTimeout(() => webSocket.terminate(), LINGER_MS).unref();
      return;
    }
    parcel.send(this);
  }

  async drained(): Promise<void> {
    if (this.hasEnded || !this.stream.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      this.waiting = [...this.waiting, resolve];
      this.stream.once('drain', this.release);
    });
  }

  end(): void {
    this.hasEnded = true;
    this.release();
    this.channel.end();
  }

  isOver(): boolean {
    return this.hasEnded || this.webSocket.readyState !== this.webSocket.OPEN;
  }

  /** The subscription ended by the other side, or with its socket. */
  over(): void {
    this.hasEnded = true;
    this.stream.off('drain', this.release);
    this.release();
  }
}
