/** Measures how long a crowd that was cut off needs to be current again, and what those notice who stayed. */
import type { Child } from '../kit/child.ts';
import { Crowd, standing } from './crowd.ts';
import type { Way } from './follower.ts';
import type { Mover } from './mover.ts';
import { quantile } from './telling.ts';

export interface ReturningPlan {
  way: Way;
  server: Child;
  /** Of those who are cut off. */
  cookies: string[];
  /** Of those who stay. */
  staying: string[];
  mover: Mover;
  perSecond: number;
  calmMs: number;
}

export interface Returning {
  /** From the cut until the last one was current. */
  ms: number;
  /** CPU of the server for it. */
  cpuMs: number;
  /** From the commit to the last of those who stay, before it and while it lasted. */
  calmMs: number[];
  stormMs: number[];
}

export async function measureReturning(plan: ReturningPlan): Promise<Returning> {
  const { way, server, cookies, staying, mover, perSecond } = plan;
  const from = await standing(way, server.url, cookies[0]!, mover);
  const others = await Crowd.open({ url: server.url, way, cookies: staying, from });
  const crowd = await Crowd.open({ url: server.url, way, cookies, from }).catch(async (error: unknown) => {
    await others.close();
    throw error;
  });
  const heardByOthers = async () => {
    await others.reach(mover.last);
    const arrivals = await others.seen();
    return arrivals.flatMap(([seq, , lastAt]) => {
      const at = mover.committed.get(seq);
      return at === undefined ? [] : [lastAt - at];
    });
  };
  try {
    await mover.move(perSecond, { ms: plan.calmMs / 2 });
    await heardByOthers();
    await mover.move(perSecond, { ms: plan.calmMs });
    const calmMs = await heardByOthers();

    const before = server.cpuMs();
    const cut = performance.now();
    const back = crowd.drop().then(() => crowd.rejoin());
    await Promise.all([mover.move(perSecond, back), back]);
    const ms = performance.now() - cut;
    const cpuMs = server.cpuMs() - before;
    const stormMs = await heardByOthers();
    // Everybody goes on from where they were, and is told what comes next.
    await mover.move(perSecond, { ms: 300 });
    await crowd.reach(mover.last);
    await crowd.seen();
    return { ms, cpuMs, calmMs, stormMs };
  } finally {
    await crowd.close();
    await others.close();
  }
}

export const p99 = (values: readonly number[]): number => quantile(values, 0.99);
