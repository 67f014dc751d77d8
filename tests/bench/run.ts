/**
 * `pnpm bench [NAME …] [--write]`: runs benches one after the other, all of them without a name, and prints what they
 * found against the targets. `--write` puts it into docs/PERFORMANCE.md.
 */
import { readdirSync } from 'node:fs';
import type { Finding } from './kit/finding.ts';
import { verdictTable } from './kit/finding.ts';
import { machineDescription } from './kit/machine.ts';
import { writePage } from './kit/performance-page.ts';
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

const machine = machineDescription(null);
const findings: Finding[] = [];
const transcripts = new Map<string, string>();
for (const name of named.length > 0 ? named : known) {
  console.log(`\n# ${name}`);
  const { bench } = (await import(new URL(`${name}.bench.ts`, here).href)) as Bench;
  try {
    findings.push(...((await bench()) ?? []));
  } catch (error) {
    // One that fails does not take the others' figures with it.
    console.error(error);
    process.exitCode = 1;
  }
  transcripts.set(name, takeTranscript());
}
const versions = [...machine, ...(postgresVersion() === null ? [] : [`PostgreSQL ${postgresVersion()}`])];
if (findings.length > 0) console.log(`\n${verdictTable(findings)}`);
if (writes) writePage({ machine: versions, findings, transcripts });
