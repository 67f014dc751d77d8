/**
 * The cursor of the caller's last change: whichever process answers next waits until it has heard of it, and asks the
 * database when it does not.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCursor } from '@redress/domain/events/cursor';
import type { Cursor } from '@redress/domain/events/cursor';
import type { Caller } from './caller.ts';
import { readCookie, setCookie } from './cookies.ts';

const CHANGE_COOKIE = 'redress_at';
const CHANGE_COOKIE_SECONDS = 60;
const CHANGE_HEADER = 'redress-at';

/** Tells a program in a header, a browser in a cookie. */
export function rememberChange(caller: Caller, response: ServerResponse, cursor: string): void {
  if (caller.credential.kind === 'TOKEN') response.setHeader(CHANGE_HEADER, cursor);
  else setChangeCookie(response, cursor, caller.secure);
}

export function setChangeCookie(response: ServerResponse, cursor: string, secure: boolean): void {
  setCookie(response, CHANGE_COOKIE, cursor, { maxAgeSeconds: CHANGE_COOKIE_SECONDS, secure });
}

/** What the request brings back of it; null when it is the first for a while. */
export function lastChange(request: IncomingMessage): Cursor | null {
  const cursor = readCookie(request, CHANGE_COOKIE) ?? request.headers[CHANGE_HEADER];
  return typeof cursor === 'string' ? parseCursor(cursor) : null;
}
