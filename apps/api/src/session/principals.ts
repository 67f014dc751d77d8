/**
 * Who a cookie or a token stands for. Answers are held for a while; the feed drops what an event made out of date
 * before it handles the next number, so nobody acts on a session, role or token that has ended.
 */
import { sessionHandle } from '@redress/domain/actions/session-end';
import { hashToken } from '@redress/domain/actions/token-change';
import type { StoredEvent } from '@redress/domain/events/types';
import type { Directory } from '@redress/domain/reads/directory';
import type { IntegrationPrincipal, MemberPrincipal } from '@redress/domain/rules/principal';
import type { Database } from '@redress/prisma/client';
import type { Lucia } from 'lucia';
import { hashSession } from './lucia.ts';
import { memberPrincipal } from './member-principal.ts';

export interface KnownSession {
  principal: MemberPrincipal;
  expiresAt: Date;
  /** Set when the session was prolonged just now: the cookie has to say so. */
  prolonged: boolean;
}

export interface KnownToken {
  principal: IntegrationPrincipal;
  expiresAt: Date | null;
}

interface Held<T> {
  value: T;
  until: number;
}

/** Even without a word of an event nothing is believed for longer. */
const HOLD_MS = 60_000;
const HOLD_AT_MOST = 10_000;
/** `lastUsedAt` of a token tells the minute, not the second. */
const USE_NOTED_EVERY_MS = 60_000;

export class Principals {
  private readonly db: Database;
  private readonly lucia: Lucia;
  private readonly directory: Directory;
  private readonly now: () => Date;
  private sessions = new Map<string, Held<{ memberId: string; expiresAt: Date }>>();
  private tokens = new Map<string, Held<KnownToken>>();
  private noted = new Map<string, number>();
  /** Rises with everything that is dropped: an answer that was read meanwhile is not kept. */
  private dropped = 0;

  constructor(options: { db: Database; lucia: Lucia; directory: Directory; now: () => Date }) {
    this.db = options.db;
    this.lucia = options.lucia;
    this.directory = options.directory;
    this.now = options.now;
  }

  /** The number of the last drop. Who registers something for a principal looks whether it still is the same. */
  get generation(): number {
    return this.dropped;
  }

  /** The member behind a session cookie's value; null when it has ended or they can't sign in any more. */
  async bySession(token: string): Promise<KnownSession | null> {
    const id = hashSession(token);
    const handle = sessionHandle(id);
    const held = this.sessions.get(handle);
    let found = held !== undefined && held.until > Date.now() ? held.value : null;
    let prolonged = false;
    if (found === null) {
      const generation = this.dropped;
      const { session } = await this.lucia.validateSession(token);
      if (session === null) return null;
      found = { memberId: session.userId, expiresAt: session.expiresAt };
      prolonged = session.fresh;
      if (generation === this.dropped) keep(this.sessions, handle, found);
    }
    if (found.expiresAt.getTime() <= Date.now()) return null;
    const principal = memberPrincipal(this.directory, found.memberId, id, this.now());
    return principal === null ? null : { principal, expiresAt: found.expiresAt, prolonged };
  }

  /** The integration behind a bearer token; null when it is unknown, revoked or has expired. */
  async byToken(token: string): Promise<KnownToken | null> {
    if (!token.startsWith('rdr_')) return null;
    const hash = hashToken(token);
    const held = this.tokens.get(hash);
    let found = held !== undefined && held.until > Date.now() ? held.value : null;
    if (found === null) {
      const generation = this.dropped;
      const row = await this.db.prisma.integrationToken.findUnique({ where: { hash } });
      if (row === null || row.revokedAt !== null) return null;
      const principal: IntegrationPrincipal = { kind: 'INTEGRATION', id: row.id, name: row.name, scopes: row.scopes };
      found = { principal, expiresAt: row.expiresAt };
      if (generation === this.dropped) keep(this.tokens, hash, found);
    }
    if (found.expiresAt !== null && found.expiresAt <= this.now()) return null;
    await this.noteUse(found.principal.id);
    return found;
  }

  /** Drops what the event made out of date. */
  forget(event: StoredEvent): void {
    this.dropped += 1;
    if (event.type === 'SessionEnded') for (const handle of event.payload.sessionHandles) this.sessions.delete(handle);
    if (event.type === 'TokenRevoked') this.tokens.clear();
  }

  forgetAll(): void {
    this.dropped += 1;
    this.sessions.clear();
    this.tokens.clear();
  }

  private async noteUse(id: string): Promise<void> {
    const at = this.now();
    if (at.getTime() - (this.noted.get(id) ?? 0) < USE_NOTED_EVERY_MS) return;
    this.noted.set(id, at.getTime());
    await this.db.prisma.integrationToken.update({ where: { id }, data: { lastUsedAt: at } });
  }
}

function keep<T>(map: Map<string, Held<T>>, key: string, value: T): void {
  const oldest = map.keys().next();
  if (map.size >= HOLD_AT_MOST && oldest.done !== true) map.delete(oldest.value);
  map.delete(key);
  map.set(key, { value, until: Date.now() + HOLD_MS });
}
