/** Measuring contenders side by side: short turns, interleaved, so that noise of the machine falls on all of them. */
import { print } from './transcript.ts';

export interface Contender {
  name: string;
  /**
   * One operation, answer checked. `turn` counts up over all of a contender's operations; `client` says whose of the
   * closed loops it is, from 0.
   */
  run: (turn: number, client: number) => Promise<unknown>;
  /** CPU in milliseconds that somebody has spent so far, by who it is, such as `server` and `PostgreSQL`. */
  meters?: Readonly<Record<string, () => number>>;
}

export interface Rate {
  name: string;
  /** Median operations a second over the rounds. */
  perSecond: number;
  /** The same, round by round. */
  rounds: readonly number[];
  /** How long one operation took, over all rounds, in milliseconds. */
  p50Ms: number;
  p99Ms: number;
  /** Median CPU of one operation in milliseconds, by meter. */
  cpuMs: Readonly<Record<string, number>>;
}

export interface Plan {
  /** Closed loops side by side. */
  writers: number;
  /** Besides the first, which warms up. */
  rounds?: number;
  turnMs?: number;
}

/** Lets each contender work in a closed loop of `writers` for a turn, round after round. The first round warms up. */
export async function compare(
  contenders: readonly Contender[],
  { writers, rounds = 5, turnMs = 1_000 }: Plan,
): Promise<Rate[]> {
  const seats = contenders.map((contender) => new Seat(contender));
  for (let round = 0; round <= rounds; round++) {
    for (const seat of seats) await seat.take(writers, turnMs, round > 0);
  }
  return seats.map((seat) => seat.rate());
}

/** A contender's turns, and what came of them. */
class Seat {
  private readonly contender: Contender;
  private turn = 0;
  private readonly rounds: number[] = [];
  private readonly times: number[] = [];
  private readonly cpu = new Map<string, number[]>();

  constructor(contender: Contender) {
    this.contender = contender;
  }

  async take(writers: number, turnMs: number, counts: boolean): Promise<void> {
    const { run, meters = {} } = this.contender;
    const before = read(meters);
    const start = performance.now();
    let done = 0;
    const work = async (client: number) => {
      let begun = performance.now();
      while (begun - start < turnMs) {
        await run(this.turn++, client);
        done += 1;
        const ended = performance.now();
        if (counts) this.times.push(ended - begun);
        begun = ended;
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, client) => work(client)));
    const elapsed = performance.now() - start;
    if (!counts) return;
    this.rounds.push((done * 1_000) / elapsed);
    for (const [name, ms] of read(meters)) {
      const spent = this.cpu.get(name) ?? [];
      spent.push((ms - before.get(name)!) / done);
      this.cpu.set(name, spent);
    }
  }

  rate(): Rate {
    const sorted = this.times.sort((a, b) => a - b);
    return {
      name: this.contender.name,
      perSecond: median(this.rounds),
      rounds: this.rounds,
      p50Ms: quantile(sorted, 0.5),
      p99Ms: quantile(sorted, 0.99),
      cpuMs: Object.fromEntries([...this.cpu].map(([name, spent]) => [name, median(spent)])),
    };
  }
}

/** A rate of what was measured in another way, by its rounds. */
export function rateOf(name: string, rounds: readonly number[]): Rate {
  return { name, perSecond: median(rounds), rounds, p50Ms: 0, p99Ms: 0, cpuMs: {} };
}

function read(meters: Readonly<Record<string, () => number>>): Map<string, number> {
  return new Map(Object.entries(meters).map(([name, meter]) => [name, meter()]));
}

/** How many times as fast as the second the first is: the median over the rounds, each with its own neighbour. */
export function timesAsFast(one: Rate, other: Rate): number {
  return median(one.rounds.map((rate, round) => rate / other.rounds[round]!));
}

/** Prints the rates, each as a ratio of the first contender, which is the limit. */
export function report(title: string, rates: readonly Rate[]): void {
  print(`\n${title}`);
  for (const rate of rates) {
    const { name, perSecond, p50Ms, p99Ms, cpuMs } = rate;
    const cpu = Object.entries(cpuMs).map(([meter, ms]) => `   ${meter} ${ms.toFixed(ms < 1 ? 3 : 2)} ms`);
    const times = p99Ms === 0 ? '' : `   p50 ${inMs(p50Ms)}  p99 ${inMs(p99Ms)} ms`;
    print(
      `${name.padEnd(52)} ${perSecond.toFixed(0).padStart(7)} /s   ${timesAsFast(rate, rates[0]!).toFixed(2).padStart(5)}${times}${cpu.join('')}`,
    );
  }
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** @param sorted ascending. @param share from 0 to 1. 0 when there are no values. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function inMs(ms: number): string {
  return ms.toFixed(ms < 10 ? 2 : 0).padStart(5);
}
