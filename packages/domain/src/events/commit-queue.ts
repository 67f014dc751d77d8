/**
 * Changes that come while others are being written go together, in the next statement. Every writer queues for the
 * stream's counter, whose lock is held until the disk has it all; one statement for twenty changes takes the lock, and
 * waits for the disk, once (docs/adr/0023). A change that comes alone goes at once. When very many wait, the next
 * statement is made and sent before the last one is through: it is taken apart and its rows are written up to the
 * counter's lock meanwhile.
 */
import type { Change } from './change.ts';
import type { CommitResult } from './commit.ts';
import { TABLES } from './tables.ts';

type Write = (changes: readonly Change[]) => Promise<CommitResult[]>;

interface Waiting {
  change: Change;
  resolve: (result: CommitResult) => void;
  reject: (error: unknown) => void;
}

/** A statement much larger makes the first of its changes wait for the last. */
const TOGETHER_AT_MOST = 64;
/** So many have to wait before a second statement is worth its own wait for the disk. */
const WORTH_A_SECOND = 32;

export class CommitQueue {
  private readonly write: Write;
  /** By shape: what is written by one statement, whose text is prepared. */
  private readonly waiting = new Map<string, Waiting[]>();
  /** How many statements of a shape are being written: at most two. */
  private readonly underWay = new Map<string, number>();
  /**
   * The complaints that they concern, and the rows that they rewrite: a change of one of them waits. It would find a
   * complaint locked; and of two that rewrite one row in one statement PostgreSQL writes either, and tells of neither.
   */
  private readonly concerned = new Set<string>();

  constructor(write: Write) {
    this.write = write;
  }

  /** Writes the change, alone or with others of its shape. */
  add(shape: string, change: Change): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(shape);
      if (queue === undefined) this.waiting.set(shape, [{ change, resolve, reject }]);
      else queue.push({ change, resolve, reject });
      this.begin(shape);
    });
  }

  /** Writes what waits, as far as it may go now. */
  private begin(shape: string): void {
    const queue = this.waiting.get(shape);
    const underWay = this.underWay.get(shape) ?? 0;
    if (queue === undefined || underWay > 1 || (underWay === 1 && queue.length < WORTH_A_SECOND)) return;
    const together = this.take(queue);
    if (queue.length === 0) this.waiting.delete(shape);
    if (together.length === 0) return;
    this.underWay.set(shape, underWay + 1);
    void this.writeTogether(shape, together);
  }

  /** The next statement is on its way before anybody hears of this one's end: the database need not wait for them. */
  private async writeTogether(shape: string, together: readonly Waiting[]): Promise<void> {
    let tell: () => void;
    try {
      const results = await this.write(together.map(({ change }) => change));
      tell = () => together.forEach(({ resolve }, n) => resolve(results[n]!));
    } catch (error) {
      tell = () => together.forEach(({ reject }) => reject(error));
    }
    this.underWay.set(shape, this.underWay.get(shape)! - 1);
    for (const { change } of together) for (const id of concernOf(change)) this.concerned.delete(id);
    for (const waiting of this.waiting.keys()) this.begin(waiting);
    tell();
  }

  /** Takes what can go together out of the queue, in order: changes under way concern different complaints and rows. */
  private take(queue: Waiting[]): Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const passed = new Set<string>();
    for (const waiting of queue) {
      const ids = concernOf(waiting.change);
      const goes =
        taken.length < TOGETHER_AT_MOST && [...ids].every((id) => !this.concerned.has(id) && !passed.has(id));
      (goes ? taken : left).push(waiting);
      for (const id of ids) (goes ? this.concerned : passed).add(id);
    }
    queue.splice(0, queue.length, ...left);
    return taken;
  }
}

/** The ids of the complaints that it is guarded by, and the keys of what it rewrites; new rows are in nobody's way. */
function concernOf({ guards, rows }: Change): Set<string> {
  const ids = new Set(guards.map(({ id }) => id));
  for (const { op, table, row } of rows) {
    if (op !== 'insert') ids.add(String((row as unknown as Record<string, unknown>)[TABLES[table].key]));
  }
  return ids;
}
