/**
 * A line that is kept: one that breaks is made again with a growing pause. Since whatever was told meanwhile is lost,
 * every line that stands is announced, and those who listen read what they missed.
 */
import type { Log } from '../log.ts';
import { backOff } from './back-off.ts';
import type { BusChannel, Line, OpenLine } from './line.ts';

export interface BusOptions {
  open: OpenLine;
  log: Log;
  /** What to do with what is heard, by channel. */
  channels: Readonly<Record<BusChannel, (payload: string) => void>>;
  /** The line stands: catch up. */
  onConnected: () => void;
}

export class Bus {
  private readonly options: BusOptions;
  private line: Line | null = null;
  private retry: NodeJS.Timeout | null = null;
  private failures = 0;
  private stopped = false;

  constructor(options: BusOptions) {
    this.options = options;
  }

  /** Whether this process hears the others and is heard by them. */
  get isConnected(): boolean {
    return this.line !== null;
  }

  /** Resolves once the first try is over; without a line it goes on trying. */
  async start(): Promise<void> {
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    const line = this.line;
    this.line = null;
    await line?.close().catch(() => undefined);
  }

  /** Tells the other processes; without a line nobody is told, and they find it by themselves. */
  publish(channel: BusChannel, payload: string): void {
    this.line?.publish(channel, payload);
  }

  private async connect(): Promise<void> {
    const { open, channels, log, onConnected } = this.options;
    let isLost = false;
    const lost = () => {
      isLost = true;
      if (this.line === null || this.line !== line || this.stopped) return;
      this.line = null;
      log.warn('the line that carries wake-ups broke; connecting again');
      this.connectLater();
    };
    let line: Line | null = null;
    try {
      line = await open({ heard: (channel, payload) => channels[channel](payload), lost });
      if (isLost) throw new Error('the line broke at once');
    } catch (error) {
      await line?.close().catch(() => undefined);
      if (this.stopped) return;
      // Said once and not at each try: an outage of an hour is one line.
      if (this.failures === 0) log.warn({ err: error }, 'no line for wake-ups; looking at the log meanwhile');
      this.failures += 1;
      this.connectLater();
      return;
    }
    if (this.stopped) return line.close();
    if (this.failures > 0) log.info('the line that carries wake-ups stands again');
    this.failures = 0;
    this.line = line;
    onConnected();
  }

  private connectLater(): void {
    const again = () => {
      this.connect().catch((error: unknown) => this.options.log.error({ err: error }, 'the bus gave up'));
    };
    this.retry = setTimeout(again, backOff(this.failures, Math.random()));
  }
}
