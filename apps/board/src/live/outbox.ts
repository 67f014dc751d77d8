/**
 * The viewer's actions on their way to the server: shown as done at once, sent one after another in the order in which
 * they were taken (a card dropped below another that is itself still moving arrives after it), and sent again with the
 * same idempotency key when the network fails, so that each happens once or is refused with a reason.
 */
import { backoffMs } from './backoff.ts';
import type { BoardStore } from './board-store.ts';
import type { Timers } from './timers.ts';
import { TransportError } from './transport.ts';
import type { ActionAnswer, ActionRefusal, BoardAction, Transport } from './transport.ts';

/** How long the outbox tries to reach the server before it puts the card back. */
export const GIVE_UP_MS = 60_000;

interface Letter {
  key: string;
  action: BoardAction;
  takenAt: number;
  answered: (answer: ActionAnswer) => void;
}

export interface OutboxOptions {
  store: BoardStore;
  transport: Transport;
  timers: Timers;
  random: () => number;
  newKey: () => string;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #letters: Letter[] = [];
  #isRunning = false;
  #retry: (() => void) | null = null;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Shows the action as done and sends it. Resolves with the server's answer, when the board shows it. */
  submit(action: BoardAction): Promise<ActionAnswer> {
    const { store, timers, newKey } = this.#options;
    return new Promise((answered) => {
      const letter = { key: newKey(), action, takenAt: timers.now(), answered };
      store.predict(letter.key, action);
      this.#letters.push(letter);
      if (!this.#isRunning) void this.#run();
    });
  }

  /** The server can be reached again: don't wait any longer. */
  retryNow(): void {
    this.#retry?.();
  }

  async #run(): Promise<void> {
    const { store } = this.#options;
    this.#isRunning = true;
    for (let letter = this.#letters[0]; letter !== undefined; letter = this.#letters[0]) {
      const answer = await this.#send(letter);
      this.#letters.shift();
      store.settle(letter.key, answer);
      this.#carryVersion(letter.action, answer);
      letter.answered(answer);
    }
    this.#isRunning = false;
  }

  async #send({ key, action, takenAt }: Letter): Promise<ActionAnswer> {
    const { transport, timers, random } = this.#options;
    for (let failures = 1; ; failures += 1) {
      try {
        return await transport.act(action, key);
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        if (error.kind !== 'network') return { ok: false, refusal: ownRefusal(error) };
        const wait = backoffMs(failures, random());
        if (timers.now() + wait - takenAt > GIVE_UP_MS) return { ok: false, refusal: ownRefusal(error) };
        await this.#pause(wait);
      }
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.timers.after(ms, () => this.#retry?.());
      this.#retry = () => {
        cancel();
        this.#retry = null;
        resolve();
      };
    });
  }

  /** What waits for the same card was decided on what this answer has now changed: its guard goes along. */
  #carryVersion(done: BoardAction, answer: ActionAnswer): void {
    if (!answer.ok || answer.card === null || done.kind !== 'move') return;
    for (const letter of this.#letters) {
      const { action } = letter;
      if (action.kind !== 'move' || action.cardId !== done.cardId) continue;
      if (action.expectedVersion === done.expectedVersion) {
        letter.action = { ...action, expectedVersion: answer.card.version };
      }
    }
  }
}

function ownRefusal(error: TransportError): ActionRefusal {
  const code = { network: 'NETWORK', unauthenticated: 'UNAUTHENTICATED', server: 'SERVER' }[error.kind];
  return { code, message: error.message, missing: [], refusal: null, claimedBy: null, claimedAt: null, current: null };
}
