/** How far the import is: a bar that moves on a terminal, else a line every few seconds. */
import type { ImportTally } from './run-import.ts';

const BAR_WIDTH = 24;
const TERMINAL_EVERY_MS = 100;
const PLAIN_EVERY_MS = 5_000;
/** Some terminals say that they have no columns at all. */
const USUAL_WIDTH = 80;
const ERASE_LINE = '\r\u001B[2K';

/** Where progress goes: standard error, so that the summary on standard output stays clean. */
export interface ProgressOutput {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

export class Progress {
  private readonly out: ProgressOutput;
  private readonly totalBytes: number;
  private readonly now: () => number;
  private readonly startedAt: number;
  private shownAt: number;

  constructor(out: ProgressOutput, totalBytes: number, now: () => number = () => performance.now()) {
    this.out = out;
    this.totalBytes = totalBytes;
    this.now = now;
    this.startedAt = now();
    this.shownAt = this.startedAt;
  }

  /** Since the import began. */
  get seconds(): number {
    return Math.max(0.001, (this.now() - this.startedAt) / 1000);
  }

  update(bytes: number, { read, rejected }: ImportTally): void {
    if (this.now() - this.shownAt < (this.out.isTTY ? TERMINAL_EVERY_MS : PLAIN_EVERY_MS)) return;
    this.shownAt = this.now();
    const share = Math.min(1, bytes / this.totalBytes);
    const left = share === 0 ? 0 : (this.seconds * (1 - share)) / share;
    const parts = [
      `${Math.floor(share * 100)} %`.padStart(5),
      `${count(read)} rows`,
      `${count(read / this.seconds)} rows/s`,
      `${clock(left)} left`,
      ...(rejected > 0 ? [`${count(rejected)} rejected`] : []),
    ];
    const line = parts.join('  ');
    if (!this.out.isTTY) this.out.write(`${line.trim()}\n`);
    else this.out.write(`${ERASE_LINE}${`${bar(share)} ${line}`.slice(0, (this.out.columns || USUAL_WIDTH) - 1)}`);
  }

  /** Takes the bar away: what follows begins on a line of its own. */
  end(): void {
    if (this.out.isTTY) this.out.write(ERASE_LINE);
  }
}

/** 8340 → 8,340. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
}

/** 75 seconds → 1:15. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
