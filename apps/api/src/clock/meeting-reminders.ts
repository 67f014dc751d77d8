/** Tells members of meetings ahead and of decisions that fell due. Nothing of it is a matter of seconds: it looks now and then. */
import type { ActionContext } from '@redress/domain/actions/context';
import { meetingsRemind } from '@redress/domain/actions/meetings-remind';
import type { Log } from '../log.ts';

const LOOK_EVERY_MS = 20_000;

export class MeetingReminders {
  private readonly context: ActionContext;
  private readonly log: Log;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(options: { context: ActionContext; log: Log }) {
    this.context = options.context;
    this.log = options.log;
  }

  start(): void {
    this.timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS);
    void this.look();
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    await this.looking;
  }

  /** Tells whoever is to be told by now; one look after the other. */
  look(): Promise<unknown> {
    this.looking = this.looking
      .then(() => meetingsRemind(this.context))
      .catch((error: unknown) => this.log.error({ err: error }, 'members could not be reminded of meetings'));
    return this.looking;
  }
}
