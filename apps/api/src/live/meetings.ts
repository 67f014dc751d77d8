/**
 * Meetings that somebody here follows: told whenever a step was taken, or something happened to a complaint on the
 * agenda. What is told is the meeting as it is then, read once for all, so nothing has to be kept for who was away
 * (docs/adr/0026).
 */
import type { StoredEvent } from '@redress/domain/events/types';
import { findMeeting, findPrevious } from '@redress/domain/reads/meetings';
import type { Database } from '@redress/prisma/client';
import type { MeetingEventsRoot } from '@redress/schema/meeting/meeting-events-root';
import type { Log } from '../log.ts';
import { createChannel } from './channel.ts';
import type { Channel } from './channel.ts';

/** Changes within this time are told at once. */
const GATHER_MS = 50;

export type MeetingChannel = Channel<MeetingEventsRoot>;

interface Followed {
  channels: Set<MeetingChannel>;
  /** Of the complaints on its agenda and on the last one of its series; null until they were read. */
  complaintIds: ReadonlySet<string> | null;
}

export class Meetings {
  private readonly db: Database;
  private readonly log: Log;
  private readonly followed = new Map<string, Followed>();
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private telling: Promise<void> = Promise.resolve();

  constructor(options: { db: Database; log: Log }) {
    this.db = options.db;
    this.log = options.log;
  }

  /** The meeting now, and again whenever it changes. Who may see it is the reader's concern, each time. */
  follow(meetingId: string): MeetingChannel {
    const followed = this.followed.get(meetingId) ?? { channels: new Set(), complaintIds: null };
    this.followed.set(meetingId, followed);
    // Who is slow is shown what is now, not each thing that it was on the way.
    const channel: MeetingChannel = createChannel(() => {
      followed.channels.delete(channel);
      if (followed.channels.size === 0 && this.followed.get(meetingId) === followed) this.followed.delete(meetingId);
    }, 'LAST');
    followed.channels.add(channel);
    // Whoever follows first waits until it is known what else concerns the meeting.
    if (followed.complaintIds === null) this.tellSoon([meetingId]);
    else channel.push({ meetingEvents: { meetingId, meeting: null } });
    return channel;
  }

  /** Takes events in, in their order. */
  hear(events: readonly StoredEvent[]): void {
    if (this.followed.size === 0) return;
    this.tellSoon(events.flatMap((event) => this.concerned(event)));
  }

  /** Tells every meeting again: nobody knows what changed. */
  lookAgain(): void {
    this.tellSoon([...this.followed.keys()]);
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    for (const { channels } of [...this.followed.values()]) for (const channel of [...channels]) channel.end();
    await this.telling;
  }

  private concerned(event: StoredEvent): string[] {
    if (event.type === 'MeetingChanged') {
      const { meetingId, what } = event.payload;
      // What an earlier meeting decided is told by any later one of its series, until it is done.
      if (what === 'FULFILLED') return [...this.followed.keys()];
      return this.followed.has(meetingId) ? [meetingId] : [];
    }
    const { complaintId } = event;
    if (complaintId === null) return [];
    return [...this.followed].flatMap(([id, { complaintIds }]) =>
      complaintIds?.has(complaintId) === true ? [id] : [],
    );
  }

  private tellSoon(meetingIds: readonly string[]): void {
    for (const id of meetingIds) this.changed.add(id);
    if (this.changed.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.telling = this.telling.then(() => this.tell());
    }, GATHER_MS);
  }

  private async tell(): Promise<void> {
    const ids = [...this.changed];
    this.changed.clear();
    await Promise.all(ids.map((id) => this.tellOne(id)));
  }

  private async tellOne(meetingId: string): Promise<void> {
    const followed = this.followed.get(meetingId);
    if (followed === undefined) return;
    try {
      const meeting = await findMeeting(this.db, meetingId);
      // Of the last one too: what it gave to departments to do is told as it is now.
      const previous = meeting && (await findPrevious(this.db, meeting));
      followed.complaintIds = new Set(
        [meeting, previous].flatMap((one) => one?.state.items.flatMap(({ complaintId }) => complaintId ?? []) ?? []),
      );
      for (const channel of followed.channels) channel.push({ meetingEvents: { meetingId, meeting } });
    } catch (error) {
      this.log.error({ err: error }, 'a meeting could not be told; those who follow begin anew');
      for (const channel of [...followed.channels]) channel.end();
    }
  }
}
