/**
 * Changes that come while others are being written go together, in the next statement. Every writer queues for the
 * stream's counter, whose lock is held until the disk has it all; one statement for twenty changes takes the lock, and
 * waits for the disk, once (docs/adr/0023). A change that comes alone goes at once.
 */
import type { Change } from './change.ts';
import type { CommitResult } from './commit.ts';

type Write = (changes: readonly Change[]) => Promise<CommitResult[]>;

interface Waiting {
  change: Change;
  resolve: (result: CommitResult) => void;
  reject: (error: unknown) => void;
}

/** A statement much larger makes the first of its changes wait for the last. */
const TOGETHER_AT_MOST = 64;

export class CommitQueue {
  private readonly write: Write;
  /** By shape: what is written by one statement, whose text is prepared. */
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly underWay = new Set<string>();

  constructor(write: Write) {
    this.write = write;
  }

  /** Writes the change, alone or with others of its shape. */
  add(shape: string, change: Change): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(shape);
      if (queue === undefined) this.waiting.set(shape, [{ change, resolve, reject }]);
      else queue.push({ change, resolve, reject });
      if (!this.underWay.has(shape)) void this.work(shape);
    });
  }

  private async work(shape: string): Promise<void> {
    this.underWay.add(shape);
    for (let queue = this.waiting.get(shape); queue !== undefined; queue = this.waiting.get(shape)) {
      const together = takeIndependent(queue);
      if (queue.length === 0) this.waiting.delete(shape);
      try {
        const results = await this.write(together.map(({ change }) => change));
        together.forEach(({ resolve }, n) => resolve(results[n]!));
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    this.underWay.delete(shape);
  }
}

/** Takes what can go together out of the queue, in order: changes of one statement concern different complaints. */
function takeIndependent(queue: Waiting[]): Waiting[] {
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  const ids = new Set<string>();
  for (const waiting of queue) {
    const own = waiting.change.guards.map(({ id }) => id);
    if (taken.length < TOGETHER_AT_MOST && !own.some((id) => ids.has(id))) taken.push(waiting);
    else left.push(waiting);
    for (const id of own) ids.add(id);
  }
  queue.splice(0, queue.length, ...left);
  return taken;
}
