/**
 * One dedicated connection that hears NOTIFY. A connection that breaks is made again with a growing pause; since
 * whatever was told meanwhile is lost, every (re)connection is announced, and those who listen read what they missed.
 */
import pg from 'pg';
import type { Log } from '../log.ts';

export interface ListenerOptions {
  databaseUrl: string;
  log: Log;
  /** What to do with a notification, by channel. */
  channels: Readonly<Record<string, (payload: string) => void>>;
  /** The connection stands: catch up. */
  onConnected: () => void;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

export class Listener {
  private readonly options: ListenerOptions;
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private pauseMs = FIRST_PAUSE_MS;
  private stopped = false;

  constructor(options: ListenerOptions) {
    this.options = options;
  }

  get isListening(): boolean {
    return this.client !== null;
  }

  /** Resolves once it listens. Throws when the first connection can't be made; later ones are tried again. */
  async start(): Promise<void> {
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { databaseUrl, channels, onConnected } = this.options;
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'redress feed', keepAlive: true });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
    try {
      await client.connect();
      for (const channel of Object.keys(channels)) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    if (this.stopped) {
      await client.end();
      return;
    }
    this.client = client;
    this.pauseMs = FIRST_PAUSE_MS;
    onConnected();
  }

  private lost(client: pg.Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    this.options.log.warn('the connection that hears of events broke; connecting again');
    this.reconnectLater();
  }

  private reconnectLater(): void {
    this.retry = setTimeout(() => {
      this.connect().catch(() => {
        this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
        if (!this.stopped) this.reconnectLater();
      });
    }, this.pauseMs);
  }
}
