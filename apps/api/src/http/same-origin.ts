/**
 * Whether a browser sent the request from a page of ours. Cookies travel with requests of any page, so a request that
 * may act by cookie has to prove where it comes from; programs outside a browser send neither header and hold no cookie.
 */
import type { IncomingMessage } from 'node:http';

/** `publicOrigins` empty: the page must come from the host that the request itself was sent to. */
export function isSameOrigin(request: IncomingMessage, publicOrigins: readonly string[]): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (publicOrigins.length > 0) return publicOrigins.includes(origin);
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
