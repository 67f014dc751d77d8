/** Time as the live layer sees it, so that tests can turn it. */
export interface Timers {
  /** Milliseconds since the epoch, by this machine's clock. */
  now(): number;
  /** Calls once after `ms` milliseconds; the returned function calls it off. */
  after(ms: number, call: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
