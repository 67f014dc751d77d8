/**
 * One process leads: it holds an advisory lock on a connection of its own. The others ask for the lock twice a second, so
 * one of them leads soon after the leader's connection is gone. They don't wait for it inside a statement: that would
 * hold a snapshot for days, behind which PostgreSQL can't clear away a single dead row. Nothing depends on there being
 * one leader only; it saves the others the work.
 */
import pg from 'pg';
import type { Log } from '../log.ts';

export interface LeadershipOptions {
  databaseUrl: string;
  log: Log;
  /** Called when this process begins to lead, and, with false, when it no longer does. */
  onChange: (leads: boolean) => void;
}

/** The lock of who leads; any number that nobody else locks in this database. */
export const CLOCK_LOCK = 72707371;
/** Half of the second within which a breach is told: the rest is for publishing it. */
const ASK_EVERY_MS = 500;
const RETRY_MS = 1_000;

export class Leadership {
  private readonly options: LeadershipOptions;
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private leading = false;
  private stopped = false;

  constructor(options: LeadershipOptions) {
    this.options = options;
  }

  get leads(): boolean {
    return this.leading;
  }

  start(): void {
    this.campaign().catch(() => this.lost());
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    const client = this.client;
    this.change(false);
    await client?.end().catch(() => undefined);
  }

  private async campaign(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.databaseUrl,
      application_name: 'redress clock',
      keepAlive: true,
    });
    this.client = client;
    client.on('error', () => this.lost());
    client.on('end', () => this.lost());
    await client.connect();
    if (this.stopped) return client.end();
    await this.ask(client);
  }

  private async ask(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1) AS leads', [CLOCK_LOCK]);
    if (this.stopped || this.client !== client) return;
    if (rows[0]?.leads === true) {
      this.options.log.debug('this process leads the clock');
      this.change(true);
    } else {
      this.retry = setTimeout(() => this.ask(client).catch(() => this.lost()), ASK_EVERY_MS);
    }
  }

  private lost(): void {
    if (this.stopped || this.client === null) return;
    const client = this.client;
    this.client = null;
    this.change(false);
    client.end().catch(() => undefined);
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = setTimeout(() => this.start(), RETRY_MS);
  }

  private change(leads: boolean): void {
    if (this.leading === leads) return;
    this.leading = leads;
    this.options.onChange(leads);
  }
}
