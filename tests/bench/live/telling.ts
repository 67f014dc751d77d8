/** Measures what servers spend on telling the same moves to as many sockets, in turns. */
import type { Child } from '../kit/child.ts';
import { print } from '../kit/transcript.ts';
import { Crowd, standing } from './crowd.ts';
import type { Way } from './follower.ts';
import type { Mover } from './mover.ts';

export interface TellingContender {
  name: string;
  way: Way;
  server: Child;
}

export interface Telling {
  name: string;
  /** CPU of the server for one message to one socket, in microseconds: the median of the rounds. */
  cpuUs: number;
  /** From the commit to the last socket that got it. */
  p50Ms: number;
  p99Ms: number;
}

export interface TellingPlan {
  cookies: string[];
  mover: Mover;
  perSecond: number;
  rounds?: number;
  turnMs?: number;
}

const WARM_MS = 500;

/** The contender whose turn it is has all the sockets; the others have none, and cost the machine next to nothing. */
export async function measureTelling(
  contenders: readonly TellingContender[],
  { cookies, mover, perSecond, rounds = 4, turnMs = 5_000 }: TellingPlan,
): Promise<Telling[]> {
  const cpu = contenders.map((): number[] => []);
  const times = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { server, way }] of contenders.entries()) {
      const crowd = await Crowd.open({
        url: server.url,
        way,
        cookies,
        from: await standing(way, server.url, cookies[0]!, mover),
      });
      try {
        await mover.move(perSecond, { ms: WARM_MS });
        await crowd.reach(mover.last);
        await crowd.seen();
        const before = server.cpuMs();
        await mover.move(perSecond, { ms: turnMs });
        await crowd.reach(mover.last);
        const spent = server.cpuMs() - before;
        const arrivals = (await crowd.seen()).filter(([seq]) => mover.committed.has(seq));
        const late = arrivals.filter(([, sockets]) => sockets !== cookies.length);
        if (late.length > 0) throw new Error(`${late.length} moves did not arrive everywhere`);
        if (round === 0) continue;
        cpu[i]!.push((spent * 1_000) / (arrivals.length * cookies.length));
        for (const [seq, , lastAt] of arrivals) times[i]!.push(lastAt - mover.committed.get(seq)!);
      } finally {
        await crowd.close();
      }
    }
  }
  const told = contenders.map(({ name }, i) => ({
    name,
    cpuUs: quantile(cpu[i]!, 0.5),
    p50Ms: quantile(times[i]!, 0.5),
    p99Ms: quantile(times[i]!, 0.99),
  }));
  print(`\n${cookies.length} sockets, ${perSecond} moves a second`);
  for (const { name, cpuUs, p50Ms, p99Ms } of told) {
    print(
      `${name.padEnd(40)} ${cpuUs.toFixed(1).padStart(5)} µs a delivery   committed to last client p50 ${p50Ms.toFixed(1)}  p99 ${p99Ms.toFixed(1)} ms`,
    );
  }
  return told;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}
