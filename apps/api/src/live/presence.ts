/**
 * Who is here and what they are at. It is nobody's history: it lives in the processes' memory, passes between them as
 * ids on the bus, and whoever says nothing for a while is gone.
 */
import { randomUUID } from 'node:crypto';
import { PRESENCE_ACTIVITIES } from '@redress/schema/presence/presence-source';
import type { PresenceEntry, WindowPresence } from '@redress/schema/presence/presence-source';
import { z } from 'zod';
import { shownWindow, withoutSilent, withWindow } from './presence-windows.ts';
import type { Windows } from './presence-windows.ts';

/** Clients say every 20 s that they are still here. */
const GONE_AFTER_MS = 50_000;
const SWEEP_MS = 5_000;

const message = z.object({
  process: z.string(),
  memberId: z.string(),
  complaintId: z.string().nullable(),
  activity: z.enum(PRESENCE_ACTIVITIES),
  // A process of an older release tells of no windows.
  window: z.string().default(''),
});

export class Presence {
  private readonly tell: (payload: string) => void;
  private readonly id = randomUUID();
  private readonly here = new Map<string, Windows>();
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
    return [...this.here].flatMap(([memberId, windows]) => {
      const shown = shownWindow(windows);
      return shown === null ? [] : { memberId, complaintId: shown.complaintId, activity: shown.activity };
    });
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

  update(memberId: string, presence: WindowPresence): void {
    this.apply(memberId, presence);
    this.tell(JSON.stringify({ process: this.id, memberId, ...presence }));
  }

  /** Another process told of somebody; our own words come back too, and are known already. */
  notified(payload: string): void {
    const told = message.safeParse(parseJson(payload));
    if (told.success && told.data.process !== this.id) this.apply(told.data.memberId, told.data);
  }

  private apply(memberId: string, told: WindowPresence): void {
    if (this.turnTo(memberId, withWindow(this.here.get(memberId) ?? [], told, Date.now()))) this.changed();
  }

  private sweep(): void {
    const since = Date.now() - GONE_AFTER_MS;
    const turned = [...this.here].filter(([memberId, windows]) => this.turnTo(memberId, withoutSilent(windows, since)));
    if (turned.length > 0) this.changed();
  }

  /** Whether that makes another picture of who is here. */
  private turnTo(memberId: string, windows: Windows): boolean {
    const before = shownWindow(this.here.get(memberId) ?? []);
    const after = shownWindow(windows);
    if (after === null) this.here.delete(memberId);
    else this.here.set(memberId, windows);
    return before?.complaintId !== after?.complaintId || before?.activity !== after?.activity;
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
