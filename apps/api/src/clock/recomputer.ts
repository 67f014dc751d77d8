/**
 * Recomputes running clocks after a policy, a calendar or a department's hours were changed (docs/SPEC.md, PO6–PO8). The
 * work is found from the database whenever it begins, so what a process that died left undone is taken up by the next.
 */
import { UnchangedError } from '@redress/domain/actions/change-each';
import { clocksRecompute } from '@redress/domain/actions/clocks-recompute';
import type { ActionContext } from '@redress/domain/actions/context';
import { complaintsToRecompute } from '@redress/domain/reads/outdated-clocks';
import type { StoredEvent } from '@redress/domain/events/types';
import type { Log } from '../log.ts';

const BATCH = 25;
const RETRY_MS = 5_000;
/** By then every process has heard of a change; what one began before it had heard is found by another look. */
const LOOK_AGAIN_MS = 2_000;

export class Recomputer {
  private readonly context: ActionContext;
  private readonly log: Log;
  private running = false;
  private again = false;
  private working: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private later: NodeJS.Timeout | null = null;

  constructor({ context, log }: { context: ActionContext; log: Log }) {
    this.context = context;
    this.log = log;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.nudge();
  }

  async stop(): Promise<void> {
    this.running = false;
    if (this.retry !== null) clearTimeout(this.retry);
    if (this.later !== null) clearTimeout(this.later);
    await this.working;
  }

  /** Looks for work when one of the events may have made some. */
  heed(events: readonly StoredEvent[]): void {
    if (!this.running || !events.some(changesHours)) return;
    this.nudge();
    if (this.later !== null) clearTimeout(this.later);
    this.later = setTimeout(() => this.nudge(), LOOK_AGAIN_MS);
  }

  private nudge(): void {
    this.again = true;
    if (!this.running || this.working !== null) return;
    this.working = this.workOn().finally(() => {
      this.working = null;
      if (this.again) this.nudge();
    });
  }

  private async workOn(): Promise<void> {
    while (this.again && this.running) {
      this.again = false;
      try {
        await this.recompute();
      } catch (error) {
        if (!this.running) return;
        this.log.error({ err: error }, 'clocks could not be recomputed; trying again');
        this.retry = setTimeout(() => this.nudge(), RETRY_MS);
      }
    }
  }

  /**
   * Recomputes all there is, and says how many complaints that concerned.
   *
   * @throws AggregateError for those that can't be recomputed, after all others have been.
   */
  async recompute(): Promise<number> {
    const { db, directory, now } = this.context;
    const ids = await complaintsToRecompute(db, directory, now());
    let moved = 0;
    const failed: UnchangedError[] = [];
    for (let from = 0; from < ids.length && this.running; from += BATCH) {
      try {
        moved += await clocksRecompute(this.context, ids.slice(from, from + BATCH));
      } catch (error) {
        if (!(error instanceof UnchangedError)) throw error;
        failed.push(error);
      }
    }
    if (moved > 0) this.log.info({ complaints: moved }, 'recomputed the clocks after a change of policy');
    if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
    return moved;
  }
}

function changesHours({ type, payload }: StoredEvent): boolean {
  return type === 'DirectoryChanged' && (payload.what === 'POLICY' || payload.what === 'DEPARTMENT');
}
