/** What a bench found, against what was set as its target. */

/** A ratio, or whatever else `ratio` is of a finding. */
export type Target = { atLeast: number } | { atMost: number };

export interface Finding {
  /** Such as `Board load`. */
  area: string;
  /** What was measured, such as `changed cursor, 16 clients`. */
  what: string;
  /** With its unit: `880 /s`. */
  ours: string;
  /** Who it is held against, and what they reached: `json_agg limit, 910 /s`. */
  against: string;
  ratio: number;
  target: Target;
  holds: boolean;
}

/** @param measured what was measured; `holds` follows from its ratio and target. */
export function finding(measured: Omit<Finding, 'holds'>): Finding {
  return { ...measured, holds: isWithin(measured.ratio, measured.target) };
}

/** Figures are compared as they are shown. */
function isWithin(ratio: number, target: Target): boolean {
  const shown = Number(ratio.toFixed(2));
  return 'atLeast' in target ? shown >= target.atLeast : shown <= target.atMost;
}

const HEADINGS = ['Area', 'What', 'Ours', 'Against', 'Ratio', 'Target', 'Verdict'];

/** The verdict table, as Markdown that also reads well in a terminal. */
export function verdictTable(findings: readonly Finding[]): string {
  const rows = [HEADINGS, ...findings.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const [head, ...rest] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`,
  );
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest].join('\n');
}

function cells({ area, what, ours, against, ratio, target, holds }: Finding): string[] {
  const aim = 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
  return [area, what, ours, against, ratio.toFixed(2), aim, holds ? 'holds' : 'MISSED'];
}
