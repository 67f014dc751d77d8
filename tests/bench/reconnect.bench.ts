/**
 * 5,000 boards lose their line at once and come back, each with its cursor, while cards go on being moved: how long until
 * the last one is current, against ws with a ring of frames in memory, and what 200 notice who stayed. Nothing may be
 * lost or come twice. Wants `ulimit -n` above 12,000.
 */
import { openCompany } from './kit/bench-company.ts';
import { startFile, startServer } from './kit/child.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { print } from './kit/transcript.ts';
import { BARE, BOARDS_OWN } from './live/crowd.ts';
import { Mover } from './live/mover.ts';
import { measureReturning, p99 } from './live/returning.ts';
import type { Returning } from './live/returning.ts';
import { signIn } from './live/sessions.ts';
import { quantile } from './live/telling.ts';

const RETURNING = Number(process.env['BENCH_SOCKETS'] ?? 5_000);
const STAYING = 200;
const MOVES_A_SECOND = 10;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);

export async function bench(): Promise<Finding[]> {
  const company = await openCompany(500);
  try {
    const cookies = await signIn(company, RETURNING + STAYING);
    const mover = await Mover.among(company);
    const contenders = [
      {
        name: 'limit: ws, a ring of frames',
        way: BARE,
        server: await startFile('limits/bare-ws.ts', { DATABASE_URL: company.url, HEAD_CURSOR: await mover.cursor() }),
      },
      { name: 'boardEvents', way: BOARDS_OWN, server: await startServer(company.url) },
    ];
    const results = contenders.map((): Returning[] => []);
    try {
      for (let round = 0; round <= ROUNDS; round++) {
        for (const [i, { way, server }] of contenders.entries()) {
          const [staying, leaving] = [cookies.slice(0, STAYING), cookies.slice(STAYING)];
          const plan = { way, server, cookies: leaving, staying, mover, perSecond: MOVES_A_SECOND, calmMs: 3_000 };
          const result = await measureReturning(plan);
          if (round > 0) results[i]!.push(result);
        }
      }
    } finally {
      for (const { server } of contenders) await server.stop();
    }
    return verdicts(
      contenders.map(({ name }) => name),
      results,
    );
  } finally {
    await company.close();
  }
}

function verdicts(names: readonly string[], results: readonly Returning[][]): Finding[] {
  print(`\n${RETURNING} boards come back, ${MOVES_A_SECOND} moves a second, ${STAYING} stay`);
  const [bare, ours] = results.map((rounds, i) => {
    const ms = quantile(
      rounds.map((round) => round.ms),
      0.5,
    );
    const cpuMs = quantile(
      rounds.map((round) => round.cpuMs),
      0.5,
    );
    const calm = p99(rounds.flatMap((round) => round.calmMs));
    const storm = p99(rounds.flatMap((round) => round.stormMs));
    print(
      `${names[i]!.padEnd(30)} current after ${ms.toFixed(0).padStart(6)} ms   server ${cpuMs.toFixed(0).padStart(6)} ms CPU   p99 of those who stay: calm ${calm.toFixed(0)}, meanwhile ${storm.toFixed(0)} ms`,
    );
    return { ms, cpuMs, calm, storm };
  });
  const ratio = quantile(
    results[1]!.map(({ ms }, round) => ms / results[0]![round]!.ms),
    0.5,
  );
  return [
    finding({
      area: 'Catch-up',
      what: `${RETURNING} reconnects until all are current`,
      ours: `${ours!.ms.toFixed(0)} ms`,
      against: `bare ws, ${bare!.ms.toFixed(0)} ms`,
      ratio,
      target: { atMost: 2 },
    }),
    finding({
      area: 'Catch-up',
      what: 'p99 of those who stay, meanwhile',
      ours: `${ours!.storm.toFixed(0)} ms`,
      against: `calm, ${ours!.calm.toFixed(0)} ms`,
      ratio: ours!.storm / ours!.calm,
      target: { atMost: 3 },
    }),
  ];
}
