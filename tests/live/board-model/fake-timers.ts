import type { Timers } from '@redress/board/live/timers';

/** Time that stands still until a test turns it. */
export class FakeTimers implements Timers {
  #now = 1_800_000_000_000;
  #calls: { at: number; call: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const entry = { at: this.#now + ms, call };
    this.#calls.push(entry);
    return () => {
      this.#calls = this.#calls.filter((other) => other !== entry);
    };
  }

  /** Turns the time by `ms` and makes the calls that fall due, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#calls.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#calls = this.#calls.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
    }
    this.#now = end;
  }
}

/** Lets everything that is promised and needs no more than promises happen. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
