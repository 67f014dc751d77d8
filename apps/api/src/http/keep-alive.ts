/**
 * Finds the lines that nobody holds any more, and keeps the others from looking idle to proxies. One timer looks at a
 * few sockets at a time; a timer, a listener and a frame for each of thousands would cost more than telling them
 * something. Time is counted in looks, and between two of them the event loop has read whatever came: so a process that
 * is busy, or was suspended, takes nobody for gone whose answer only waits to be read.
 */
import type { Socket as NetSocket } from 'node:net';
import type { WebSocket } from 'ws';

/** A socket from which nothing came for so long is pinged; when nothing comes for as long again, its line is cut. */
const SILENT_MS = 20_000;
/** So many times in that time a part of the sockets is looked at. */
export const LOOKS = 40;

/** FIN and the opcode of a ping, and nothing in it (RFC 6455, 5.5.2). */
const PING = Buffer.from([0x89, 0]);

interface Line {
  webSocket: WebSocket;
  stream: NetSocket;
  /** What had been read from the stream when it was looked at last. */
  read: number;
  /** Nothing had come since the look before, and it was asked. */
  asked: boolean;
}

export class KeepAlive {
  private readonly silentMs: number;
  /** Those that were looked at go to the end: the next is always the one that waits longest. */
  private readonly lines = new Map<WebSocket, Line>();
  private timer: NodeJS.Timeout | null = null;
  /** Sockets to look at that did not make up a whole one yet. */
  private due = 0;

  constructor(silentMs: number = SILENT_MS) {
    this.silentMs = silentMs;
  }

  start(): void {
    this.timer = setInterval(() => this.look(), this.silentMs / LOOKS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Watches over a socket until it closes. `stream` is what it runs over. */
  add(webSocket: WebSocket, stream: NetSocket): void {
    this.lines.set(webSocket, { webSocket, stream, read: stream.bytesRead, asked: false });
    webSocket.once('close', () => this.lines.delete(webSocket));
  }

  /** Looks at a part of the sockets; the timer calls it so often that each of them comes round once in `silentMs`. */
  look(): void {
    this.due = Math.min(this.lines.size, this.due + this.lines.size / LOOKS);
    const round: Line[] = [];
    for (const line of this.lines.values()) {
      if (this.due < 1) break;
      this.due -= 1;
      round.push(line);
    }
    for (const line of round) this.lookAt(line);
  }

  private lookAt(line: Line): void {
    const { webSocket, stream } = line;
    this.lines.delete(webSocket);
    this.lines.set(webSocket, line);
    const { bytesRead } = stream;
    if (bytesRead !== line.read) {
      line.read = bytesRead;
      line.asked = false;
      return;
    }
    if (line.asked) return webSocket.terminate();
    line.asked = true;
    // Written past ws as parcels are, and whole: see live/parcel.ts.
    if (webSocket.readyState === webSocket.OPEN) stream.write(PING);
  }
}
