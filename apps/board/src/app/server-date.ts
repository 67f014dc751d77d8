/** Hands the `Date` header of every HTTP answer to whoever keeps the server's clock. */
import { patiently } from './patient-fetch.ts';

/** `serverMs`: the header, in ms since 1970, whole seconds; `sentAt` is of this computer's clock. */
export type ServerDateListener = (sample: { serverMs: number; sentAt: number }) => void;

const listeners = new Set<ServerDateListener>();

/** Calls the listener with each answer's date from now on. */
export function onServerDate(listener: ServerDateListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A frozen network shows as a failure after this long (ms), not as a form that waits for ever. */
const GIVE_UP_AFTER = 30_000;

/** `fetch` with an end, watching the clock of who answers. */
export const datedFetch: typeof fetch = async (input, init) => {
  let sentAt = 0;
  const limit = AbortSignal.timeout(GIVE_UP_AFTER);
  const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
  const response = await patiently(() => {
    sentAt = Date.now();
    return fetch(input, { ...init, signal });
  });
  const serverMs = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(serverMs)) {
    for (const listener of listeners) listener({ serverMs, sentAt });
  }
  return response;
};
