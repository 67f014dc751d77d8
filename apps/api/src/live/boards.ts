/** All groups of this process, and the way into one: replay from the cursor, then join without a gap. */
import { parseCursor } from '@redress/domain/events/cursor';
import { readEvents, streamHead } from '@redress/domain/events/read';
import type { StoredEvent } from '@redress/domain/events/types';
import type { HeldBoard } from '@redress/domain/reads/held-board';
import type { Database } from '@redress/prisma/client';
import type { BoardResetReason } from '@redress/schema/board/board-event-source';
import type { Log } from '../log.ts';
import type { Feed } from './feed.ts';
import { Group } from './group.ts';
import type { Member } from './group.ts';
import type { GroupSpec } from './group-spec.ts';
import { Parcel } from './parcel.ts';
import { sharedLoaders } from './shared-loaders.ts';
import { SharedTellings } from './shared-tellings.ts';
import type { Telling } from './shared-tellings.ts';
import { tellCheckpoint, tellEvents, tellReset } from './tell.ts';
import type { Teller } from './tell.ts';

/** A socket's side of a subscription, and the member of a group that it becomes. */
export interface Seat extends Member {
  /** Resolves when the socket takes more; a replay does not run ahead of its reader. */
  drained(): Promise<void>;
  /** Whether the subscription has ended, by whichever side. */
  isOver(): boolean;
}

/** A subscription that was begun. */
export interface Subscription {
  /** The subscriber left. */
  leave(): void;
  /** Tells them to load again, and ends. */
  reset(reason: BoardResetReason): Promise<void>;
}

const REPLAY_PAGE = 200;
/** A cursor may be ahead of this process by what it is about to hear. */
const AHEAD_MS = 1_000;

export class Boards {
  private readonly db: Database;
  private readonly feed: Feed;
  private readonly log: Log;
  private readonly teller: Teller;
  private readonly groups = new Map<string, Group>();
  private readonly shared = new SharedTellings();

  constructor(
    options: { db: Database; feed: Feed; held: HeldBoard; log: Log } & Pick<Teller, 'execute' | 'maskError'>,
  ) {
    const { feed } = options;
    this.db = options.db;
    this.feed = feed;
    this.log = options.log;
    this.teller = {
      get epoch() {
        return feed.epoch;
      },
      get head() {
        return feed.head;
      },
      loadersFor: sharedLoaders(options.db, options.held),
      execute: options.execute,
      maskError: options.maskError,
    };
  }

  /** How many executions an event may cost. */
  get size(): number {
    return this.groups.size;
  }

  hear(events: readonly StoredEvent[]): void {
    this.shared.drop();
    for (const group of this.groups.values()) group.hear(events);
  }

  async resetAll(reason: BoardResetReason): Promise<void> {
    this.shared.drop();
    await Promise.all([...this.groups.values()].map((group) => group.reset(reason)));
  }

  /**
   * Begins to tell: what happened after the cursor, a checkpoint, then everything as it happens. A cursor that can't be
   * gone on from is answered with a reset. Returns at once; the replay goes on by itself.
   */
  begin(spec: GroupSpec, seat: Seat, after: string | null): Subscription {
    const group = this.groupOf(spec);
    const settle = group.expect();
    seat.position = this.feed.head;
    const subscription: Subscription = {
      leave: () => {
        group.leave(seat);
        settle();
      },
      reset: async (reason) => {
        group.leave(seat);
        seat.send(new Parcel([await tellReset(this.teller, spec, reason)]));
        seat.end();
      },
    };
    this.catchUp(group, seat, after)
      .then((reason) => (reason === null || seat.isOver() ? undefined : subscription.reset(reason)))
      .catch((error: unknown) => {
        this.log.error({ err: error }, 'a subscription could not catch up');
        return seat.isOver() ? undefined : subscription.reset('EXPIRED');
      })
      .catch(() => seat.end())
      .finally(settle);
    return subscription;
  }

  /** Answers a subscription that can't begin: load again. */
  refuse(spec: GroupSpec, seat: Seat, reason: BoardResetReason): Subscription {
    const reset = async (because: BoardResetReason) => {
      seat.send(new Parcel([await tellReset(this.teller, spec, because)]));
      seat.end();
    };
    reset(reason).catch((error: unknown) => {
      this.log.error({ err: error }, 'a reset could not be told');
      seat.end();
    });
    return { leave: () => undefined, reset: async () => undefined };
  }

  private groupOf(spec: GroupSpec): Group {
    const known = this.groups.get(spec.key);
    if (known !== undefined) return known;
    const group: Group = new Group({
      teller: this.teller,
      spec,
      log: this.log,
      head: this.feed.head,
      onEmpty: () => {
        if (this.groups.get(spec.key) === group) this.groups.delete(spec.key);
      },
    });
    this.groups.set(spec.key, group);
    return group;
  }

  /** Replays, and joins; gives the reason when the board has to be loaded again instead. */
  private async catchUp(group: Group, seat: Seat, after: string | null): Promise<BoardResetReason | null> {
    const { epoch } = this.feed;
    const start = await this.startOf(after);
    if (typeof start === 'string') return start;
    seat.position = start;
    let previous = after === null ? null : start;
    while (!seat.isOver()) {
      if (this.feed.epoch !== epoch) return 'STREAM_RESTORED';
      if (group.isClosed) return 'EXPIRED';
      const { position } = seat;
      // A checkpoint says where live begins, also to who was told of things that the group never told.
      if (position >= group.position) {
        const checkpoint = await this.checkpoint(group.spec, previous, position);
        if (seat.isOver()) return null;
        if (group.join(seat)) {
          if (checkpoint !== null) seat.send(checkpoint.parcel);
          return null;
        }
      }
      const page = await this.page(position);
      const told = await this.replay(group.spec, previous, page);
      if (seat.isOver()) return null;
      if (told !== null) {
        seat.send(told.parcel);
        previous = told.last;
      }
      seat.position = page.at(-1)?.seq ?? position;
      await seat.drained();
    }
    return null;
  }

  private async page(after: number): Promise<readonly StoredEvent[]> {
    const events = this.feed.recentAfter(after, REPLAY_PAGE);
    return events ?? readEvents(this.db, after, REPLAY_PAGE);
  }

  private replay(spec: GroupSpec, previous: number | null, page: readonly StoredEvent[]): Promise<Telling | null> {
    const key = `${previous} ${page[0]?.seq} ${page.at(-1)?.seq} ${spec.key}`;
    return this.shared.get(key, () => tellEvents(this.teller, spec, previous, page));
  }

  private checkpoint(spec: GroupSpec, previous: number | null, position: number): Promise<Telling | null> {
    const key = `${previous} ${position} ${spec.key}`;
    return this.shared.get(key, async () => [await tellCheckpoint(this.teller, spec, previous, position)]);
  }

  /** The number to go on from, or why that can't be. */
  private async startOf(after: string | null): Promise<number | BoardResetReason> {
    if (after === null) return this.feed.head;
    const cursor = parseCursor(after);
    if (cursor === null) return 'EXPIRED';
    if (cursor.epoch !== this.feed.epoch) return 'STREAM_RESTORED';
    if (cursor.seq > this.feed.head && !(await this.feed.reached(cursor.seq, AHEAD_MS))) {
      const stream = await streamHead(this.db);
      // A number that was never given out belongs to a history that is not this one.
      if (stream.epoch !== cursor.epoch || stream.head < cursor.seq) return 'STREAM_RESTORED';
    }
    return cursor.seq < this.feed.floor ? 'EXPIRED' : cursor.seq;
  }
}
