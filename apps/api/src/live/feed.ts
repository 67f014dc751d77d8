/**
 * The stream as this process hears it: woken by NOTIFY, it reads the new events once, in order, and hands them on. A
 * wake-up is only a hint; a look every few seconds finds what no wake-up told (docs/PROTOCOL.md).
 */
import type { OwnStretch } from '@redress/domain/actions/held-cases';
import { parseCursor } from '@redress/domain/events/cursor';
import type { Cursor } from '@redress/domain/events/cursor';
import { streamHead } from '@redress/domain/events/read';
import type { StreamHead } from '@redress/domain/events/read';
import type { StoredEvent } from '@redress/domain/events/types';
import { readStretch } from '@redress/domain/reads/stretch';
import type { Database } from '@redress/prisma/client';
import type { Log } from '../log.ts';

export interface FeedOptions {
  db: Database;
  log: Log;
  /** What was read, before any of its events is handled. */
  onStretch: (stretch: OwnStretch) => void;
  /** Whether the event makes something out of date that this process holds. */
  outdates: (event: StoredEvent) => boolean;
  /** Drops or reloads what the event made out of date; awaited before the next number is handled. */
  refresh: (event: StoredEvent) => Promise<void>;
  /** Gapless and in order. */
  onEvents: (events: readonly StoredEvent[]) => void;
  /** The database was restored: another history goes on from `head`. Awaited before anything of it is handled. */
  onRestored: () => Promise<void>;
}

const LOOK_EVERY_MS = 3_000;
const RETRY_MS = 250;
const OWN_MS = 1_000;
/** How many events are kept at hand for boards that come back after a short absence. */
const RECENT = 4_096;

interface Waiter {
  seq: number;
  done: () => void;
}

export class Feed {
  epoch = '';
  /** Number of the last event that was handled here. */
  head = 0;
  /** One can resume from any number from here on. */
  floor = 0;

  private readonly options: FeedOptions;
  private recent: StoredEvent[] = [];
  private waiters: Waiter[] = [];
  private look: NodeJS.Timeout | null = null;
  private pumping: Promise<void> | null = null;
  private wanted = false;
  /** The highest number that somebody has told of. */
  private target = 0;
  private stopped = false;

  constructor(options: FeedOptions) {
    this.options = options;
  }

