/**
 * What every resolver is given. The API builds one for each request (and one for each execution of a subscription
 * group); the ports are what the contract needs of the server process around it.
 */
import type { Origin } from '@redress/domain/actions/context';
import type { ChannelWays } from '@redress/domain/actions/notification-channel-put';
import type { HeldCases } from '@redress/domain/actions/held-cases';
import type { BoardQuery, BoardView } from '@redress/domain/reads/board';
import type { PageArgs } from '@redress/domain/reads/connection';
import type { Directory } from '@redress/domain/reads/directory';
import type { MemberPrincipal, Principal, Scope } from '@redress/domain/rules/principal';
import type { Database } from '@redress/prisma/client';
import type { BoardEventsRequest, BoardEventSource } from './board/board-event-source.ts';
import type { Loaders } from './loaders.ts';
import type { MeetingEventsRoot } from './meeting/meeting-events-root.ts';
import type { InboxNews } from './notification/inbox-source.ts';
import type { PresencePicture, WindowPresence } from './presence/presence-source.ts';

/** The languages of names and messages. */
export type Locale = 'zh-CN' | 'en';

export interface SchemaContext {
  db: Database;
  /** Null: nobody is signed in, and only the public fields answer. */
  principal: Principal | null;
  /** What the principal may see; of a subscription group, what all of its members may see. */
  scope: Scope;
  /** Names the state of that sight; a subscription that brings another one is told to load again. */
  scopeVersion: string;
  directory: Directory;
  /** The injected clock. */
  now: () => Date;
  origin: Origin;
  locale: Locale;
  /** From the header `Idempotency-Key` or `extensions.idempotencyKey`; null without one. */
  idempotencyKey: string | null;
  /**
   * From the header `Takes-Back` or `extensions.takesBack`: the cursor of the caller's own change that this one takes back;
   * null without one.
   */
  takesBack: string | null;
  /** Set once the operation was weighed and is within the limits. */
  isLightEnough?: boolean;
  /** Fresh for each request: `createLoaders`. */
  loaders: Loaders;
  board: BoardPort;
  /** Cases that this process holds; without it every case is read. */
  held?: HeldCases;
  auth: AuthPort;
  presence: PresencePort;
  limits: ThrottlePort;
  /** The ways on which notifications may go out here. */
  ways: ChannelWays;
  files: FilesPort;
  stream: StreamPort;
  live: LivePort;
  /** Called with the cursor of a change that this request made. */
  setReadYourWrites: (cursor: string) => void;
}

/** The board as this process has it at hand. */
export interface BoardPort {
  /** Whether this process has heard of its own changes and of the caller's: else what it holds or keeps may be older. */
  isCurrent(): boolean;
  /**
   * As of one number of the stream; at once when it is held here.
   *
   * @throws PageError when the page's arguments are wrong.
   */
  read(query: BoardQuery, page: PageArgs | null): BoardView | Promise<BoardView>;
}

export type SignInOutcome =
  | { ok: true; principal: MemberPrincipal }
  /** Unknown account, wrong password and disabled member are one answer. */
  | { ok: false; code: 'INVALID_CREDENTIALS' }
  | { ok: false; code: 'RATE_LIMITED'; retryAfterSeconds: number };

/** Sessions of the request's caller. It sets and clears the cookie of the answer. */
export interface AuthPort {
  signIn(credentials: { email: string; password: string }): Promise<SignInOutcome>;
  /** Ends the session of this request. */
  signOut(): Promise<void>;
  /** Ends every session of the member. */
  signOutEverywhere(): Promise<void>;
}

export interface PresencePort {
  /** Tells the others what the member is at; `complaintId` is a row's id, null for the board as a whole. */
  update(memberId: string, presence: WindowPresence): void | Promise<void>;
}

/** Counts tries across all processes. */
export interface ThrottlePort {
  /**
   * Takes one try of `action` from where the request came: its address, of IPv6 its network. More than `limit` in a
   * window are refused until the window ends.
   */
  take(action: string, rule: ThrottleRule): Promise<ThrottleAnswer>;
  /** Takes one try at something that a secret opens, wherever the try comes from; `key` must not be the secret itself. */
  takeAt(key: string, rule: ThrottleRule): Promise<ThrottleAnswer>;
  /** Gives a try at it back: it was a good one. */
  giveBack(key: string): Promise<void>;
  /** The same for who asks, wherever they are; of callers who are not signed in, for all of them together. */
  takeOwn(action: string, rule: ThrottleRule): Promise<ThrottleAnswer>;
}

export interface ThrottleRule {
  limit: number;
  windowSeconds: number;
}

export type ThrottleAnswer = { ok: true } | { ok: false; retryAfterSeconds: number };

/** The files of complaints, as far as the contract speaks of them. */
export interface FilesPort {
  /** Where the bytes of an announced file are sent: a path with a secret in it. */
  uploadUrl(uploadId: string): string;
}

/** The stream as this process has heard it. */
export interface StreamPort {
  readonly epoch: string;
  /** Number of the last event. */
  head(): number;
}

/** The live layer. It gives root values of executions; its iterables settle a parked `next` when they are returned. */
export interface LivePort {
  boardEvents(request: BoardEventsRequest): AsyncIterable<{ boardEvents: BoardEventSource }>;
  presence(): AsyncIterable<{ presence: PresencePicture }>;
  /** Of the caller, whose member id it is. */
  inbox(memberId: string): AsyncIterable<{ inboxEvents: InboxNews }>;
  /** A meeting, whenever something in it or on its agenda has changed, and at once. */
  meeting(meetingId: string): AsyncIterable<MeetingEventsRoot>;
}
