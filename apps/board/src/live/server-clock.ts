/** A guess of the server's clock. A client's own clock may be a day wrong; countdowns must not care. */

interface Sample {
  offsetMs: number;
  /** How far the guess may be off: half the round trip, plus the coarseness of the source. */
  uncertaintyMs: number;
  takenAt: number;
}

/** Drift makes old samples worse: a clock of a cheap machine loses some 0.1 ms a second. */
const DRIFT_PER_MS = 0.0001;

export class ServerClock {
  #best: Sample | null = null;
  readonly #localNow: () => number;

  constructor(localNow: () => number = Date.now) {
    this.#localNow = localNow;
  }

  /**
   * Takes an answer that carried the server's time.
   * @param serverTime milliseconds since the epoch, by the server
   * @param sentAt when the request left, by the local clock
   * @param coarsenessMs how coarse the time is: 1 for a timestamp, 1000 for an HTTP Date header
   */
  sample(serverTime: number, sentAt: number, coarsenessMs = 1): void {
    const receivedAt = this.#localNow();
    const middle = (sentAt + receivedAt) / 2;
    const sample: Sample = {
      offsetMs: serverTime + coarsenessMs / 2 - middle,
      uncertaintyMs: (receivedAt - sentAt) / 2 + coarsenessMs / 2,
      takenAt: receivedAt,
    };
    if (this.#best === null || this.#isBetter(sample, this.#best)) this.#best = sample;
  }

  #isBetter(sample: Sample, best: Sample): boolean {
    // When the two can't both be right, the local clock was set in between: only the newer one counts.
    const apart = Math.abs(sample.offsetMs - best.offsetMs);
    if (apart > sample.uncertaintyMs + best.uncertaintyMs + 50) return true;
    return sample.uncertaintyMs <= best.uncertaintyMs + (sample.takenAt - best.takenAt) * DRIFT_PER_MS;
  }

  /** The server's time now, in milliseconds since the epoch. */
  now(): number {
    return this.#localNow() + (this.#best?.offsetMs ?? 0);
  }
}
