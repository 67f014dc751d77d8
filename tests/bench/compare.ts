/** Measuring contenders side by side: short turns, interleaved, so that noise of the machine falls on all of them. */

export interface Contender {
  name: string;
  /** One operation; `turn` counts up over all of a contender's operations. */
  run: (turn: number) => Promise<unknown>;
}

export interface Rate {
  name: string;
  /** Median operations a second over the rounds. */
  perSecond: number;
}

interface Plan {
  writers: number;
  rounds?: number;
  turnMs?: number;
}

/** Lets each contender work in a closed loop of `writers` for a turn, round after round. The first round warms up. */
export async function compare(
  contenders: readonly Contender[],
  { writers, rounds = 5, turnMs = 1_000 }: Plan,
): Promise<Rate[]> {
  const rates = contenders.map((): number[] => []);
  const turns = contenders.map(() => 0);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { run }] of contenders.entries()) {
      const start = performance.now();
      let done = 0;
      const worker = async () => {
        while (performance.now() - start < turnMs) {
          await run(turns[i]!++);
          done += 1;
        }
      };
      await Promise.all(Array.from({ length: writers }, worker));
      if (round > 0) rates[i]!.push((done * 1_000) / (performance.now() - start));
    }
  }
  return contenders.map(({ name }, i) => ({ name, perSecond: median(rates[i]!) }));
}

/** Prints the rates, each as a ratio of the first contender, which is the limit. */
export function report(title: string, rates: readonly Rate[]): void {
  const limit = rates[0]!.perSecond;
  console.log(`\n${title}`);
  for (const { name, perSecond } of rates) {
    console.log(
      `${name.padEnd(52)} ${perSecond.toFixed(0).padStart(7)} /s   ${(perSecond / limit).toFixed(2).padStart(5)}`,
    );
  }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
