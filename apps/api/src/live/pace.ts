/**
 * When thousands come at once, those who are there already must not wait for them: newcomers are let in for a few
 * milliseconds of each turn of the event loop, and the rest of it belongs to what is told. Nobody waits while few come.
 */

/** Of each turn. Telling an event takes some turns: a handful of these is what a storm may add to it. */
const SLICE_MS = 4;
/** Whose look-up failed or is out of date waits for another: most connections to the database are left to those who are in. */
const AT_ONCE = 8;

export class Pace {
  private readonly waiting: (() => Promise<unknown> | undefined)[] = [];
  private underWay = 0;
  private until = 0;
  private sliced = false;

  /** Runs the task now or when it is its turn, in the order of the calls. What it returns is waited for, if anything. */
  run(task: () => Promise<unknown> | undefined): void {
    if (this.waiting.length === 0 && this.hasRoom()) this.begin(task);
    else this.waiting.push(task);
  }

  /** The same for what takes no time but its own; resolves with what it gives. */
  turn<T>(task: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.run(() => {
        try {
          resolve(task());
        } catch (error) {
          reject(error as Error);
        }
        return undefined;
      });
    });
  }

  private hasRoom(): boolean {
    if (!this.sliced) this.beginSlice();
    return this.underWay < AT_ONCE && performance.now() < this.until;
  }

  private beginSlice(): void {
    this.sliced = true;
    this.until = performance.now() + SLICE_MS;
    setImmediate(() => {
      this.sliced = false;
      this.goOn();
    });
  }

  /** One after the other, with what each of them sets going in between. */
  private goOn(): void {
    if (this.waiting.length === 0 || !this.hasRoom()) return;
    this.begin(this.waiting.shift()!);
    queueMicrotask(() => this.goOn());
  }

  private begin(task: () => Promise<unknown> | undefined): void {
    const work = task();
    if (work === undefined) return;
    this.underWay += 1;
    work
      .catch(() => undefined)
      .finally(() => {
        this.underWay -= 1;
        this.goOn();
      });
  }
}
