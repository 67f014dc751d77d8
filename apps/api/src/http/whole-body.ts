/** The body of a request, read whole, and given back to whoever is to read it after all. */
import type { IncomingMessage } from 'node:http';

/**
 * The bytes of a body whose length is announced and at most `atMost`; null when they don't come, or when another way of
 * reading is needed. What was read can be put back with `request.unshift`, since the end has not been passed.
 */
export function readWhole(request: IncomingMessage, atMost: number): Promise<Buffer | null> {
  const length = Number(request.headers['content-length'] ?? 0);
  const isPlain =
    request.headers['content-encoding'] === undefined && request.headers['transfer-encoding'] === undefined;
  if (!isPlain || !Number.isSafeInteger(length) || length <= 0 || length > atMost) return Promise.resolve(null);
  return new Promise((resolve) => {
    const settle = (bytes: Buffer | null) => {
      request.off('readable', look);
      request.off('close', gone);
      request.off('error', gone);
      resolve(bytes);
    };
    // Exactly as many as were announced: asking for more would pass the end, behind which nothing can be put back.
    const look = () => {
      const bytes = request.read(length) as Buffer | null;
      if (bytes !== null) settle(bytes.length === length ? bytes : null);
    };
    const gone = () => settle(null);
    request.on('readable', look);
    request.on('close', gone);
    request.on('error', gone);
    look();
  });
}
