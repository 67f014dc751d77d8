/**
 * Sessions by lucia, behind this one module since its third version is in maintenance (docs/adr/0008). Lucia itself would
 * keep the cookie's value in the database; here its adapter sees only the hash of it, so that a stolen copy of the
 * table opens no session and the id of a session can stand in events and logs.
 */
import { createHash } from 'node:crypto';
import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import type { Database } from '@redress/prisma/client';
import { Lucia, TimeSpan } from 'lucia';
import type { Adapter, DatabaseSession } from 'lucia';
import { LookUps } from './look-ups.ts';

export const SESSION_COOKIE = 'redress_session';
/** A session in use goes on; one that is left alone for so long ends. */
const SESSION_DAYS = 14;

/** What is kept of where a session was begun. */
export interface SessionPlace {
  address: string | null;
  userAgent: string | null;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: SessionPlace;
  }
}

/** What the database keeps of a cookie's value. */
export function hashSession(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function createLucia(db: Database): Lucia {
  const rows: Adapter = new PrismaAdapter(db.prisma.session, db.prisma.member);
  const lookUps = new LookUps((hashes) => readSessions(db, hashes));
  const adapter: Adapter = {
    ...methodsOf(rows),
    getSessionAndUser: async (token) => {
      const session = await lookUps.find(hashSession(token));
      // A session goes with its member; what is to be known of them is the directory's.
      return session === null
        ? [null, null]
        : [
            { ...session, id: token },
            { id: session.userId, attributes: {} },
          ];
    },
    setSession: (session) => rows.setSession({ ...session, id: hashSession(session.id) }),
    updateSessionExpiration: (token, expiresAt) => rows.updateSessionExpiration(hashSession(token), expiresAt),
    deleteSession: (token) => rows.deleteSession(hashSession(token)),
  };
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    sessionCookie: { name: SESSION_COOKIE, attributes: { sameSite: 'lax', path: '/' } },
  });
}

async function readSessions(db: Database, hashes: readonly string[]): Promise<Map<string, DatabaseSession>> {
  const { rows } = await db.pool.query<Omit<DatabaseSession, 'attributes'> & DatabaseSession['attributes']>({
    name: 'sessions_known',
    text: `SELECT "id", "userId", "expiresAt", "address", "userAgent" FROM "session" WHERE "id" = ANY($1::text[])`,
    values: [hashes],
  });
  return new Map(
    rows.map(({ address, userAgent, ...row }) => [row.id, { ...row, attributes: { address, userAgent } }]),
  );
}

function methodsOf(rows: Adapter): Pick<Adapter, 'getUserSessions' | 'deleteUserSessions' | 'deleteExpiredSessions'> {
  return {
    getUserSessions: (memberId) => rows.getUserSessions(memberId),
    deleteUserSessions: (memberId) => rows.deleteUserSessions(memberId),
    deleteExpiredSessions: () => rows.deleteExpiredSessions(),
  };
}
