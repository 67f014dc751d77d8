/** One execution for many sockets: a group hears of every event, tells what is its members' in order, and keeps time. */
import type { StoredEvent } from '@redress/domain/events/types';
import type { BoardResetReason } from '@redress/schema/board/board-event-source';
import type { Log } from '../log.ts';
import type { GroupSpec } from './group-spec.ts';
import { Parcel } from './parcel.ts';
import type { Message } from './parcel.ts';
import { tellCheckpoint, tellEvents, tellReset } from './tell.ts';
import type { Teller } from './tell.ts';

/** A subscription of one socket, as its group sees it. */
export interface Member {
  /** Number up to which it has been told everything. */
  position: number;
  send(parcel: Parcel): void;
  /** Ends the subscription with `complete`. */
  end(): void;
}

export interface GroupOptions {
  teller: Teller;
  spec: GroupSpec;
  log: Log;
  /** The stream's head when the group begins. */
  head: number;
  onEmpty: () => void;
}

/** A member hears within a second that the head moved on, even when nothing was theirs. */
const CHECKPOINT_MS = 800;
const BATCH = 100;
/** The database may be away for a moment; after so many tries the members load again. */
const TRIES = 6;
const RETRY_MS = 300;

export class Group {
  readonly spec: GroupSpec;
  /** Everything up to here has been told. */
  position: number;
  private readonly options: GroupOptions;
  private readonly members = new Set<Member>();
  private told: number;
  private waiting: StoredEvent[] = [];
  private telling: Promise<void> | null = null;
  private checkpointTimer: NodeJS.Timeout | null = null;
  private checkpointDue = false;
  private guests = 0;
  private closed = false;

  constructor(options: GroupOptions) {
    this.options = options;
    this.spec = options.spec;
    this.position = options.head;
    this.told = options.head;
  }

  /** Keeps the group going while somebody replays what came before, on the way to joining it. */
  expect(): () => void {
    this.guests += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.guests -= 1;
      this.closeIfEmpty();
    };
  }

  /**
   * Takes a member in, if it has been told everything that the group has told. Both are decided in one tick, so nothing
   * can fall between replay and live. Returns false when the member has to replay further first.
   */
  join(member: Member): boolean {
    if (member.position < this.position || this.closed) return false;
    this.members.add(member);
    return true;
  }

  get isClosed(): boolean {
    return this.closed;
  }

  leave(member: Member): void {
    this.members.delete(member);
    this.closeIfEmpty();
  }

  /** New events of the stream, in order. */
  hear(events: readonly StoredEvent[]): void {
    this.waiting.push(...events);
    this.tellOn();
  }

  /** Tells everybody to load again, and ends their subscriptions; they end also when that can't be told. */
  async reset(reason: BoardResetReason): Promise<void> {
    if (this.members.size === 0) return;
    const { teller, log } = this.options;
    const last = await tellReset(teller, this.spec, reason).catch((error: unknown) => {
      log.error({ err: error }, 'a reset could not be told to a group');
      return null;
    });
    const parcel = last === null ? null : new Parcel([last]);
    for (const member of [...this.members]) {
      if (parcel !== null) member.send(parcel);
      member.end();
    }
  }

  /**
   * Everything is told by one loop, one thing after the other: so order and `previous` need no further care. A closed
   * group tells nothing, also of what was waiting when its last member left: it would begin again for ever.
   */
  private tellOn(): void {
    if (this.closed) return;
    this.telling ??= this.tellAll().finally(() => {
      this.telling = null;
      if (this.waiting.length > 0 || this.checkpointDue) this.tellOn();
    });
  }

  private async tellAll(): Promise<void> {
    while ((this.waiting.length > 0 || this.checkpointDue) && !this.closed) {
      const batch = this.waiting.slice(0, BATCH);
      const messages = await this.tryToTell(batch);
      if (messages === null) return this.abandon();
      this.waiting.splice(0, batch.length);
      this.broadcast(messages);
      this.position = batch.at(-1)?.seq ?? this.position;
    }
    if (this.position > this.told && !this.closed) this.checkpointSoon();
  }

  private async tryToTell(batch: readonly StoredEvent[]): Promise<Message[] | null> {
    const { teller, log } = this.options;
    for (let tries = 1; ; tries++) {
      try {
        const messages = await tellEvents(teller, this.spec, this.told, batch);
        const head = batch.at(-1)?.seq ?? this.position;
        const last = messages.at(-1)?.seq ?? this.told;
        if (this.checkpointDue && head > last) messages.push(await tellCheckpoint(teller, this.spec, last, head));
        this.checkpointDue = false;
        return messages;
      } catch (error) {
        log.error({ err: error, tries }, 'events could not be told to a group');
        if (tries === TRIES || this.closed) return null;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** One parcel for all; only who joined ahead of the group, and has been told a part of it, gets the rest. */
  private broadcast(messages: readonly Message[]): void {
    const [first] = messages;
    const last = messages.at(-1);
    if (first === undefined || last === undefined) return;
    const whole = new Parcel(messages);
    for (const member of this.members) {
      const { position } = member;
      if (position >= last.seq) continue;
      member.position = last.seq;
      member.send(position < first.seq ? whole : new Parcel(messages.filter(({ seq }) => seq > position)));
    }
    this.told = last.seq;
  }

  private checkpointSoon(): void {
    this.checkpointTimer ??= setTimeout(() => {
      this.checkpointTimer = null;
      this.checkpointDue = this.position > this.told;
      if (this.checkpointDue) this.tellOn();
    }, CHECKPOINT_MS);
  }

  /** What can't be told can't be left out either: the members load again, and lose nothing. */
  private async abandon(): Promise<void> {
    await this.reset('EXPIRED');
    this.close();
  }

  private closeIfEmpty(): void {
    if (this.members.size === 0 && this.guests === 0) this.close();
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    if (this.checkpointTimer !== null) clearTimeout(this.checkpointTimer);
    this.options.onEmpty();
  }
}
