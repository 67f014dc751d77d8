/**
 * What it costs to tell many: 10 moves a second to 1,000 and to 5,000 sockets, against ws with a frame that is prepared
 * once, is as long, and is woken by the same commits. Each socket has a session of its own and follows by the board's own
 * subscription. Wants `ulimit -n` above 12,000.
 */
import { openCompany } from './kit/bench-company.ts';
import type { BenchCompany } from './kit/bench-company.ts';
import { startFile, startServer } from './kit/child.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { BARE, BOARDS_OWN } from './live/crowd.ts';
import { inspected, inspectorPort } from './live/heap.ts';
import { Mover } from './live/mover.ts';
import { signIn } from './live/sessions.ts';
import { measureTelling, warmUp } from './live/telling.ts';
import type { TellingContender } from './live/telling.ts';

const SOCKETS = (process.env['BENCH_SOCKETS'] ?? '1000,5000').split(',').map(Number);
const MOVES_A_SECOND = 10;

export async function bench(): Promise<Finding[]> {
  const company = await openCompany(500);
  const findings: Finding[] = [];
  try {
    const cookies = await signIn(company, 5_000);
    const mover = await Mover.among(company);
    for (const sockets of SOCKETS) {
      const contenders = await contendersOf(company, mover, cookies);
      const [bare, ours] = await measureTelling(contenders, {
        cookies: cookies.slice(0, sockets),
        mover,
        perSecond: MOVES_A_SECOND,
      }).finally(() => Promise.all(contenders.map(({ server }) => server.stop())));
      findings.push(
        finding({
          area: 'Fan-out',
          what: `CPU of a delivery, ${sockets} sockets`,
          ours: `${ours!.cpuUs.toFixed(1)} µs`,
          against: `bare ws, ${bare!.cpuUs.toFixed(1)} µs`,
          ratio: ours!.cpuUs / bare!.cpuUs,
          target: { atMost: 1.3 },
        }),
        finding({
          area: 'Fan-out',
          what: `committed to last client, p99, ${sockets} sockets`,
          ours: `${ours!.p99Ms.toFixed(0)} ms`,
          against: `bare ws, ${bare!.p99Ms.toFixed(0)} ms`,
          ratio: ours!.p99Ms / bare!.p99Ms,
          target: { atMost: 1.5 },
        }),
      );
    }
  } finally {
    await company.close();
  }
  return findings;
}

/** Both warm, and the limit with frames of the size that ours turned out to have. */
async function contendersOf(company: BenchCompany, mover: Mover, cookies: string[]): Promise<TellingContender[]> {
  const ports = [await inspectorPort(), await inspectorPort()] as const;
  const server = await startServer(company.url, inspected(ports[0]));
  const ours = { name: 'boardEvents', way: BOARDS_OWN, server, inspector: ports[0] };
  const { bytes, messages } = await warmUp(ours, cookies, mover);
  const env = {
    DATABASE_URL: company.url,
    HEAD_CURSOR: await mover.cursor(),
    BODY_BYTES: String(Math.round(bytes / messages)),
    ...inspected(ports[1]),
  };
  const limit = await startFile('limits/bare-ws.ts', env);
  const bare = { name: 'limit: ws, one prepared frame', way: BARE, server: limit, inspector: ports[1] };
  await warmUp(bare, cookies, mover);
  return [bare, ours];
}
