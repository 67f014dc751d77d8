/** A graphql-transport-ws client whose messages wait in a queue until the test asks for them: no sleeps. */
import { WebSocket } from 'ws';

/** Longer than anything takes that is not broken. */
const PATIENCE_MS = 30_000;

export interface SocketOptions {
  cookie?: string;
  /** The page that a browser would say it is on; absent for a program. */
  origin?: string;
  connectionParams?: Record<string, unknown>;
  headers?: Record<string, string>;
}

export interface TestSocket {
  subscribe(query: string, variables?: Record<string, unknown>): TestSubscription;
  /** Resolves when the socket has closed, by whichever side. */
  closed: Promise<{ code: number; reason: string }>;
  /** Cuts the line without a word, as a network does. */
  drop(): void;
  /** Sends text as it is. */
  raw(text: string): void;
  /** Stops reading, as a frozen tab does; and goes on. */
  pause(): void;
  resume(): void;
}

export interface Told<T = Record<string, unknown>> {
  data: T | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

export interface TestSubscription {
  /** The next thing that was told. */
  next<T = Record<string, unknown>>(): Promise<Told<T>>;
  /** `complete` or `error` from the server, or the end of the socket. */
  over: Promise<{ by: 'complete' | 'error' | 'close'; errors?: Told['errors'] }>;
  /** What waits to be asked for. */
  readonly waiting: number;
  leave(): void;
}

/** Refused at the upgrade, with the status of the answer. */
export class UpgradeRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the upgrade was answered with ${status}`);
    this.status = status;
  }
}

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

/** Opens a socket and waits for `connection_ack`. Rejects with UpgradeRefused, or with the close code in the message. */
export async function openSocket(url: string, options: SocketOptions = {}): Promise<TestSocket> {
  const headers = {
    ...(options.cookie === undefined || options.cookie === '' ? {} : { cookie: options.cookie }),
    ...options.headers,
  };
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
    headers,
    ...(options.origin === undefined ? {} : { origin: options.origin }),
  });
  const subscriptions = new Map<string, Queue>();
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      for (const queue of subscriptions.values()) queue.finish({ by: 'close' });
      resolve({ code, reason: String(reason) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => reject(new UpgradeRefused(response.statusCode ?? 0)));
    socket.on('error', reject);
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: options.connectionParams ?? {} })),
    );
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as Message;
      if (message.type === 'connection_ack') resolve();
      if (message.type === 'ping') socket.send('{"type":"pong"}');
      const queue = subscriptions.get(message.id ?? '');
      if (message.type === 'next') queue?.put(message.payload as Told);
      if (message.type === 'complete') queue?.finish({ by: 'complete' });
      if (message.type === 'error') queue?.finish({ by: 'error', errors: message.payload as Told['errors'] });
    });
    closed.then(({ code }) => reject(new Error(`closed with ${code}`))).catch(reject);
  });

  let count = 0;
  return {
    closed,
    subscribe(query, variables = {}) {
      const id = `s${++count}`;
      const queue = new Queue(() => socket.send(JSON.stringify({ type: 'complete', id })));
      subscriptions.set(id, queue);
      socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query, variables } }));
      return queue;
    },
    drop: () => socket.terminate(),
    raw: (text) => socket.send(text),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };
}

type End = Awaited<TestSubscription['over']>;

class Queue implements TestSubscription {
  readonly over: Promise<End>;
  private readonly told: Told[] = [];
  private readonly readers: ((told: Told) => void)[] = [];
  private readonly complete: () => void;
  private settle: (end: End) => void = () => undefined;
  private end: End | null = null;

  constructor(complete: () => void) {
    this.complete = complete;
    this.over = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  get waiting(): number {
    return this.told.length;
  }

  next<T = Record<string, unknown>>(): Promise<Told<T>> {
    const told = this.told.shift();
    if (told !== undefined) return Promise.resolve(told as Told<T>);
    if (this.end !== null) return Promise.reject(new Error(`nothing more is told: ${JSON.stringify(this.end)}`));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing was told for ${PATIENCE_MS} ms`)), PATIENCE_MS);
      this.readers.push((next) => {
        clearTimeout(timer);
        resolve(next as Told<T>);
      });
      this.over.then((end) => reject(new Error(`nothing more is told: ${JSON.stringify(end)}`))).catch(reject);
    });
  }

  leave(): void {
    this.complete();
  }

  put(told: Told): void {
    const reader = this.readers.shift();
    if (reader === undefined) this.told.push(told);
    else reader(told);
  }

  finish(end: End): void {
    this.end ??= end;
    this.settle(end);
  }
}
