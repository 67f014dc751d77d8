/**
 * The sockets of this process and whom they belong to. When an event takes a session, a token or a role away, the
 * sockets hear of it here, before the next event is told to anybody (docs/PROTOCOL.md, "Close codes").
 */
import type { StoredEvent } from '@redress/domain/events/types';
import type { Directory } from '@redress/domain/reads/directory';
import { sessionHandle } from '@redress/domain/actions/session-end';
import type { Principal } from '@redress/domain/rules/principal';
import type { BoardResetReason } from '@redress/schema/board/board-event-source';
import { memberPrincipal, scopeVersionOf } from '../session/member-principal.ts';

/** Close codes that the server sends besides those of the graphql-transport-ws protocol. */
export const CLOSE = {
  /** The server stops: connect again. */
  GOING_AWAY: [1001, 'Going away'],
  /** The reader is too slow: connect again and go on from the last cursor. */
  TOO_SLOW: [1013, 'Too slow: resume from your cursor'],
  /** The session, token or member is no longer good: sign in again. */
  FORBIDDEN: [4403, 'Forbidden'],
} as const satisfies Record<string, readonly [number, string]>;

/** One authenticated socket. */
export interface Connection {
  principal: Principal;
  /** When the session or token ends by itself; null: never. */
  expiresAt: Date | null;
  close(reason: readonly [number, string]): void;
  /** Ends every board subscription with a reset. */
  resetBoards(reason: BoardResetReason): Promise<void>;
}

const SWEEP_MS = 10_000;

export class Connections {
  private readonly directory: Directory;
  private readonly now: () => Date;
  private readonly all = new Set<Connection>();
  private sweeper: NodeJS.Timeout | null = null;

  constructor(options: { directory: Directory; now: () => Date }) {
    this.directory = options.directory;
    this.now = options.now;
  }

  get size(): number {
    return this.all.size;
  }

  start(): void {
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS);
  }

  stop(): void {
    if (this.sweeper !== null) clearInterval(this.sweeper);
  }

  /** Takes a socket in; returns how to forget it. */
  add(connection: Connection): () => void {
    this.all.add(connection);
    return () => this.all.delete(connection);
  }

  closeAll(reason: readonly [number, string]): void {
    for (const connection of this.all) connection.close(reason);
  }

  /** Acts on an event that may have changed what principals are. The directory has been reloaded before. */
  async heed(event: StoredEvent): Promise<void> {
    switch (event.type) {
      case 'SessionEnded': {
        const ended = new Set(event.payload.sessionHandles);
        this.closeWhere((principal) => principal.kind === 'MEMBER' && ended.has(sessionHandle(principal.sessionId)));
        return;
      }
      case 'TokenRevoked': {
        const { tokenId } = event.payload;
        this.closeWhere((principal) => principal.kind === 'INTEGRATION' && principal.id === tokenId);
        return;
      }
      case 'MemberChanged':
        return this.reviewMembers((id) => id === event.payload.memberId);
      case 'DirectoryChanged':
        return event.payload.what === 'MEMBER' ? this.reviewMembers((id) => event.payload.ids.includes(id)) : undefined;
      default:
    }
  }

  /** Looks at every member again: nobody knows what changed. */
  async reviewAll(): Promise<void> {
    await this.reviewMembers(() => true);
  }

  private closeWhere(matches: (principal: Principal) => boolean): void {
    for (const connection of [...this.all]) {
      if (matches(connection.principal)) connection.close(CLOSE.FORBIDDEN);
    }
  }

  private async reviewMembers(concerns: (memberId: string) => boolean): Promise<void> {
    const resets: Promise<void>[] = [];
    for (const connection of [...this.all]) {
      const { principal } = connection;
      if (principal.kind !== 'MEMBER' || !concerns(principal.id)) continue;
      const today = memberPrincipal(this.directory, principal.id, principal.sessionId, this.now());
      if (today === null) {
        connection.close(CLOSE.FORBIDDEN);
        continue;
      }
      connection.principal = today;
      if (scopeVersionOf(today) === scopeVersionOf(principal)) continue;
      // Who can't be told must not go on in the old sight, nor keep this process from the next event.
      const told = connection.resetBoards('SCOPE_CHANGED');
      resets.push(told.catch(() => connection.close(CLOSE.GOING_AWAY)));
    }
    await Promise.all(resets);
  }

  /** Sessions, tokens and roles also end because their time has come, which no event tells. */
  private sweep(): void {
    const now = this.now();
    for (const connection of [...this.all]) {
      if (connection.expiresAt !== null && connection.expiresAt <= now) connection.close(CLOSE.FORBIDDEN);
    }
    this.reviewAll().catch(() => undefined);
  }
}
