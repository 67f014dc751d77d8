/** Who calls: found once for a request or a socket, before anything is read or done for them. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Origin } from '@redress/domain/actions/context';
import type { Cursor } from '@redress/domain/events/cursor';
import type { Principal } from '@redress/domain/rules/principal';
import type { Locale } from '@redress/schema/context';
import type { Principals } from '../session/principals.ts';
import { SESSION_COOKIE } from '../session/lucia.ts';
import { clientAddress, isHttps } from './client-address.ts';
import { readCookie } from './cookies.ts';
import { localeOf, spokenLocale } from './locale.ts';
import { lastChange } from './read-your-writes.ts';

/** How the caller proved who they are. */
export type Credential = { kind: 'SESSION'; token: string } | { kind: 'TOKEN' } | { kind: 'NONE' };

export interface Caller {
  principal: Principal | null;
  credential: Credential;
  /** When the session or token ends by itself; null: never. */
  expiresAt: Date | null;
  /** The session was prolonged just now: its cookie has to be set again. */
  prolonged: boolean;
  origin: Origin;
  locale: Locale;
  /** The language that they asked for by name; null: none, and `locale` is the product's own. */
  spoken: Locale | null;
  secure: boolean;
  requestId: string;
  /** Their last change, at whichever process, if it is not long past: what they are shown is no older. */
  lastChange: Cursor | null;
}

/** What a caller brought that can't be used: a token that is unknown, revoked or expired. */
export class BadCredential extends Error {}

const anonymous = { principal: null, credential: { kind: 'NONE' } as const, expiresAt: null, prolonged: false };

/**
 * Finds the caller by bearer token, else by session cookie, else nobody. `bearer` stands in for the Authorization
 * header, which a browser's WebSocket can't send.
 *
 * @throws BadCredential on a token that is not good: its holder has to hear of it. A cookie that has ended is nobody.
 */
export async function findCaller(
  request: IncomingMessage,
  principals: Principals,
  options: { trustProxy: boolean; bearer?: string | null },
): Promise<Caller> {
  const { trustProxy } = options;
  const authorization = options.bearer ?? request.headers.authorization;
  const identity =
    authorization === undefined ? await byCookie(request, principals) : await byBearer(authorization, principals);
  const forwardedId = trustProxy ? request.headers['x-request-id'] : undefined;
  const requestId = typeof forwardedId === 'string' ? forwardedId.slice(0, 100) : randomUUID();
  const { principal, credential, expiresAt, prolonged } = identity;
  return {
    principal,
    credential,
    expiresAt,
    prolonged,
    origin: {
      via: credential.kind === 'TOKEN' ? 'api' : 'web',
      address: clientAddress(request, trustProxy),
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
      requestId,
    },
    locale: localeOf(request.headers['accept-language']),
    spoken: spokenLocale(request.headers['accept-language']),
    secure: isHttps(request, trustProxy),
    requestId,
    lastChange: lastChange(request),
  };
}

/** Has it looked up whose session it is, with those of all others who come at that moment; `findCaller` knows it then. */
export async function foreseeCaller(request: IncomingMessage, principals: Principals): Promise<void> {
  const token = request.headers.authorization === undefined ? readCookie(request, SESSION_COOKIE) : null;
  if (token !== null) await principals.bySession(token);
}

/**
 * Finds the caller for something that lasts, and hands them to `register`, whose answer it gives. Finds them again when
 * anything was dropped meanwhile that the answer may have been built on. Nothing runs between that look and `register`:
 * no event that takes the caller's access away is missed.
 */
export async function registerCaller<T>(
  request: IncomingMessage,
  principals: Principals,
  options: { trustProxy: boolean; bearer?: string | null },
  register: (caller: Caller) => T,
): Promise<T> {
  for (;;) {
    const { generation } = principals;
    const caller = await findCaller(request, principals, options);
    if (generation === principals.generation) return register(caller);
  }
}

type Identity = Pick<Caller, 'principal' | 'credential' | 'expiresAt' | 'prolonged'>;

async function byBearer(authorization: string, principals: Principals): Promise<Identity> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const known = token === undefined ? null : await principals.byToken(token);
  if (known === null) throw new BadCredential('The bearer token is unknown, revoked or expired.');
  return { principal: known.principal, credential: { kind: 'TOKEN' }, expiresAt: known.expiresAt, prolonged: false };
}

async function byCookie(request: IncomingMessage, principals: Principals): Promise<Identity> {
  const token = readCookie(request, SESSION_COOKIE);
  const known = token === null ? null : await principals.bySession(token);
  if (token === null || known === null) return anonymous;
  const { principal, expiresAt, prolonged } = known;
  return { principal, credential: { kind: 'SESSION', token }, expiresAt, prolonged };
}
