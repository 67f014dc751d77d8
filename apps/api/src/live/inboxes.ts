/**
 * Inboxes of the members who are here, told when what is in them changes: by a new entry, by an answer that somebody
 * gave elsewhere, by reading on another device. What concerns whom is found in the database, once for all who watch.
 */
import type { StoredEvent } from '@redress/domain/events/types';
import { countInbox } from '@redress/domain/reads/inbox';
import { DECISION_STEPS } from '@redress/domain/rules/meeting-decisions';
import type { Scope } from '@redress/domain/rules/principal';
import type { Database } from '@redress/prisma/client';
import type { InboxNews } from '@redress/schema/notification/inbox-source';
import type { Log } from '../log.ts';
import { createChannel } from './channel.ts';
import type { Channel } from './channel.ts';

/** Changes within this time are told at once. */
const GATHER_MS = 150;

export type InboxChannel = Channel<{ inboxEvents: InboxNews }>;

interface Watcher {
  memberId: string;
  /** Asked anew each time: what the member may see can change meanwhile. */
  scope: () => Scope;
  channel: InboxChannel;
  /** What was told last; see `countInbox`. */
  content: string | null;
}

/** Whether entries about meetings may come or go by it: a decision is made or done, a meeting begins, somebody is reminded. */
function concernsMeetingEntries(event: StoredEvent): boolean {
  if (event.type === 'MeetingChanged') return (DECISION_STEPS as readonly string[]).includes(event.payload.what);
  return event.type === 'MeetingStarted' || event.type === 'MeetingSeriesChanged' || event.type === 'MeetingReminded';
}

function joined(a: ReadonlyMap<string, string[]>, b: ReadonlyMap<string, string[]>): Map<string, string[]> {
  return new Map([...a.keys(), ...b.keys()].map((key) => [key, [...(a.get(key) ?? []), ...(b.get(key) ?? [])]]));
}

export class Inboxes {
  private readonly db: Database;
  private readonly now: () => Date;
  private readonly log: Log;
  private readonly watchers = new Set<Watcher>();
  /** Complaints that something happened to, with the times at which. */
  private happened: { complaintId: string; at: Date }[] = [];
  /** When something happened at meetings that entries may tell of. */
  private met: Date[] = [];
  private members = new Set<string>();
  /** Something of meetings is another than when it was told last. */
  private meetingsChanged = false;
  private timer: NodeJS.Timeout | null = null;
  private telling: Promise<void> = Promise.resolve();

  constructor(options: { db: Database; now: () => Date; log: Log }) {
    this.db = options.db;
    this.now = options.now;
    this.log = options.log;
  }

  /** The member's inbox: how much is in it now, and again whenever that changes. */
  watch(memberId: string, scope: () => Scope): InboxChannel {
    const channel: InboxChannel = createChannel(() => this.watchers.delete(watcher));
    const watcher: Watcher = { memberId, scope, channel, content: null };
    this.watchers.add(watcher);
    this.members.add(memberId);
    this.soon(0);
    return channel;
  }

  /** Takes events in, in their order, after everything that they made out of date was dropped. */
  hear(events: readonly StoredEvent[]): void {
    if (this.watchers.size === 0) return;
    for (const event of events) {
      if (concernsMeetingEntries(event)) this.met.push(event.recordedAt);
      if (event.complaintId !== null) this.happened.push({ complaintId: event.complaintId, at: event.recordedAt });
      else if (isOfMeetings(event)) this.meetingsChanged = true;
      else if (event.type === 'NotificationsRead' || event.type === 'MemberChanged')
        this.members.add(event.payload.memberId);
      else if (event.type === 'DirectoryChanged' && event.payload.what === 'MEMBER')
        for (const id of event.payload.ids) this.members.add(id);
    }
    this.soon(GATHER_MS);
  }

  /** Looks at every inbox again: nobody knows what changed. */
  lookAgain(): void {
    for (const { memberId } of this.watchers) this.members.add(memberId);
    this.soon(0);
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    for (const { channel } of [...this.watchers]) channel.end();
    await this.telling;
  }

