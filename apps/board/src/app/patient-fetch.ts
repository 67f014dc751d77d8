/**
 * Waits while the server has too much to do. It says so with a 503 before it does anything, and when to ask again, so the
 * very same request can be sent anew, a change too.
 */
const TRIES = 5;

let waiting = 0;
const listeners = new Set<() => void>();

/** Whether a request waits for a server that is busy. */
export const isServerBusy = (): boolean => waiting > 0;

export function onServerBusy(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function count(change: 1 | -1): void {
  waiting += change;
  for (const listener of listeners) listener();
}

/** Sends until the answer is another than "later", a few times at most; later by a random part, so that not all come at once. */
export async function patiently(send: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await send();
    const seconds = response.status === 503 ? Number(response.headers.get('retry-after')) : 0;
    if (!(seconds > 0) || tries === TRIES) return response;
    count(1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000 * (1 + Math.random())));
    count(-1);
  }
}
