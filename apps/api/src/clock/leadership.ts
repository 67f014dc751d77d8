/**
 * One process leads: it holds an advisory lock on a connection of its own. The others wait for the lock in the database,
 * so one of them leads as soon as the leader's connection is gone. Nothing depends on there being one leader only; it
 * saves the others the work.
 */
import type { Database } from '@redress/prisma/client';
import pg from 'pg';
import type { Log } from '../log.ts';

export interface LeadershipOptions {
  db: Database;
  databaseUrl: string;
  log: Log;
  /** Called when this process begins to lead, and, with false, when it no longer does. */
  onChange: (leads: boolean) => void;
}

/** Any number that nobody else locks in this database. */
const LOCK = 72707371;
const RETRY_MS = 1_000;

export class Leadership {
  private readonly options: LeadershipOptions;
  private client: pg.Client | null = null;
  /** The server's process of our connection, by which a wait for the lock can be called off. */
  private backend: number | null = null;
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
    if (client === null) return;
    if (!this.leading && this.backend !== null) {
      await this.options.db.pool.query('SELECT pg_cancel_backend($1)', [this.backend]).catch(() => undefined);
    }
    this.change(false);
    await client.end().catch(() => undefined);
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
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    this.backend = rows[0]?.pid ?? null;
    if (this.stopped) return client.end();
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (this.stopped) return;
    this.options.log.debug('this process leads the clock');
    this.change(true);
  }

  private lost(): void {
    if (this.stopped || this.client === null) return;
    const client = this.client;
    this.client = null;
    this.change(false);
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => this.start(), RETRY_MS);
  }

  private change(leads: boolean): void {
    if (this.leading === leads) return;
    this.leading = leads;
    this.options.onChange(leads);
  }
}
