import { newKey } from './new-key.ts';

/**
 * Which idempotency key a submission travels under. The same submission keeps its key while its fate is unknown (no
 * answer came), so that sending it again can't record it twice; once answered, or once the text has changed, it is
 * a new one.
 */
export class AttemptKeys {
  #pending: { body: string; key: string } | null = null;

  /** The key for a submission with these variables. */
  keyFor(variables: unknown): string {
    const body = JSON.stringify(variables);
    if (this.#pending?.body !== body) this.#pending = { body, key: newKey() };
    return this.#pending.key;
  }

  /** The server has answered, whatever it said. */
  answered(): void {
    this.#pending = null;
  }
}
