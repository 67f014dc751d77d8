/**
 * docs/PERFORMANCE.md: the machine, the verdicts, and what each bench printed. A bench that was run replaces what it found
 * before; what others found stays, so that they need not all be run in one night. What people wrote between the marks
 * stays, too.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import type { Finding } from './finding.ts';
import { verdictTable } from './finding.ts';

const PAGE = join(root, 'docs/PERFORMANCE.md');
const RESULTS = join(root, 'tests/bench/results.json');
const BEGIN = '<!-- written by hand: begin -->';
const END = '<!-- written by hand: end -->';

/** What one run of a bench found. */
export interface Result {
  /** The machine, as rows of a list. */
  machine: readonly string[];
  /** The version of PostgreSQL; null when none was started. */
  postgres: string | null;
  /** The machine's load when it began: above 1 it was not alone. */
  load: number;
  /** The day, such as 2026-11-22. */
  day: string;
  findings: readonly Finding[];
  /** What it printed. */
  transcript: string;
}

/** Keeps the results, and writes the page of all that are kept. @param known the benches that there are, in order. */
export function writePage(results: ReadonlyMap<string, Result>, known: readonly string[]): void {
  const kept = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, Result>) : {};
  const all = known.flatMap((name): [string, Result][] => {
    const result = results.get(name) ?? kept[name];
    return result === undefined ? [] : [[name, result]];
  });
  writeFileSync(RESULTS, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  writeFileSync(PAGE, page(all));
}

function page(results: readonly [string, Result][]): string {
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const [, byHand = '\n'] = before.split(BEGIN);
  const findings = results.flatMap(([, result]) => result.findings);
  const held = findings.filter(({ holds }) => holds).length;
  return [
    '# Performance',
    '',
    'Written by `npx pnpm bench --write`; absolutes move from machine to machine, ratios count. Each bench runs its',
    'contenders as processes of their own, in turns that are interleaved, with clients in closed loops on the same',
    'machine that cache nothing and check each answer. Medians over the rounds; a ratio is the median of the rounds’',
    'own ratios. How to run one, and to write one: [tests/bench/README.md](../tests/bench/README.md).',
    ...machines(results),
    '',
    '## Verdict',
    '',
    `${held} of ${findings.length} targets hold.`,
    '',
    verdictTable(findings),
    '',
    BEGIN + byHand.split(END)[0]! + END,
    '',
    '## Measurements',
    ...results.flatMap(([name, { day, postgres, load, transcript }]) => [
      '',
      `### ${name}`,
      '',
      `${day}${postgres === null ? '' : `, PostgreSQL ${postgres}`}, begun at a load of ${load.toFixed(1)}`,
      '',
      '```text',
      transcript,
      '```',
    ]),
    '',
  ].join('\n');
}

/** Each machine that something was measured on, and what. */
function machines(results: readonly [string, Result][]): string[] {
  const byMachine = new Map<string, string[]>();
  for (const [name, { machine }] of results) {
    const rows = machine.map((row) => `- ${row}`).join('\n');
    byMachine.set(rows, [...(byMachine.get(rows) ?? []), name]);
  }
  return [...byMachine].flatMap(([rows, names]) => [
    '',
    byMachine.size === 1 ? '## Machine' : `## Machine of ${names.join(', ')}`,
    '',
    rows,
  ]);
}
