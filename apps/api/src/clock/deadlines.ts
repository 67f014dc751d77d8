/**
 * Wakes complaints when something of them happens by itself: sleeps until the next one is due, and hears of an earlier
 * moment with the stretch of the stream that set it. What fell while no process ran is published at the start, with its true time.
 */
import { UnchangedError } from '@redress/domain/actions/change-each';
import { complaintsWake } from '@redress/domain/actions/complaints-wake';
import type { ActionContext } from '@redress/domain/actions/context';
import type { Log } from '../log.ts';
import type { TimeSource } from './time-source.ts';

export interface DeadlineClockOptions {
  context: ActionContext;
  time: TimeSource;
  log: Log;
}

const BATCH = 50;
/** However quiet it is: clocks that no event told of (a restored database, a row set by hand) are found. */
const LOOK_EVERY_MS = 10_000;
const RETRY_MS = 1_000;
/** What is due and not published yet is looked at again so soon. */
const AGAIN_MS = 50;

export class DeadlineClock {
  private readonly options: DeadlineClockOptions;
  private running = false;
  private looking: Promise<void> | null = null;
  private again = false;
  private callOff: () => void = () => undefined;
  /** Until when it sleeps; null when nothing is known to happen. */
  private next: Date | null = null;
  private lookTimer: NodeJS.Timeout | null = null;

  constructor(options: DeadlineClockOptions) {
    this.options = options;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.lookTimer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.look();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.callOff();
    if (this.lookTimer !== null) clearInterval(this.lookTimer);
    await this.looking;
  }

  /** Something changed; the first moment at which anything happens may now be this one. Costs nothing when it is not. */
  heed(moment: Date | null): void {
    if (!this.running || moment === null) return;
    // What it is reading may be from before the change.
    if (this.looking !== null) this.again = true;
    else if (this.next === null || moment < this.next) this.sleepUntil(moment);
  }

  /**
   * Lets what is due now happen, and says how many things that were. Safe beside any number of others who do it.
   *
   * @throws AggregateError for the complaints to which nothing can happen, after all others have had theirs.
   */
  async publishDue(): Promise<number> {
    let published = 0;
    const failed: UnchangedError[] = [];
    for (;;) {
      const due = await this.dueComplaints(failed.flatMap(({ complaintIds }) => complaintIds));
      if (due.length === 0) break;
      try {
        const count = await complaintsWake(this.options.context, due);
        published += count;
        // None although some were due: others publish them right now.
        if (count === 0) break;
      } catch (error) {
        if (!(error instanceof UnchangedError)) throw error;
        failed.push(error);
      }
    }
    if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
    return published;
  }

  private look(): void {
    this.again = true;
    if (this.looking !== null || !this.running) return;
    this.looking = this.lookOn().finally(() => {
      this.looking = null;
      if (this.again) this.look();
    });
  }

  private async lookOn(): Promise<void> {
    while (this.again && this.running) {
      this.again = false;
      try {
        await this.publishDue();
        await this.sleepUntilNext();
      } catch (error) {
        if (!this.running) return;
        this.options.log.error({ err: error }, 'due deadlines could not be published; trying again');
        // Whatever is heard meanwhile, the next look is no later than that.
        this.next = this.options.time.now();
        this.lookLater(RETRY_MS);
      }
    }
  }

  private async sleepUntilNext(): Promise<void> {
    const { context } = this.options;
    const { rows } = await context.db.pool.query<{ next: Date | null }>({
      name: 'clock_next',
      text: `SELECT min("wakeAt") AS next FROM "complaint" WHERE "wakeAt" IS NOT NULL`,
    });
    if (this.running) this.sleepUntil(rows[0]?.next ?? null);
  }

  private sleepUntil(next: Date | null): void {
    const { time } = this.options;
    this.callOff();
    this.next = next;
    // One that fell since we looked, or that another process is publishing: look again, without spinning.
    if (next !== null && next <= time.now()) this.lookLater(AGAIN_MS);
    else if (next !== null) this.callOff = time.at(next, () => this.look());
  }

  private lookLater(ms: number): void {
    this.callOff();
    const timer = setTimeout(() => this.look(), ms);
    this.callOff = () => clearTimeout(timer);
  }

  private async dueComplaints(without: readonly string[]): Promise<string[]> {
    const { rows } = await this.options.context.db.pool.query<{ id: string }>({
      name: 'clock_due',
      text: `SELECT "id" FROM "complaint" WHERE "wakeAt" <= $1 AND "id" <> ALL($3::uuid[])
        ORDER BY "wakeAt", "id" LIMIT $2`,
      values: [this.options.time.now(), BATCH, without],
    });
    return rows.map((row) => row.id);
  }
}
