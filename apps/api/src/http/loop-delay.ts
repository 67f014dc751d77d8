/**
 * How late the event loop is, at any moment, even in the middle of a long turn: the time since a timer that should have
 * come round. `monitorEventLoopDelay` tells of turns that are over, and so of a flood only after it has been let in. The
 * timer runs only while somebody asks: a process that is left alone is not woken fifty times a second.
 */
const TICK_MS = 20;
/** Who asks, asks again soon. */
const ASKED_WITHIN_MS = 1_000;

export class LoopDelay {
  private lastTick = 0;
  private lastDelay = 0;
  private askedAt = 0;
  private timer: NodeJS.Timeout | null = null;

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** In ms; the larger of what the last turn was late and what this one is by now. */
  get ms(): number {
    const now = performance.now();
    this.askedAt = now;
    if (this.timer === null) this.begin(now);
    return Math.max(0, this.lastDelay, now - this.lastTick - TICK_MS);
  }

  private begin(now: number): void {
    this.lastTick = now;
    this.lastDelay = 0;
    this.timer = setInterval(() => this.tick(performance.now()), TICK_MS);
    this.timer.unref();
  }

  private tick(now: number): void {
    this.lastDelay = now - this.lastTick - TICK_MS;
    this.lastTick = now;
    if (now - this.askedAt > ASKED_WITHIN_MS) this.stop();
  }
}
