/** How the board stands to the server, as the badge tells it. */
import type { Timers } from './timers.ts';

export type ConnectionState =
  /** Before the first picture has come. */
  | { kind: 'connecting' }
  | { kind: 'live' }
  /** What was missed is coming in; `events` so far. */
  | { kind: 'catching-up'; events: number }
  /** Just dropped, and back in a moment as a rule. */
  | { kind: 'reconnecting'; since: number }
  /** `since`: when it was last known to be live, in ms since 1970 by the server's clock. */
  | { kind: 'offline'; since: number }
  | { kind: 'signed-out' };

/** After this time without a connection it is called offline, not reconnecting. */
export const GRACE_MS = 3000;

export class Connection {
  #state: ConnectionState = { kind: 'connecting' };
  readonly #timers: Timers;
  readonly #serverNow: () => number;
  readonly #listeners = new Set<() => void>();
  #cancelTimer: (() => void) | null = null;

  constructor(timers: Timers, serverNow: () => number) {
    this.#timers = timers;
    this.#serverNow = serverNow;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The stream flows. `resumed`: what was missed comes first, up to a checkpoint. */
  opened(resumed: boolean): void {
    if (!resumed) this.#set({ kind: 'live' });
    else if (this.#state.kind !== 'live') this.#set({ kind: 'catching-up', events: 0 });
  }

  /** An event came in. */
  received(): void {
    if (this.#state.kind === 'catching-up') this.#set({ kind: 'catching-up', events: this.#state.events + 1 });
  }

  /** A checkpoint came in: nothing older is to come. */
  caughtUp(): void {
    if (this.#state.kind === 'catching-up') this.#set({ kind: 'live' });
  }

  dropped(): void {
    const state = this.#state;
    if (state.kind === 'offline' || state.kind === 'reconnecting' || state.kind === 'signed-out') return;
    const since = this.#serverNow();
    this.#set({ kind: 'reconnecting', since });
    this.#cancelTimer = this.#timers.after(GRACE_MS, () => this.#set({ kind: 'offline', since }));
  }

  signedOut(): void {
    this.#set({ kind: 'signed-out' });
  }

  #set(state: ConnectionState): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }

  dispose(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }
}
