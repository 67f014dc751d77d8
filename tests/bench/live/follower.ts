/** One raw WebSocket that follows a board. Messages are looked through, not parsed: the clients share the machine. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';

/** `redress`: graphql-transport-ws with the board's own subscription. `bare`: says its cursor, and is told. */
export type Way = { kind: 'bare' } | { kind: 'redress'; query: string };

/** Where a board was loaded, and in which sight. */
export interface Place {
  cursor: string;
  scope: string;
}

export interface FollowerOptions {
  url: string;
  way: Way;
  cookie: string;
  from: Place;
  /** A message came, of so many bytes. */
  heard: (bytes: number) => void;
  arrived: (seq: number) => void;
  failed: (fault: string) => void;
}

const INIT = JSON.stringify({ type: 'connection_init', payload: { locale: 'zh-CN' } });

export class Follower {
  private readonly options: FollowerOptions;
  private last: string;
  private webSocket: WebSocket | null = null;
  private leaving = false;

  constructor(options: FollowerOptions) {
    this.options = options;
    this.last = options.from.cursor;
  }

  /** The last number it was told. */
  get position(): number {
    return seqOf(this.last);
  }

  /** Resolves with the checkpoint behind everything that was missed. */
  connect(): Promise<void> {
    const { url, way, cookie } = this.options;
    this.leaving = false;
    return new Promise((resolve, reject) => {
      const protocol = way.kind === 'redress' ? ['graphql-transport-ws'] : [];
      const webSocket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, {
        headers: { cookie },
        perMessageDeflate: false,
      });
      this.webSocket = webSocket;
      webSocket.on('open', () => webSocket.send(way.kind === 'bare' ? JSON.stringify({ after: this.last }) : INIT));
      webSocket.on('message', (data: Buffer) => {
        if (data.includes('"connection_ack"')) return webSocket.send(this.subscribe());
        if (data.includes('"type":"next"')) return this.take(data, resolve);
        return this.options.failed(data.toString('utf8', 0, 300));
      });
      webSocket.on('unexpected-response', (request, { statusCode, headers }) => {
        webSocket.removeAllListeners();
        webSocket.on('error', () => undefined);
        request.destroy();
        // A server that is busy says when to come back, and boards do.
        const retryAfter = Number(headers['retry-after']);
        if (statusCode !== 503 || !retryAfter) return reject(new Error(`answered with ${statusCode}`));
        setTimeout(() => this.connect().then(resolve, reject), retryAfter * 1_000);
      });
      webSocket.on('error', (error) => {
        if (!this.leaving) this.options.failed(error.message);
        reject(error);
      });
      webSocket.on('close', (code) => {
        if (!this.leaving) this.options.failed(`closed with ${code}`);
        reject(new Error(`closed with ${code}`));
      });
    });
  }

  /** Cuts the line, as a network does. */
  async drop(): Promise<void> {
    const { webSocket } = this;
    if (webSocket === null || webSocket.readyState === WebSocket.CLOSED) return;
    this.leaving = true;
    const closed = new Promise((resolve) => webSocket.once('close', resolve));
    webSocket.terminate();
    await closed;
  }

  private subscribe(): string {
    const { way, from } = this.options;
    const query = way.kind === 'redress' ? way.query : '';
    const variables = { after: this.last, scope: from.scope, filter: {} };
    return JSON.stringify({ type: 'subscribe', id: randomUUID(), payload: { query, variables } });
  }

  private take(data: Buffer, current: () => void): void {
    this.options.heard(data.length);
    const cursor = valueOf(data, '"cursor":"');
    const previous = valueOf(data, '"previous":"');
    if (cursor === null || data.includes('"BoardReset"')) return this.options.failed(data.toString('utf8', 0, 300));
    if (data.includes('"BoardCheckpoint"')) {
      if (cursor < this.last) this.options.failed(`a checkpoint at ${cursor} after ${this.last}`);
      this.last = cursor;
      return current();
    }
    const seq = seqOf(cursor);
    const isNext = seq === seqOf(this.last) + 1 && (previous === null || previous <= this.last);
    if (!isNext) this.options.failed(`${cursor} behind ${previous} after ${this.last}`);
    this.last = cursor;
    this.options.arrived(seq);
  }
}

function valueOf(data: Buffer, key: string): string | null {
  const at = data.indexOf(key);
  if (at < 0) return null;
  const from = at + key.length;
  return data.toString('latin1', from, data.indexOf(0x22, from));
}

function seqOf(cursor: string): number {
  return Number(cursor.slice(cursor.indexOf('.') + 1));
}
