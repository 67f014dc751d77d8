/**
 * Sends what changes have queued. Every process may: the queue gives a job to one of them, and to another one again when
 * it could not be done.
 */
import { CUSTOMER_MESSAGE_TASK, DELIVERY_ATTEMPTS, DELIVERY_TASK } from '@redress/domain/events/commit-sql';
import type { JobHelpers, LogLevel, Runner, RunnerOptions } from 'graphile-worker';
import { Logger, run, runOnce } from 'graphile-worker';
import { z } from 'zod';
import { deliver, didNotGoOut } from '../delivery/deliver.ts';
import type { DeliveryAttempt, Delivering } from '../delivery/deliver.ts';
import { DeliveryFailed } from '../delivery/problem.ts';
import type { Told } from '../delivery/tell-customer.ts';
import { giveUpTelling, tellCustomer } from '../delivery/tell-customer.ts';
import type { Log } from '../log.ts';

export interface DeliveriesOptions extends Delivering {
  log: Log;
}

/** Enough that one slow mail server does not hold up the robots; few enough that it is not flooded. */
const CONCURRENCY = 4;
/** New jobs announce themselves; those of later are looked for. */
const LOOK_EVERY_MS = 2_000;

/** What waits because replies are held is looked at again so often. */
const LOOK_AT_HELD_EVERY_MS = 600_000;

const PAYLOAD = z.object({ id: z.uuid() });

export class Deliveries {
  private readonly options: DeliveriesOptions;
  private runner: Runner | null = null;

  constructor(options: DeliveriesOptions) {
    this.options = options;
  }

  async start(): Promise<void> {
    this.runner ??= await run({ ...this.queue(), pollInterval: LOOK_EVERY_MS, parsedCronItems: [] });
    // It ends when it is stopped, and when it can't go on.
    this.runner.promise.catch((error: unknown) => this.options.log.error({ err: error }, 'deliveries have stopped'));
  }

  /** Lets what is under way end, for a few seconds; what is cut short then is tried again. */
  async stop(): Promise<void> {
    const runner = this.runner;
    this.runner = null;
    await runner?.stop().catch((error: unknown) => this.options.log.warn({ err: error }, 'deliveries were cut short'));
  }

  /** Attempts everything that is due by the database's clock, once. */
  async runDue(): Promise<void> {
    await runOnce(this.queue());
  }

  private queue(): RunnerOptions {
    const { db, log } = this.options;
    return {
      pgPool: db.pool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => log[LEVELS[level]]({ queue: true }, message)),
      taskList: {
        [DELIVERY_TASK]: (payload, helpers) => this.attempt(payload, helpers),
        [CUSTOMER_MESSAGE_TASK]: (payload, helpers) => this.tell(payload, helpers),
      },
    };
  }

  private async tell(payload: unknown, { job, abortSignal, addJob }: JobHelpers): Promise<void> {
    const { id } = PAYLOAD.parse(payload);
    const tried = attemptOf(job, abortSignal);
    let told: Told;
    try {
      told = await tellCustomer(this.options, id, tried);
    } catch (error) {
      if (error instanceof DeliveryFailed) throw error;
      this.options.log.error({ err: error, message: id }, 'a customer could not be told');
      if (tried.isLast) await giveUpTelling(this.options, id);
      throw new DeliveryFailed('INTERNAL_FAULT');
    }
    if (told !== 'LATER') return;
    const runAt = new Date(Date.now() + LOOK_AT_HELD_EVERY_MS);
    await addJob(CUSTOMER_MESSAGE_TASK, { id }, { runAt, maxAttempts: DELIVERY_ATTEMPTS, jobKey: id });
  }

  private async attempt(payload: unknown, { job, abortSignal }: JobHelpers): Promise<void> {
    const { id } = PAYLOAD.parse(payload);
    const tried = attemptOf(job, abortSignal);
    try {
      await deliver(this.options, id, tried);
    } catch (error) {
      if (error instanceof DeliveryFailed) throw error;
      // The queue forgets a job after its last attempt: what became of it has to stand at the delivery.
      this.options.log.error({ err: error, delivery: id }, 'a delivery could not be attempted');
      await didNotGoOut(this.options, id, tried, 'INTERNAL_FAULT');
    }
  }
}

/** Which attempt at a job this is. */
function attemptOf(
  { attempts, max_attempts: most }: JobHelpers['job'],
  signal: AbortSignal | undefined,
): DeliveryAttempt {
  return { attempt: attempts, isLast: attempts >= Math.min(most, DELIVERY_ATTEMPTS), ...(signal && { signal }) };
}

/** The queue's own words are of no interest while all goes well; that an attempt failed stands in its delivery. */
const LEVELS = {
  error: 'warn',
  warning: 'warn',
  info: 'debug',
  debug: 'debug',
} as const satisfies Record<`${LogLevel}`, 'warn' | 'debug'>;
