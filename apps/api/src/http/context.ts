/** The context that resolvers get, for a request, an operation on a socket, or an execution for a group. */
import type { ServerResponse } from 'node:http';
import { principalKey } from '@redress/domain/actions/audit';
import { parseCursor } from '@redress/domain/events/cursor';
import type { Cursor } from '@redress/domain/events/cursor';
import { readBoard } from '@redress/domain/reads/board';
import { scopeOf } from '@redress/domain/rules/principal';
import type { Principal, Scope } from '@redress/domain/rules/principal';
import type { SchemaContext } from '@redress/schema/context';
import { createLoaders } from '@redress/schema/loaders';
import type { Loaders } from '@redress/schema/loaders';
import { BoardEventsAsked } from '../live/board-request.ts';
import { presenceStream } from '../live/presence-stream.ts';
import { uploadUrl } from '../files/upload-token.ts';
import type { Services } from '../services.ts';
import { createAuth } from '../session/auth.ts';
import { scopeVersionOf } from '../session/member-principal.ts';
import type { Caller } from './caller.ts';
import { addressKey } from './client-address.ts';

export interface ContextOptions {
  caller: Caller;
  /** Null on a socket, where neither cookies nor headers can be set. */
  response: ServerResponse | null;
  idempotencyKey: string | null;
  /** Called with the cursor of a change that the operation made. */
  onChange?: (cursor: string) => void;
  /** Made when they are asked for, unless the execution shares its reads with others. */
  loaders?: Loaders | undefined;
  /** Who the caller is by now; a socket outlives changes of its member's roles. */
  principal?: () => Principal | null;
}

/** Sees no complaint: of callers who are not signed in. */
const NOTHING: Scope = { key: 'nothing', seesAll: false, grantees: [] };
const HEARD_WITHIN_MS = 1_000;

export function scopeOfCaller(principal: Principal | null): Scope {
  return principal === null ? NOTHING : scopeOf(principal);
}

export function createContext(services: Services, options: ContextOptions): SchemaContext {
  const { db, directory, feed, inboxes, meetings, outbound, presence, throttle, signIns, lucia, time } = services;
  const { caller, response } = options;
  const now = () => time.now();
  const today = options.principal ?? (() => caller.principal);
  const principal = today();
  const scope = scopeOfCaller(principal);
  let { loaders } = options;
  return {
    db,
    principal,
    scope,
    get scopeVersion() {
      return scopeVersionOf(principal);
    },
    directory,
    now,
    origin: caller.origin,
    locale: caller.locale,
    idempotencyKey: options.idempotencyKey,
    // Many operations need none of them.
    get loaders() {
      return (loaders ??= createLoaders(db, scope));
    },
    board: boardPort(services, caller.lastChange),
    held: services.cases,
    auth: createAuth(
      { db, directory, lucia, throttle, signIns, now, heard: (cursor) => heard(services, parseCursor(cursor)) },
      caller,
      response,
    ),
    presence,
    limits: {
      take: (action, rule) => throttle.take(`${action}/${addressKey(caller.origin.address)}`, rule),
      takeAt: (key, rule) => throttle.take(key, rule),
      giveBack: (key) => throttle.giveBack(key),
      takeOwn: (action, rule) => throttle.take(`${action}/${principal === null ? '' : principalKey(principal)}`, rule),
    },
    ways: outbound,
    files: { uploadUrl: (uploadId) => uploadUrl(services.key, uploadId) },
    stream: {
      get epoch() {
        return feed.epoch;
      },
      head: () => feed.head,
    },
    live: {
      boardEvents: (request) => new BoardEventsAsked(request),
      presence: () => presenceStream(db, presence, () => scopeOfCaller(today())),
      meeting: (meetingId) => meetings.follow(meetingId),
      inbox: (memberId) => inboxes.watch(memberId, () => scopeOfCaller(today())),
    },
    setReadYourWrites: options.onChange ?? (() => undefined),
  };
}

/** The board that is held here, unless nobody tells this process what happens; else the database's. */
function boardPort({ db, feed, held, isListening }: Services, lastChange: Cursor | null): SchemaContext['board'] {
  const isCurrent = () => isListening() && feed.hasHeardItself && (lastChange === null || feed.hasHeard(lastChange));
  const read: SchemaContext['board']['read'] = (query, page) =>
    (isCurrent() ? held.answer(query, page) : null) ?? readBoard(db, query, page);
  return {
    isCurrent,
    read: (query, page) => (feed.hasHeardItself ? read(query, page) : feed.heardItself().then(() => read(query, page))),
  };
}

/** Waits until this process has handled the event of a cursor, a second at most. */
export async function heard({ feed }: Services, cursor: Cursor | null): Promise<void> {
  if (cursor !== null && !feed.hasHeard(cursor)) await feed.reached(cursor.seq, HEARD_WITHIN_MS);
}
