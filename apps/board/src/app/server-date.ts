/** Hands the `Date` header of every HTTP answer to whoever keeps the server's clock. */

/** `serverMs`: the header, in ms since 1970, whole seconds; the moments are of this computer's clock. */
export type ServerDateListener = (sample: { serverMs: number; sentAt: number; receivedAt: number }) => void;

const listeners = new Set<ServerDateListener>();

/** Calls the listener with each answer's date from now on. */
export function onServerDate(listener: ServerDateListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `fetch`, watching the clock of who answers. */
export const datedFetch: typeof fetch = async (input, init) => {
  const sentAt = Date.now();
  const response = await fetch(input, init);
  const serverMs = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(serverMs)) {
    const receivedAt = Date.now();
    for (const listener of listeners) listener({ serverMs, sentAt, receivedAt });
  }
  return response;
};
