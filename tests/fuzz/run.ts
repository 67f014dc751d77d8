/** `pnpm fuzz`: runs one seed after the other for as long as one likes; docs/fuzz.md says how to read what it finds. */
import { parseArgs } from 'node:util';
import { FuzzDatabase } from './database.ts';
import { FuzzFailure, runSeed } from './run-seed.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '0' },
    clients: { type: 'string', default: '6' },
    servers: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    steps: { type: 'string', default: '600' },
    complaints: { type: 'string', default: '30' },
  },
});
const { seed, minutes, ...rest } = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)]),
) as Record<keyof typeof values, number>;

const until = performance.now() + minutes * 60_000;
const database = await FuzzDatabase.open();
let failed = false;
try {
  for (let next = seed; ; next += 1) {
    const startedAt = performance.now();
    const report = await runSeed(database, { seed: next, ...rest });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`seed ${next}: all is as it must be, in ${seconds} s: ${JSON.stringify(report)}\n`);
    if (performance.now() >= until) break;
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
