/**
 * The figures of a log, computed from its rows alone and by nothing of the product: what the board's figures have to
 * equal after the log was replayed. The published file has no quotation marks, so a comma always ends a cell.
 */
import { readFileSync } from 'node:fs';

export interface LogFigures {
  cases: number;
  /** Times that the group of a case is another one than in the row before. */
  reassignments: number;
  reopenings: number;
  /** Cases whose last row is resolved or closed. */
  resolved: number;
  /** From the opening to the last resolution of these, in milliseconds. */
  p50Ms: number | null;
  p90Ms: number | null;
  /** By the group that has the case in its last row; '?' is one the log does not name. */
  groups: Record<string, { cases: number; p50Ms: number | null; p90Ms: number | null }>;
}

export interface FileFigures {
  figures: LogFigures;
  /** What the log's own counters say at the end of its cases. */
  counted: { reassignments: number; reopenings: number };
}

const DONE = ['Resolved', 'Closed'];

export function fileFigures(path: string): FileFigures {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = header!.split(',');
  const column = (name: string) => columns.indexOf(name);
  const [number, state, group] = [column('number'), column('ident_state'), column('assignment_group')];
  const [opened, updated, resolved] = [column('opened_at'), column('sys_updated_at'), column('resolved_at')];

  const cases = new Map<string, string[][]>();
  for (const line of lines) {
    const cells = line.split(',');
    cases.set(cells[number]!, [...(cases.get(cells[number]!) ?? []), cells]);
  }

  const total = { reassignments: 0, reopenings: 0 };
  const counted = { reassignments: 0, reopenings: 0 };
  const all: number[] = [];
  const byGroup = new Map<string, { cases: number; times: number[] }>();
  for (const rows of cases.values()) {
    const last = rows.at(-1)!;
    let resolvedAt = 0;
    rows.forEach((row, i) => {
      const before = rows[i - 1];
      const [is, was] = [DONE.includes(row[state]!), before !== undefined && DONE.includes(before[state]!)];
      if (before !== undefined && before[group] !== row[group]) total.reassignments += 1;
      if (was && !is) total.reopenings += 1;
      if (is && !was) resolvedAt = minutes(row[updated]!);
    });
    counted.reassignments += Number(last[column('reassignment_count')]);
    counted.reopenings += Number(last[column('reopen_count')]);
    const own = byGroup.get(last[group]!) ?? { cases: 0, times: [] };
    byGroup.set(last[group]!, own);
    own.cases += 1;
    if (!DONE.includes(last[state]!)) continue;
    if (last[resolved] !== '?') resolvedAt = minutes(last[resolved]!);
    const time = (resolvedAt - minutes(last[opened]!)) * 60_000;
    all.push(time);
    own.times.push(time);
  }
  const groups = Object.fromEntries(
    [...byGroup].map(([name, own]) => [name, { cases: own.cases, ...ranks(own.times) }]),
  );
  return { figures: { cases: cases.size, ...total, resolved: all.length, ...ranks(all), groups }, counted };
}

/** `29/2/2016 01:16` in minutes since 1970. */
function minutes(text: string): number {
  const [day, month, year, hour, minute] = text.split(/[/ :]/).map(Number);
  return Date.UTC(year!, month! - 1, day!, hour!, minute!) / 60_000;
}

function ranks(values: readonly number[]): { p50Ms: number | null; p90Ms: number | null } {
  return { p50Ms: rank(values, 0.5), p90Ms: rank(values, 0.9) };
}

/** Nearest rank: the least value that at least this share of the values does not exceed; null when there are none. */
function rank(values: readonly number[], share: number): number | null {
  return [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? null;
}
