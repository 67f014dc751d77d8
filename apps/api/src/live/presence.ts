/**
 * Who is here and what they are at. It is nobody's history: it lives in the processes' memory, passes between them as
 * ids on the bus, and whoever says nothing for a while is gone.
 */
import { randomUUID } from 'node:crypto';
import { PRESENCE_ACTIVITIES } from '@redress/schema/presence/presence-source';
import type { PresenceActivity, PresenceEntry } from '@redress/schema/presence/presence-source';
import { z } from 'zod';

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
  private readonly tell: (payload: string) => void;
  private readonly id = randomUUID();
  private readonly here = new Map<string, Here>();
  private readonly watchers = new Set<() => void>();
  private sweeper: NodeJS.Timeout | null = null;

  /** @param tell hands a text to the presence of every other process. */
  constructor(tell: (payload: string) => void) {
    this.tell = tell;
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

  /** How many are here. */
  get size(): number {
    return this.here.size;
  }

  /** How many are told here of who is here. */
  get watching(): number {
    return this.watchers.size;
  }

  /** Calls back when somebody comes, goes or turns to something else; returns how to stop that. */
  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  update(memberId: string, presence: { complaintId: string | null; activity: PresenceActivity }): void {
    this.apply(memberId, presence);
    this.tell(JSON.stringify({ process: this.id, memberId, ...presence }));
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
