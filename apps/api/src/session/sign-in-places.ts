/**
 * How many sign-ins may be under way at once. Checking a password is made to be slow: without an end to the queue a rush
 * of sign-ins would wait for minutes, hold what each of them needs, and be answered when nobody waits any more.
 */
const AT_MOST = 64;
/** About as long as a full queue takes. */
const RETRY_AFTER_SECONDS = 3;

export class SignInPlaces {
  private free: number;

  constructor(atMost: number = AT_MOST) {
    this.free = atMost;
  }

  /** Runs the sign-in when there is a place for it; else says when to come back, before it has cost anything. */
  async take<T>(signIn: () => Promise<T>): Promise<T | { ok: false; code: 'RATE_LIMITED'; retryAfterSeconds: number }> {
    if (this.free === 0) return { ok: false, code: 'RATE_LIMITED', retryAfterSeconds: RETRY_AFTER_SECONDS };
    this.free -= 1;
    try {
      return await signIn();
    } finally {
      this.free += 1;
    }
  }
}
