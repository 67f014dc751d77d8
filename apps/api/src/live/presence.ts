/**
 * Who is here and what they are at. It is nobody's history: it lives in the processes' memory, passes between them by
 * NOTIFY as ids, and whoever says nothing for a while is gone.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '@redress/prisma/client';
import { PRESENCE_ACTIVITIES } from '@redress/schema/presence/presence-source';
import type { PresenceActivity, PresenceEntry } from '@redress/schema/presence/presence-source';
import { z } from 'zod';

export const PRESENCE_CHANNEL = 'redress_presence';

/** Clients say every 20 s that they are still here. */
const GONE_AFTER_MS = 50_000;
const SWEEP_MS = 5_000;

const message = z.object({
  process: z.string(),
  memberId: z.string(),
  complaintId: z.string().nullable(),
  activity: z.enum(PRESENCE_ACTIVITIES),
});

interface Here extends PresenceEntry {
  heardAt: number;
}

export class Presence {
  private readonly db: Database;
  private readonly id = randomUUID();
  private readonly here = new Map<string, Here>();
  private readonly watchers = new Set<() => void>();
  private sweeper: NodeJS.Timeout | null = null;

  constructor(db: Database) {
    this.db = db;
  }

  start(): void {
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS);
  }

  stop(): void {
    if (this.sweeper !== null) clearInterval(this.sweeper);
  }

  /** Everybody who is here, in no particular order. */
  get everybody(): readonly PresenceEntry[] {
    return [...this.here.values()].map(({ memberId, complaintId, activity }) => ({ memberId, complaintId, activity }));
  }

  /** Calls back when somebody comes, goes or turns to something else; returns how to stop that. */
  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  async update(memberId: string, presence: { complaintId: string | null; activity: PresenceActivity }): Promise<void> {
    this.apply(memberId, presence);
    const payload = JSON.stringify({ process: this.id, memberId, ...presence });
    await this.db.pool.query({
      name: 'presence_tell',
      text: `SELECT pg_notify('${PRESENCE_CHANNEL}', $1)`,
      values: [payload],
    });
  }

  /** Another process told of somebody; our own words come back too, and are known already. */
  notified(payload: string): void {
    const told = message.safeParse(parseJson(payload));
    if (told.success && told.data.process !== this.id) this.apply(told.data.memberId, told.data);
  }

  private apply(
    memberId: string,
    { complaintId, activity }: { complaintId: string | null; activity: PresenceActivity },
  ): void {
    const known = this.here.get(memberId);
    if (activity === 'AWAY') this.here.delete(memberId);
    else this.here.set(memberId, { memberId, complaintId, activity, heardAt: Date.now() });
    const same =
      activity === 'AWAY' ? known === undefined : known?.complaintId === complaintId && known.activity === activity;
    if (!same) this.changed();
  }

  private sweep(): void {
    const gone = [...this.here.values()].filter(({ heardAt }) => Date.now() - heardAt > GONE_AFTER_MS);
    for (const { memberId } of gone) this.here.delete(memberId);
    if (gone.length > 0) this.changed();
  }

  private changed(): void {
    for (const watcher of this.watchers) watcher();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
