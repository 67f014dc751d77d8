/** What may be told of oneself at most: the first change soon, then one in this time, always the last; in milliseconds. */
export const PACE_MS = 1_000;
/** A change that is over sooner was none worth telling. */
const FIRST_MS = 150;

/** Passes on what it is offered when that differs from what it passed on last. */
export function pacer<Value extends object>(tell: (value: Value) => void) {
  let told = '';
  let toldAt = -Infinity;
  let latest: Value | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const pass = () => {
    timer = null;
    const text = JSON.stringify(latest);
    if (latest === null || text === told) return;
    told = text;
    toldAt = Date.now();
    tell(latest);
  };
  return {
    offer(value: Value): void {
      latest = value;
      timer ??= setTimeout(pass, Math.max(FIRST_MS, toldAt + PACE_MS - Date.now()));
    },
    /** Passes it on at once. */
    now(value: Value): void {
      latest = value;
      if (timer !== null) clearTimeout(timer);
      pass();
    },
    stop(): void {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
