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
  /** By its cursor, the change that this one is said to take back. */
  takesBack?: string | null;
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
  return new OperationContext(services, options);
}

/**
 * A class whose getters are made once, and make what few operations ask for when it is asked for: a literal with getters
 * has V8 keep a shape for each object of it.
 */
class OperationContext implements SchemaContext {
  private readonly services: Services;
  private readonly caller: Caller;
  private readonly response: ServerResponse | null;
  private readonly today: () => Principal | null;
  readonly principal: Principal | null;
  readonly scope: Scope;
  readonly idempotencyKey: string | null;
  readonly takesBack: string | null;
  readonly loaders: Loaders;
  readonly setReadYourWrites: (cursor: string) => void;
  isLightEnough = false;

  constructor(services: Services, options: ContextOptions) {
    const { caller, response, idempotencyKey, takesBack = null, onChange, loaders, principal } = options;
    this.services = services;
    this.caller = caller;
    this.response = response;
    this.today = principal ?? (() => caller.principal);
    this.principal = this.today();
    this.scope = scopeOfCaller(this.principal);
    this.idempotencyKey = idempotencyKey;
    this.takesBack = takesBack;
    this.loaders = loaders ?? createLoaders(services.db, this.scope);
    this.setReadYourWrites = onChange ?? (() => undefined);
  }

  get db() {
    return this.services.db;
  }

  get scopeVersion() {
    return scopeVersionOf(this.principal);
  }

  get directory() {
    return this.services.directory;
  }

  get now() {
    const { time } = this.services;
    return () => time.now();
  }

  get origin() {
    return this.caller.origin;
  }

  get locale() {
    return this.caller.locale;
  }

  get board() {
    return boardPort(this.services, this.caller.lastChange);
  }

  get held() {
    return this.services.cases;
  }

  get auth() {
    const { db, directory, lucia, throttle, signIns, log } = this.services;
    const toldOf = (cursor: string) => heard(this.services, parseCursor(cursor));
    const parts = { db, directory, lucia, throttle, signIns, log, now: this.now, heard: toldOf };
    return createAuth(parts, this.caller, this.response);
  }

  get presence() {
    return this.services.presence;
  }

  get limits(): SchemaContext['limits'] {
    const { throttle } = this.services;
    const { origin, principal } = this;
    return {
      take: (action, rule) => throttle.take(`${action}/${addressKey(origin.address)}`, rule),
      takeAt: (key, rule) => throttle.take(key, rule),
      giveBack: (key) => throttle.giveBack(key),
      takeOwn: (action, rule) => throttle.take(`${action}/${principal === null ? '' : principalKey(principal)}`, rule),
    };
  }

  get ways() {
    return this.services.outbound;
  }

  get files(): SchemaContext['files'] {
    return { uploadUrl: (uploadId) => uploadUrl(this.services.key, uploadId) };
  }

  get stream() {
    const { feed } = this.services;
    return { epoch: feed.epoch, head: () => feed.head };
  }

  get live(): SchemaContext['live'] {
    const { db, presence, meetings, inboxes } = this.services;
    const sight = () => scopeOfCaller(this.today());
    return {
      boardEvents: (request) => new BoardEventsAsked(request),
      presence: () => presenceStream(db, presence, sight),
      meeting: (meetingId) => meetings.follow(meetingId),
      inbox: (memberId) => inboxes.watch(memberId, sight),
    };
  }
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
