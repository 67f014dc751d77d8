/** Cookies of the API, read and written by hand: two names are no reason for a library. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The value of a cookie; null when the request brings none of this name. */
export function readCookie(request: IncomingMessage, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = part.split('=');
    if (key?.trim() === name) return value.join('=').trim() || null;
  }
  return null;
}

export interface CookieOptions {
  /** Null: until the browser closes. 0 removes it. */
  maxAgeSeconds: number | null;
  secure: boolean;
}

/** Sets a cookie that no script reads and no other site's form sends. A later one of the same name replaces it. */
export function setCookie(response: ServerResponse, name: string, value: string, options: CookieOptions): void {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (options.maxAgeSeconds !== null) parts.push(`Max-Age=${options.maxAgeSeconds}`);
  if (options.secure) parts.push('Secure');
  const others = [response.getHeader('set-cookie') ?? []]
    .flat()
    .map(String)
    .filter((cookie) => !cookie.startsWith(`${name}=`));
  response.setHeader('set-cookie', [...others, parts.join('; ')]);
}
