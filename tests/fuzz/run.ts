/** `pnpm fuzz`: runs one seed after the other for as long as one likes; docs/fuzz.md says how to read what it finds. */
import { parseArgs } from 'node:util';
import { FuzzDatabase } from './database.ts';
import { FuzzFailure, runSeed } from './run-seed.ts';
import type { RunOptions } from './run-seed.ts';
import { KEPT_SEEDS } from './seeds.ts';

const { values } = parseArgs({
  options: {
    kept: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '0' },
    clients: { type: 'string', default: '6' },
    servers: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    steps: { type: 'string', default: '600' },
    complaints: { type: 'string', default: '30' },
  },
});

/** What is played: the kept seeds once, or one seed after the other until the time is up. */
function* runs(): Generator<RunOptions> {
  const { kept, ...given } = values;
  if (kept) return yield* KEPT_SEEDS;
  const { minutes, ...options } = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Number(value)]),
  ) as Record<keyof typeof given, number>;
  const until = performance.now() + minutes * 60_000;
  for (let seed = options.seed; ; seed += 1) {
    yield { ...options, seed };
    if (performance.now() >= until) return;
  }
}

const database = await FuzzDatabase.open();
let failed = false;
try {
  for (const options of runs()) {
    const startedAt = performance.now();
    const report = await runSeed(database, options);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`seed ${options.seed}: all is as it must be, in ${seconds} s: ${JSON.stringify(report)}\n`);
  }
} catch (error) {
  failed = true;
  process.stderr.write(
    `${error instanceof FuzzFailure ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.stderr.write(`The logs of the processes and of the database are in ${database.folder}\n`);
}
await database.close(failed);
process.exit(failed ? 1 : 0);
