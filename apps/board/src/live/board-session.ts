/**
 * Keeps a board store true to the server for as long as it is open: loads the picture, follows the stream from its
 * cursor, resumes after a drop, loads anew where the stream can't go on, and carries the viewer's actions.
 */
import type { Stage } from '@redress/domain/rules/vocabulary';
import { SERVER_FAILED, backoffMs } from './backoff.ts';
import type { Pause } from './backoff.ts';
import type { BoardCard } from './board-card.ts';
import type { LiveEvent } from './board-event.ts';
import type { BoardFilter } from './board-filter.ts';
import { BoardStore } from './board-store.ts';
import type { BoardViewer } from './board-viewer.ts';
import { Connection } from './connection.ts';
import { Outbox } from './outbox.ts';
import type { ServerClock } from './server-clock.ts';
import { systemTimers } from './timers.ts';
import type { Timers } from './timers.ts';
import { TransportError } from './transport.ts';
import type { ActionAnswer, BoardAction, DropReason, Transport } from './transport.ts';

/** Counts that only the server knows are read again after this time at the earliest; the spread keeps boards apart. */
const RECOUNT_MS = 8000;
/** How often a page is asked for again when a slower process of the server has answered. */
const PAGE_TRIES = 4;

export interface BoardSessionOptions {
  transport: Transport;
  viewer: BoardViewer;
  /** Calls when a picture was read in another sight than the one before: the viewer's roles have changed. */
  onSightChanged?: () => void;
  clock: ServerClock;
  /** How many cards of a column come at once, at most 500; what the transport thinks best otherwise. */
  pageSize?: number | undefined;
  /** Calls soon: in a browser with the next frame. */
  schedule: (flush: () => void) => void;
  newKey: () => string;
  timers?: Timers;
  random?: () => number;
}

type Done = (action: BoardAction, before: BoardCard, after: BoardCard, cursor: string) => void;

export class BoardSession {
  readonly store: BoardStore;
  readonly connection: Connection;
  readonly #outbox: Outbox;
  readonly #transport: Transport;
  readonly #clock: ServerClock;
  readonly #timers: Timers;
  readonly #random: () => number;
  readonly #onSightChanged: () => void;
  readonly #pageSize: number | undefined;
  #filter: BoardFilter = {};
  /** The sight of the last picture; null before the first. */
  #scope: string | null = null;
  /** Counts pictures; whatever was asked for an older one is not for this board any more. */
  #generation = 0;
  #failures = 0;
  #unsubscribe: (() => void) | null = null;
  #cancelRetry: (() => void) | null = null;
  #retry: (() => void) | null = null;
  #cancelRecount: (() => void) | null = null;
  #done: Done | null = null;

  constructor(options: BoardSessionOptions) {
    const { transport, clock, timers = systemTimers, random = Math.random } = options;
    this.#transport = transport;
    this.#clock = clock;
    this.#timers = timers;
    this.#random = random;
    this.#pageSize = options.pageSize;
    this.#onSightChanged = options.onSightChanged ?? (() => undefined);
    this.store = new BoardStore({ viewer: options.viewer, schedule: options.schedule, timers });
    this.connection = new Connection(timers, () => clock.now());
    this.#outbox = new Outbox({ store: this.store, transport, timers, random, newKey: options.newKey });
  }

  /** Shows the board under a filter, from the beginning. */
  open(filter: BoardFilter): void {
    this.#filter = filter;
    this.#reload(null);
  }

  /** Tries again at once what waits for the network: the browser is online, or somebody is looking again. */
  wake(): void {
    this.#retry?.();
    this.#outbox.retryNow();
  }

  /**
   * The browser says that it has lost its network. That is a hint only (the server may be on this very machine): the
   * stream is given up and asked for again, and the answer decides.
   */
  doubt(): void {
    if (this.#unsubscribe === null) return;
    this.#unsubscribe();
    this.#dropped(this.#generation);
  }

  /** Calls with what the viewer did and the server took, and with the card before and after it. One part listens. */
  onDone(listener: Done): () => void {
    this.#done = listener;
    return () => {
      if (this.#done === listener) this.#done = null;
    };
  }

  /** Carries an action, shown as done at once. */
  async act(action: BoardAction): Promise<ActionAnswer> {
    const before = this.store.told(action.cardId);
    const answer = await this.#outbox.submit(action);
    if (before !== undefined && answer.ok && answer.card !== null) {
      this.#done?.(action, before, answer.card, answer.cursor);
    }
    this.#recountSoon();
    return answer;
  }

  close(): void {
    this.#stop();
    this.connection.dispose();
    this.store.dispose();
  }

  #stop(): void {
    this.#generation += 1;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#cancelRetry?.();
    this.#cancelRecount?.();
    this.#cancelRecount = null;
  }

  /** @param isAgain nobody asked for it: a failure stays in sight until it is mended. */
  #reload(resetBy: string | null, isAgain = false): void {
    this.#stop();
    if (!isAgain || this.store.phase.kind !== 'failed') {
      this.store.setPhase(this.store.cursor === null ? { kind: 'loading' } : { kind: 'reloading' });
    }
    void this.#load(this.#generation, resetBy);
  }

