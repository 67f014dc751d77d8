/**
 * A lean HTTP/1.1 client for the benches: one kept-alive connection, one request at a time, no cache. It shares the
 * machine with what it measures, so every microsecond that it takes makes all contenders look alike.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface Answer {
  status: number;
  /** The head as it came, in latin1. */
  head: string;
  body: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: *chunked/i;

export class HttpConnection {
  private socket: Socket | null = null;
  private chunks: Buffer[] = [];
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;
  private missing = 0;
  private readonly url: URL;

  constructor(url: string) {
    this.url = new URL(url);
  }

  /** @param request as `requestBytes` makes it. */
  async send(request: Buffer): Promise<Answer> {
    const socket = this.socket ?? (await this.open());
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      socket.write(request);
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private async open(): Promise<Socket> {
    const socket = connect(Number(this.url.port), this.url.hostname.replace(/^\[|\]$/g, ''));
    socket.setNoDelay(true);
    await once(socket, 'connect');
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('close', () => {
      if (this.socket === socket) this.socket = null;
      this.chunks = [];
      this.missing = 0;
      this.waiting?.reject(new Error('the server closed the connection'));
      this.waiting = null;
    });
    socket.on('error', () => undefined);
    this.socket = socket;
    return socket;
  }

  /** Parts are joined once they can be a whole answer, not at each of a large one's hundred pieces. */
  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.missing -= chunk.length;
    if (this.missing > 0) return;
    const all = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
    const answer = this.parse(all);
    if (answer === null) {
      this.chunks = [all];
      return;
    }
    this.chunks = [];
    this.missing = 0;
    this.waiting?.resolve(answer);
    this.waiting = null;
  }

  private parse(all: Buffer): Answer | null {
    const end = all.indexOf(END_OF_HEAD);
    if (end < 0) return null;
    const head = all.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const start = end + END_OF_HEAD.length;
    const length = LENGTH.exec(head)?.[1];
    if (length !== undefined) {
      this.missing = start + Number(length) - all.length;
      return this.missing > 0 ? null : { status, head, body: all.subarray(start, start + Number(length)) };
    }
    if (!CHUNKED.test(head)) return { status, head, body: Buffer.alloc(0) };
    const body = unchunked(all, start);
    return body === null ? null : { status, head, body };
  }
}

/** The body of an answer in chunks; null while its end has not come. */
function unchunked(all: Buffer, start: number): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = start; ; ) {
    const line = all.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(all.toString('latin1', at, line), 16);
    const next = line + 2 + size + 2;
    if (next > all.length) return null;
    if (size === 0) return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    parts.push(all.subarray(line + 2, line + 2 + size));
    at = next;
  }
}

export interface HttpRequest {
  method?: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** A request as it goes over the wire; made once where it is always the same. */
export function requestBytes({ method, path, headers = {}, body }: HttpRequest): Buffer {
  const payload = body === undefined ? null : Buffer.from(body);
  const lines = [
    `${method ?? (payload === null ? 'GET' : 'POST')} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(payload === null ? [] : [`content-length: ${payload.length}`]),
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return payload === null ? head : Buffer.concat([head, payload]);
}

/** A GraphQL operation as a request, with a bearer token or none. */
export function graphqlRequest(query: string, variables: object = {}, token: string | null = null): Buffer {
  return requestBytes({
    path: '/graphql',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
}