  /** Starts at the present head: what came before is read by those who resume. */
  async start(): Promise<void> {
    this.goOnFrom(await streamHead(this.options.db));
    this.look = setInterval(() => this.wake(), LOOK_EVERY_MS);
    this.options.db.commits.hear(({ seq }) => this.wakeFor(seq));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.look !== null) clearInterval(this.look);
    for (const waiter of this.waiters.splice(0)) waiter.done();
    await this.pumping;
  }

  /** A notification: a cursor, as commit sends it. */
  notified(payload: string): void {
    const cursor = parseCursor(payload);
    if (cursor === null || cursor.epoch !== this.epoch) this.wake();
    else this.wakeFor(cursor.seq);
  }

  /**
   * What this process has written itself, and knows as if it had read it. It is handled here and now if it comes next, and
   * left to be read if it does not, or if anything is just being read.
   */
  own(stretch: OwnStretch): void {
    const comesNext = stretch.epoch === this.epoch && stretch.events[0]?.seq === this.head + 1;
    if (!comesNext || this.pumping !== null || this.stopped || stretch.events.some(this.options.outdates)) return;
    this.options.onStretch(stretch);
    this.pass(stretch.events);
  }

  /** Reads on until this number, in the next turn: who has written it may be about to say what it is. */
  private wakeFor(seq: number): void {
    if (seq <= this.target || seq <= this.head) return;
    this.target = seq;
    setImmediate(() => {
      if (this.isBehind) this.begin();
    });
  }

  /** Looks for what is new, soon. */
  wake(): void {
    this.wanted = true;
    this.begin();
  }

  private get isBehind(): boolean {
    return this.wanted || this.target > this.head;
  }

  private begin(): void {
    if (this.pumping !== null || this.stopped) return;
    this.pumping = this.pump().finally(() => {
      this.pumping = null;
      if (this.isBehind) this.begin();
    });
  }

  /** The first events after `seq`, `atMost` so many, where they are still at hand; else they have to be read from the log. */
  recentAfter(seq: number, atMost: number): readonly StoredEvent[] | null {
    if (seq >= this.head) return [];
    const first = this.recent[0];
    if (first === undefined || seq < first.seq - 1) return null;
    const from = seq - first.seq + 1;
    return this.recent.slice(from, from + atMost);
  }

  /**
   * Resolves once this process has heard of everything that it has written itself, a second at most: what it acknowledged
   * to one caller it does not keep from another.
   */
  async heardItself(): Promise<void> {
    const { last } = this.options.db.commits;
    if (last !== null && last.epoch === this.epoch && last.seq > this.head) await this.reached(last.seq, OWN_MS);
  }

  /** Whether that has been heard already. */
  get hasHeardItself(): boolean {
    const { last } = this.options.db.commits;
    return last === null || last.epoch !== this.epoch || last.seq <= this.head;
  }

  /** Whether this process has handled the event. One of another epoch is of a stream that is no more: nobody waits for it. */
  hasHeard({ epoch, seq }: Cursor): boolean {
    return epoch !== this.epoch || seq <= this.head;
  }

  /** Resolves true once this process has handled the event, false when that takes longer than `timeoutMs`. */
  async reached(seq: number, timeoutMs: number): Promise<boolean> {
    if (seq <= this.head) return true;
    this.wake();
    return new Promise((resolve) => {
      const waiter: Waiter = {
        seq,
        done: () => {
          clearTimeout(timer);
          resolve(this.head >= seq);
        },
      };
      const timer = setTimeout(() => {
        this.waiters = this.waiters.filter((other) => other !== waiter);
        waiter.done();
      }, timeoutMs);
      this.waiters.push(waiter);
    });
  }

  private async pump(): Promise<void> {
    while (this.isBehind && !this.stopped) {
      this.wanted = false;
      try {
        await this.readOn();
      } catch (error) {
        if (this.stopped) return;
        this.options.log.error({ err: error }, 'the stream could not be read; trying again');
        this.wanted = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const stretch = await readStretch(this.options.db, this.head);
      if (stretch.epoch !== this.epoch || stretch.head < this.head) return this.restored(stretch);
      this.floor = stretch.floor;
      // A number that the log does not show is waited for no longer: looking every few seconds finds it.
      if (stretch.events.length === 0) this.target = this.head;
      if (stretch.events.length === 0 || this.stopped) return;
      this.options.onStretch(stretch);
      await this.handle(stretch.events);
      if (this.head >= stretch.head) return;
    }
  }

  private async handle(events: readonly StoredEvent[]): Promise<void> {
    let from = 0;
    for (const [index, event] of events.entries()) {
      if (event.seq !== this.head + index - from + 1)
        throw new Error(`the stream has a hole before number ${event.seq}`);
      if (!this.options.outdates(event)) continue;
      this.pass(events.slice(from, index));
      await this.options.refresh(event);
      this.pass([event]);
      from = index + 1;
    }
    this.pass(events.slice(from));
  }

  private pass(events: readonly StoredEvent[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.recent.push(...events);
    if (this.recent.length > RECENT * 2) this.recent = this.recent.slice(-RECENT);
    this.head = last.seq;
    this.options.onEvents(events);
    const reached = this.waiters.filter((waiter) => waiter.seq <= this.head);
    if (reached.length === 0) return;
    this.waiters = this.waiters.filter((waiter) => waiter.seq > this.head);
    for (const waiter of reached) waiter.done();
  }

  private goOnFrom({ epoch, head, floor }: StreamHead): void {
    this.epoch = epoch;
    this.head = head;
    this.target = 0;
    this.floor = floor;
  }

  private async restored(stream: StreamHead): Promise<void> {
    this.options.log.warn({ epoch: stream.epoch }, 'the database was restored: boards load again');
    this.recent = [];
    this.goOnFrom(stream);
    await this.options.onRestored();
    for (const waiter of this.waiters.splice(0)) waiter.done();
  }
}
