/**
 * How late the event loop is, at any moment, even in the middle of a long turn: the time since a timer that should have
 * come round. `monitorEventLoopDelay` tells of turns that are over, and so of a flood only after it has been let in.
 */
const TICK_MS = 20;

export class LoopDelay {
  private lastTick = performance.now();
  private lastDelay = 0;
  private timer: NodeJS.Timeout | null = null;

  start(): void {
    this.lastTick = performance.now();
    this.timer = setInterval(() => {
      const now = performance.now();
      this.lastDelay = now - this.lastTick - TICK_MS;
      this.lastTick = now;
    }, TICK_MS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** In ms; the larger of what the last turn was late and what this one is by now. */
  get ms(): number {
    return Math.max(0, this.lastDelay, performance.now() - this.lastTick - TICK_MS);
  }
}
