/** docs/PERFORMANCE.md: the machine, the verdicts, and what each bench printed. What people wrote between the marks stays. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import type { Finding } from './finding.ts';
import { verdictTable } from './finding.ts';

const PAGE = join(root, 'docs/PERFORMANCE.md');
const BEGIN = '<!-- written by hand: begin -->';
const END = '<!-- written by hand: end -->';

export interface Page {
  machine: readonly string[];
  findings: readonly Finding[];
  /** By bench, what it printed. */
  transcripts: ReadonlyMap<string, string>;
}

export function writePage({ machine, findings, transcripts }: Page): void {
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const [, kept = '\n'] = before.split(BEGIN);
  const held = findings.filter(({ holds }) => holds).length;
  writeFileSync(
    PAGE,
    [
      '# Performance',
      '',
      'Written by `npx pnpm bench --write`; absolutes move from machine to machine, ratios count. Each bench runs its',
      'contenders as processes of their own, in turns that are interleaved, with clients in closed loops on the same',
      'machine that cache nothing and check each answer. Medians over the rounds; a ratio is the median of the rounds’',
      'own ratios. How to run one, and to write one: [tests/bench/README.md](../tests/bench/README.md).',
      '',
      '## Machine',
      '',
      ...machine.map((line) => `- ${line}`),
      '',
      '## Verdict',
      '',
      `${held} of ${findings.length} targets hold.`,
      '',
      verdictTable(findings),
      '',
      BEGIN + kept.split(END)[0]! + END,
      '',
      '## Measurements',
      ...[...transcripts].flatMap(([name, text]) => ['', `### ${name}`, '', '```text', text, '```']),
      '',
    ].join('\n'),
  );
}
