/**
 * What it costs to tell many: 10 moves a second to 1,000 and to 5,000 sockets, against ws with a frame that is prepared
 * once and is woken by the same commits. Each socket has a session of its own and follows by the board's own
 * subscription. Wants `ulimit -n` above 12,000.
 */
import { openCompany } from './kit/bench-company.ts';
import { startFile, startServer } from './kit/child.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { BARE, BOARDS_OWN } from './live/crowd.ts';
import { measureTelling } from './live/telling.ts';
import { Mover } from './live/mover.ts';
import { signIn } from './live/sessions.ts';

const MOVES_A_SECOND = 10;

export async function bench(): Promise<Finding[]> {
  const company = await openCompany(500);
  const findings: Finding[] = [];
  try {
    const cookies = await signIn(company, 5_000);
    const mover = await Mover.among(company);
    for (const sockets of [1_000, 5_000]) {
      const env = { DATABASE_URL: company.url, HEAD_CURSOR: await mover.cursor() };
      const contenders = [
        { name: 'limit: ws, one prepared frame', way: BARE, server: await startFile('limits/bare-ws.ts', env) },
        { name: 'boardEvents', way: BOARDS_OWN, server: await startServer(company.url) },
      ];
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
