/**
 * 1,000 boards that go and come back 100,000 times in all, each with its cursor, while cards are moved: what the server
 * holds at the end, against what it held when all of them had come and gone ten times. BENCH_TIMES makes it shorter.
 */
import { openCompany } from './kit/bench-company.ts';
import { startServer } from './kit/child.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { print } from './kit/transcript.ts';
import { BOARDS_OWN, Crowd, standing } from './live/crowd.ts';
import { heapInUse, inspected, inspectorPort } from './live/heap.ts';
import { Mover } from './live/mover.ts';
import { signIn } from './live/sessions.ts';

const BOARDS = 1_000;
const TIMES = Number(process.env['BENCH_TIMES'] ?? 100_000);
const STEPS = 10;
const MOVES_A_SECOND = 2;
const MB = 1_000_000;

export async function bench(): Promise<Finding[]> {
  const company = await openCompany(500);
  const port = await inspectorPort();
  const server = await startServer(company.url, inspected(port));
  try {
    const cookies = await signIn(company, BOARDS);
    const mover = await Mover.among(company);
    const from = await standing(BOARDS_OWN, server.url, cookies[0]!, mover);
    const crowd = await Crowd.open({ url: server.url, way: BOARDS_OWN, cookies, from });
    const held: number[] = [];
    print(`\n${BOARDS} boards, in use after a collection`);
    try {
      for (let step = 1; step <= STEPS; step++) {
        const churned = crowd.churn(TIMES / STEPS);
        await Promise.all([mover.move(MOVES_A_SECOND, churned), churned]);
        await crowd.reach(mover.last);
        await crowd.seen();
        held.push(await heapInUse(port));
        print(`${((TIMES / STEPS) * step).toString().padStart(8)} times   ${(held.at(-1)! / MB).toFixed(1)} MB`);
      }
    } finally {
      await crowd.close();
    }
    return [
      finding({
        area: 'Fan-out',
        what: `heap after ${TIMES} comings and goings of ${BOARDS} boards`,
        ours: `${(held.at(-1)! / MB).toFixed(1)} MB`,
        against: `after ${TIMES / STEPS}, ${(held[0]! / MB).toFixed(1)} MB`,
        ratio: held.at(-1)! / held[0]!,
        target: { atMost: 1.1 },
      }),
    ];
  } finally {
    await server.stop();
    await company.close();
  }
}