  async #load(generation: number, resetBy: string | null): Promise<void> {
    const sentAt = this.#timers.now();
    try {
      const picture = await this.#transport.loadBoard(this.#filter, this.#pageSize);
      if (generation !== this.#generation) return;
      this.#clock.sample(Date.parse(picture.serverTime), sentAt);
      const isOtherSight = this.#scope !== null && this.#scope !== picture.scope;
      this.#scope = picture.scope;
      this.store.load(picture, resetBy);
      if (isOtherSight) this.#onSightChanged();
      this.#follow(generation, false);
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      if (generation === this.#generation) this.#loadFailed(error, resetBy);
    }
  }

  #loadFailed(error: TransportError, resetBy: string | null): void {
    if (error.kind === 'unauthenticated') this.connection.signedOut();
    else if (error.kind === 'network') this.connection.dropped();
    if (this.store.cursor === null || error.kind !== 'network') {
      this.store.setPhase({ kind: 'failed', why: error.kind, message: error.message });
    }
    this.#tryLater(() => this.#reload(resetBy, true), error.kind === 'server' ? SERVER_FAILED : undefined);
  }

  /** Follows the stream from where the store stands. */
  #follow(generation: number, resumed: boolean): void {
    const after = this.store.cursor;
    const scope = this.#scope;
    if (after === null || scope === null) return;
    const isCurrent = () => generation === this.#generation;
    this.#unsubscribe = this.#transport.subscribe(
      { after, scope, filter: this.#filter },
      {
        opened: () => {
          if (!isCurrent()) return;
          this.connection.opened(resumed);
          this.#outbox.retryNow();
        },
        next: (event) => {
          if (isCurrent()) this.#take(event);
        },
        dropped: (why) => {
          if (!isCurrent()) return;
          this.#dropped(generation, why);
        },
      },
    );
  }

  /** A session that ended may have been replaced by another of the same member: the answer to the next try decides. */
  #dropped(generation: number, why: DropReason = 'network'): void {
    this.#unsubscribe = null;
    if (why === 'unauthenticated') this.connection.signedOut();
    else this.connection.dropped();
    this.#tryLater(() => this.#follow(generation, true));
  }

  #take(event: LiveEvent): void {
    this.#failures = 0;
    const outcome = this.store.apply(event);
    if (event.kind === 'reset') this.#reload(event.reason);
    else if (outcome === 'gap') this.#reload('GAP');
    else if (event.kind === 'checkpoint') this.connection.caughtUp();
    else this.connection.received();
    this.#recountSoon();
  }

  #tryLater(attempt: () => void, pause?: Pause): void {
    this.#cancelRetry?.();
    this.#failures += 1;
    const run = () => {
      this.#cancelRetry?.();
      attempt();
    };
    const cancel = this.#timers.after(backoffMs(this.#failures, this.#random(), pause), run);
    this.#retry = run;
    this.#cancelRetry = () => {
      cancel();
      this.#retry = null;
      this.#cancelRetry = null;
    };
  }

  /** Loads the next page of a column, unless one is on its way. */
  async loadMore(stage: Stage): Promise<void> {
    if (this.store.nextPage(stage) === null || this.store.column(stage).paging === 'loading') return;
    const generation = this.#generation;
    this.store.setPaging(stage, 'loading');
    const isTaken = await this.#readPage(stage, generation);
    if (generation !== this.#generation) return;
    this.store.setPaging(stage, isTaken ? 'idle' : 'failed');
    this.#recountSoon();
  }

  async #readPage(stage: Stage, generation: number): Promise<boolean> {
    for (let tries = 0; tries < PAGE_TRIES && generation === this.#generation; tries += 1) {
      const after = this.store.nextPage(stage);
      if (after === null) return true;
      const window = this.store.openWindow();
      try {
        const picture = await this.#transport.loadPage(this.#filter, stage, after, this.#pageSize);
        if (this.store.addPage(picture, window)) return true;
      } catch (error) {
        if (error instanceof TransportError) return false;
        throw error;
      } finally {
        this.store.closeWindow(window);
      }
    }
    return false;
  }

  #recountSoon(): void {
    if (!this.store.countsDoubtful || this.#cancelRecount !== null) return;
    const generation = this.#generation;
    this.#cancelRecount = this.#timers.after(RECOUNT_MS * (1 + this.#random()), () => {
      this.#cancelRecount = null;
      if (generation === this.#generation) void this.#recount(generation);
    });
  }

  async #recount(generation: number): Promise<void> {
    const window = this.store.openWindow();
    try {
      this.store.addCounts(await this.#transport.loadCounts(this.#filter), window);
    } catch (error) {
      // The counts stay a little behind; the next change asks again.
      if (!(error instanceof TransportError)) throw error;
    } finally {
      this.store.closeWindow(window);
    }
    if (generation === this.#generation) this.#recountSoon();
  }
}
