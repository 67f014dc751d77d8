/**
 * How late the event loop is by now, in the midst of the turn that is late: the time since a timer that should have come
 * round. A turn that is over is not counted. Those who came during it have waited, but how many of them can be answered
 * in time is for this turn to find out; to send all of them away for it left every other turn without work.
 * (`monitorEventLoopDelay` tells only of turns that are over.) The timer runs only while somebody asks: a process that is
 * left alone is not woken fifty times a second.
 */
const TICK_MS = 20;
/** Who asks, asks again soon. */
const ASKED_WITHIN_MS = 1_000;

export class LoopDelay {
  private lastTick = 0;
  private askedAt = 0;
  private timer: NodeJS.Timeout | null = null;

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** In ms. */
  get ms(): number {
    const now = performance.now();
    this.askedAt = now;
    if (this.timer === null) this.begin(now);
    return Math.max(0, now - this.lastTick - TICK_MS);
  }

  private begin(now: number): void {
    this.lastTick = now;
    this.timer = setInterval(() => this.tick(performance.now()), TICK_MS);
    this.timer.unref();
  }

  private tick(now: number): void {
    this.lastTick = now;
    if (now - this.askedAt > ASKED_WITHIN_MS) this.stop();
  }
}
