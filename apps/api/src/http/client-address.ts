/** Where a request came from: the address that is throttled by and kept in the audit. */
import type { IncomingMessage } from 'node:http';

/**
 * The client's address. X-Forwarded-For is anybody's to write, so it counts only behind a proxy of our own, and then
 * its last entry, which that proxy wrote.
 */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string | null {
  const forwarded = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  const address = forwarded || request.socket.remoteAddress;
  return address === undefined ? null : address.replace(/^::ffff:(?=\d+\.)/, '');
}

/** What one household or office shares: the address itself, of IPv6 its first 64 bits. */
export function addressKey(address: string | null): string {
  if (address === null) return 'unknown';
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head.split(':').filter((part) => part !== '');
  const after = tail?.split(':').filter((part) => part !== '') ?? [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

/** Whether the browser spoke https to us, or to the proxy before us. */
export function isHttps(request: IncomingMessage, trustProxy: boolean): boolean {
  if ('encrypted' in request.socket) return true;
  if (trustProxy && request.headers['x-forwarded-proto'] === 'https') return true;
  return request.headers.origin?.startsWith('https:') ?? false;
}
