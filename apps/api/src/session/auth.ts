/** Signing in and out, for one request: the port that the contract's session mutations call. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { ownLanguageSet } from '@redress/domain/actions/own-language-set';
import { sessionEnd } from '@redress/domain/actions/session-end';
import type { ActionContext } from '@redress/domain/actions/context';
import type { MemberPrincipal, Principal } from '@redress/domain/rules/principal';
import type { Directory } from '@redress/domain/reads/directory';
import type { Database } from '@redress/prisma/client';
import type { AuthPort, SignInOutcome } from '@redress/schema/context';
import type { Lucia } from 'lucia';
import type { Caller } from '../http/caller.ts';
import { addressKey } from '../http/client-address.ts';
import { setCookie } from '../http/cookies.ts';
import type { Log } from '../log.ts';
import { SESSION_COOKIE, hashSession } from './lucia.ts';
import { memberPrincipal } from './member-principal.ts';
import { verifyPassword } from './password.ts';
import type { SignInPlaces } from './sign-in-places.ts';
import type { Throttle } from './throttle.ts';

export interface AuthServices {
  db: Database;
  directory: Directory;
  lucia: Lucia;
  throttle: Throttle;
  signIns: SignInPlaces;
  now: () => Date;
  log: Log;
  /** Resolves once this process has handled the event of the cursor. */
  heard: (cursor: string) => Promise<void>;
}

/** Tries that may fail in a window; those that succeed are given back. Many people share an office's address. */
const WINDOW_SECONDS = 15 * 60;
const BY_ACCOUNT = { limit: 10, windowSeconds: WINDOW_SECONDS };
const BY_ADDRESS = { limit: 100, windowSeconds: WINDOW_SECONDS };
export const COOKIE_SECONDS = 14 * 24 * 60 * 60;

/** `response` null: a WebSocket, over which no cookie can be set and so nobody signs in. */
export function createAuth(services: AuthServices, caller: Caller, response: ServerResponse | null): AuthPort {
  const cookie = (value: string, maxAgeSeconds: number) => {
    if (response !== null) setCookie(response, SESSION_COOKIE, value, { maxAgeSeconds, secure: caller.secure });
  };

  const signIn: AuthPort['signIn'] = async ({ email, password }) => {
    const address = `sign-in/address/${addressKey(caller.origin.address)}`;
    const account = `sign-in/account/${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`;
    for (const [key, rule] of [
      [address, BY_ADDRESS],
      [account, BY_ACCOUNT],
    ] as const) {
      const taken = await services.throttle.take(key, rule);
      if (!taken.ok) return { ok: false, code: 'RATE_LIMITED', retryAfterSeconds: taken.retryAfterSeconds };
    }
    const outcome = await checkPassword(services, email, password);
    if (outcome === null) return { ok: false, code: 'INVALID_CREDENTIALS' };
    await Promise.all([services.throttle.giveBack(address), services.throttle.giveBack(account)]);
    // A session that is given anew can't have been planted by somebody else; the one before it ends.
    if (caller.credential.kind === 'SESSION')
      await endSessions(services, caller, [hashSession(caller.credential.token)]);
    const place = { address: caller.origin.address, userAgent: caller.origin.userAgent };
    const session = await services.lucia.createSession(outcome.id, place);
    cookie(session.id, COOKIE_SECONDS);
    const principal = { ...outcome, sessionId: hashSession(session.id) };
    await keepLanguage(services, caller, principal);
    return { ok: true, principal } satisfies SignInOutcome;
  };

  return {
    async signIn(input) {
      if (response === null) return { ok: false, code: 'INVALID_CREDENTIALS' };
      return services.signIns.take(() => signIn(input));
    },

    async signOut() {
      if (caller.credential.kind !== 'SESSION') return;
      await endSessions(services, caller, [hashSession(caller.credential.token)]);
      cookie('', 0);
    },

    async signOutEverywhere() {
      if (caller.principal?.kind !== 'MEMBER') return;
      const sessions = await services.lucia.getUserSessions(caller.principal.id);
      await endSessions(
        services,
        caller,
        sessions.map((session) => session.id),
      );
      cookie('', 0);
    },
  };
}

async function checkPassword(services: AuthServices, email: string, password: string): Promise<MemberPrincipal | null> {
  const row = await services.db.prisma.member.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, passwordHash: true },
  });
  const matches = await verifyPassword(row?.passwordHash ?? null, password);
  return matches && row !== null ? memberPrincipal(services.directory, row.id, '', services.now()) : null;
}

/**
 * Removes sessions, then makes it known through the product's own action, so that every process drops what it holds of
 * them and closes their sockets.
 */
async function endSessions(services: AuthServices, caller: Caller, sessionIds: string[]): Promise<void> {
  if (caller.principal?.kind !== 'MEMBER' || sessionIds.length === 0) return;
  await services.db.prisma.session.deleteMany({ where: { id: { in: sessionIds } } });
  const context = actionContext(services, caller, caller.principal);
  await services.heard(await sessionEnd(context, caller.principal.id, sessionIds));
}

/** Who signs in in a language reads it: until they choose one, what they are sent comes in it. That it can't be kept bars nobody's way. */
async function keepLanguage(services: AuthServices, caller: Caller, principal: MemberPrincipal): Promise<void> {
  const { spoken: locale } = caller;
  if (locale === null || services.directory.member(principal.id)?.locale != null) return;
  try {
    await ownLanguageSet(actionContext(services, caller, principal), { locale, ifNone: true });
  } catch (error) {
    services.log.warn({ err: error }, 'the language of who signed in was not kept');
  }
}

function actionContext({ db, directory, now }: AuthServices, { origin }: Caller, principal: Principal): ActionContext {
  return { db, principal, origin, now, directory, idempotency: null };
}
