import { newKey } from './new-key.ts';

/** A submission, and the key that it travelled under. */
export interface Attempt {
  /** Its variables, as JSON. */
  body: string;
  key: string;
}

/** Where attempts are kept that are to outlive their form and the page, while no answer has come to them. */
export interface KeptAttempts {
  /** The key of the attempt with this body; null when there is none. */
  find: (body: string) => string | null;
  keep: (attempt: Attempt) => void;
  forget: (key: string) => void;
}

/**
 * Which idempotency key a submission travels under. The same submission keeps its key while its fate is unknown (no
 * answer came), so that sending it again can't record it twice; once answered, or once the text has changed, it is
 * a new one (docs/SPEC.md, AK1–AK4).
 */
export class AttemptKeys {
  #pending: Attempt | null = null;
  readonly #kept: KeptAttempts | null;

  /** @param kept null: what has no answer is forgotten with the form */
  constructor(kept: KeptAttempts | null = null) {
    this.#kept = kept;
  }

  /** The key for a submission with these variables. */
  keyFor(variables: unknown): string {
    const body = JSON.stringify(variables);
    if (this.#pending?.body !== body) this.#pending = { body, key: this.#kept?.find(body) ?? newKey() };
    this.#kept?.keep(this.#pending);
    return this.#pending.key;
  }

  /** The server has answered, whatever it said. */
  answered(): void {
    if (this.#pending !== null) this.#kept?.forget(this.#pending.key);
    this.#pending = null;
  }
}