  private soon(ms: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // One after the other, so that no watcher is told an older state after a newer one.
      this.telling = this.telling.then(() => this.tell());
    }, ms);
  }

  private async tell(): Promise<void> {
    const { happened, met, members, meetingsChanged } = this;
    this.meetingsChanged = false;
    this.happened = [];
    this.met = [];
    this.members = new Set();
    const watchers = [...this.watchers];
    try {
      const [ofCases, ofMeetings] = await Promise.all([
        this.concerned(watchers, happened),
        this.concernedByMeetings(watchers, met),
      ]);
      const fresh = joined(ofCases, ofMeetings);
      const concerned = watchers.filter(({ memberId }) => members.has(memberId) || fresh.has(memberId));
      await Promise.all(concerned.map((watcher) => this.tellOne(watcher, fresh.get(watcher.memberId) ?? [])));
      // Which it was they ask for themselves: each sees other meetings.
      if (meetingsChanged) await Promise.all(watchers.map((watcher) => this.tellOfMeetings(watcher)));
    } catch (error) {
      this.log.error({ err: error }, 'inboxes could not be told; those who watch begin anew');
      for (const { channel } of watchers) channel.end();
    }
  }

  private async tellOne(watcher: Watcher, newIds: readonly string[]): Promise<void> {
    const { memberId, scope, channel } = watcher;
    const { content, ...count } = await countInbox(this.db, { memberId, scope: scope(), now: this.now() });
    if (content === watcher.content) return;
    watcher.content = content;
    channel.push({ inboxEvents: { count, newIds, meetingsChanged: false } });
  }

  private async tellOfMeetings({ memberId, scope, channel }: Watcher): Promise<void> {
    const { content: _, ...count } = await countInbox(this.db, { memberId, scope: scope(), now: this.now() });
    channel.push({ inboxEvents: { count, newIds: [], meetingsChanged: true } });
  }

  /** Who has entries about meetings, with those that were written at these times. */
  private async concernedByMeetings(
    watchers: readonly Watcher[],
    met: readonly Date[],
  ): Promise<Map<string, string[]>> {
    if (met.length === 0 || watchers.length === 0) return new Map();
    const { rows } = await this.db.pool.query<{ memberId: string; fresh: string[] | null }>({
      name: 'inboxes_met',
      text: `SELECT "memberId", array_agg("id") FILTER (WHERE "at" = ANY($2::timestamptz[])) AS "fresh"
        FROM "notification" WHERE "complaintId" IS NULL AND "memberId" = ANY($1::uuid[]) GROUP BY "memberId"`,
      values: [[...new Set(watchers.map(({ memberId }) => memberId))], met],
    });
    return new Map(rows.map(({ memberId, fresh }) => [memberId, fresh ?? []]));
  }

  /** Who has entries about these complaints, with the entries that were written at these times. */
  private async concerned(
    watchers: readonly Watcher[],
    happened: readonly { complaintId: string; at: Date }[],
  ): Promise<Map<string, string[]>> {
    if (happened.length === 0 || watchers.length === 0) return new Map();
    const { rows } = await this.db.pool.query<{ memberId: string; fresh: string[] | null }>({
      name: 'inboxes_concerned',
      text: `SELECT n."memberId", array_agg(DISTINCT n."id") FILTER (WHERE k."at" IS NOT NULL) AS "fresh"
        FROM "notification" AS n
        LEFT JOIN unnest($2::uuid[], $3::timestamptz[]) AS k("complaintId", "at")
          ON k."complaintId" = n."complaintId" AND k."at" = n."at"
        WHERE n."complaintId" = ANY($2::uuid[]) AND n."memberId" = ANY($1::uuid[]) GROUP BY n."memberId"`,
      values: [
        [...new Set(watchers.map(({ memberId }) => memberId))],
        happened.map(({ complaintId }) => complaintId),
        happened.map(({ at }) => at),
      ],
    });
    return new Map(rows.map(({ memberId, fresh }) => [memberId, fresh ?? []]));
  }
}

/** Whether a list of meetings or of series, or what prepares one, may be another by it. */
function isOfMeetings(event: StoredEvent): boolean {
  if (event.type === 'MeetingChanged') return event.payload.what === 'ENDED' || event.payload.what === 'CONFIRMED';
  return event.type === 'MeetingStarted' || event.type === 'MeetingSeriesChanged';
}
