/**
 * `pnpm bench [NAME …] [--write]`: runs benches one after the other, all of them without a name, and prints what they
 * found against the targets. `--write` puts it into docs/PERFORMANCE.md, beside what others found before.
 */
import { readdirSync } from 'node:fs';
import type { Finding } from './kit/finding.ts';
import { verdictTable } from './kit/finding.ts';
import { load, machineDescription } from './kit/machine.ts';
import { writePage } from './kit/performance-page.ts';
import type { Result } from './kit/performance-page.ts';
import { postgresVersion } from './kit/bench-company.ts';
import { takeTranscript } from './kit/transcript.ts';

const here = new URL('.', import.meta.url);
const known = readdirSync(here)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const given = process.argv.slice(2);
const writes = given.includes('--write');
const named = given.filter((name) => name !== '--write' && name !== 'all');
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

// What a bench has started ends with it, also when somebody stops it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

interface Bench {
  bench: () => Promise<readonly Finding[] | void>;
}

const results = new Map<string, Result>();
for (const name of named.length > 0 ? named : known) {
  console.log(`\n# ${name}`);
  const { bench } = (await import(new URL(`${name}.bench.ts`, here).href)) as Bench;
  const [began, day] = [load(), new Date().toISOString().slice(0, 10)];
  try {
    const findings = (await bench()) ?? [];
    const [machine, postgres] = [machineDescription(), postgresVersion()];
    results.set(name, { machine, postgres, load: began, day, findings, transcript: takeTranscript() });
  } catch (error) {
    // One that fails does not take the others' figures with it.
    console.error(error);
    takeTranscript();
    process.exitCode = 1;
  }
}
const findings = [...results.values()].flatMap((result) => result.findings);
if (findings.length > 0) console.log(`\n${verdictTable(findings)}`);
if (writes) writePage(results, known);
