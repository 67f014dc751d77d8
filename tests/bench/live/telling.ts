/** Measures what servers spend on telling the same moves to as many sockets, in turns. */
import type { Child } from '../kit/child.ts';
import { print } from '../kit/transcript.ts';
import type { Seen } from './clients.ts';
import { Crowd, standing } from './crowd.ts';
import type { Way } from './follower.ts';
import { collectGarbage } from './heap.ts';
import type { Mover } from './mover.ts';

export interface TellingContender {
  name: string;
  way: Way;
  server: Child;
  /** Where its inspector answers. */
  inspector: number;
}

export interface Telling {
  name: string;
  /** CPU of the server for one message to one socket, in microseconds: the median of the rounds. */
  cpuUs: number;
  /** From the commit to the last socket that got it. */
  p50Ms: number;
  p99Ms: number;
  /** What a socket is sent for a move: messages, and bytes without what frames them. */
  messages: number;
  bytes: number;
}

export interface TellingPlan {
  cookies: string[];
  mover: Mover;
  perSecond: number;
  rounds?: number;
  turnMs?: number;
}

/** By then a process has compiled what it does often: it is there to tell for weeks. */
const WARM_MOVES = 2_000;
const WARM_SOCKETS = 20;
/** And again with all sockets: opening them has made it forget some of that. */
const WARM_AGAIN = 100;

/** What a socket is sent for a move, on average, while a few are warmed up with. */
export async function warmUp({ way, server }: TellingContender, cookies: string[], mover: Mover): Promise<Seen> {
  const from = await standing(way, server.url, cookies[0]!, mover);
  const crowd = await Crowd.open({ url: server.url, way, cookies: cookies.slice(0, WARM_SOCKETS), from });
  try {
    await crowd.seen();
    await mover.rush(WARM_MOVES);
    await crowd.reach(mover.last);
    return await crowd.told();
  } finally {
    await crowd.close();
  }
}

/**
 * The contender whose turn it is has all the sockets; the others have none, and cost the machine next to nothing. What
 * opening the sockets left behind is collected before anything is counted: telling did not make it.
 */
export async function measureTelling(
  contenders: readonly TellingContender[],
  { cookies, mover, perSecond, rounds = 3, turnMs = 5_000 }: TellingPlan,
): Promise<Telling[]> {
  const cpu = contenders.map((): number[] => []);
  const times = contenders.map((): number[] => []);
  const sent = contenders.map(() => ({ messages: 0, bytes: 0, deliveries: 0 }));
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { server, way, inspector }] of contenders.entries()) {
      const crowd = await Crowd.open({
        url: server.url,
        way,
        cookies,
        from: await standing(way, server.url, cookies[0]!, mover),
      });
      try {
        await mover.rush(WARM_AGAIN);
        await crowd.reach(mover.last);
        await crowd.seen();
        await collectGarbage(inspector);
        const before = server.cpuMs();
        await mover.move(perSecond, { ms: turnMs });
        await crowd.reach(mover.last);
        const spent = server.cpuMs() - before;
        const { arrivals: all, messages, bytes } = await crowd.told();
        const arrivals = all.filter(([seq]) => mover.committed.has(seq));
        const late = arrivals.filter(([, sockets]) => sockets !== cookies.length);
        if (late.length > 0) throw new Error(`${late.length} moves did not arrive everywhere`);
        if (round === 0) continue;
        sent[i]!.messages += messages;
        sent[i]!.bytes += bytes;
        sent[i]!.deliveries += arrivals.length * cookies.length;
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
    messages: sent[i]!.messages / sent[i]!.deliveries,
    bytes: sent[i]!.bytes / sent[i]!.deliveries,
  }));
  print(`\n${cookies.length} sockets, ${perSecond} moves a second`);
  for (const { name, cpuUs, p50Ms, p99Ms, messages, bytes } of told) {
    print(
      `${name.padEnd(30)} ${messages.toFixed(2)} messages, ${bytes.toFixed(0)} bytes, ${cpuUs.toFixed(1).padStart(5)} µs a delivery   committed to last client p50 ${p50Ms.toFixed(1)}  p99 ${p99Ms.toFixed(1)} ms`,
    );
  }
  return told;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}
