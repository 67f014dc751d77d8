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
  /** From the opening to the last resolution, in milliseconds. */
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
  const times: number[] = [];
  const byGroup = new Map<string, number[]>();
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
    if (last[resolved] !== '?') resolvedAt = minutes(last[resolved]!);
    counted.reassignments += Number(last[column('reassignment_count')]);
    counted.reopenings += Number(last[column('reopen_count')]);
    const time = (resolvedAt - minutes(last[opened]!)) * 60_000;
    times.push(time);
    byGroup.set(last[group]!, [...(byGroup.get(last[group]!) ?? []), time]);
  }
  const groups = Object.fromEntries(
    [...byGroup].map(([name, own]) => [name, { cases: own.length, p50Ms: rank(own, 0.5), p90Ms: rank(own, 0.9) }]),
  );
  return {
    figures: { cases: cases.size, ...total, p50Ms: rank(times, 0.5), p90Ms: rank(times, 0.9), groups },
    counted,
  };
}

/** `29/2/2016 01:16` in minutes since 1970. */
function minutes(text: string): number {
  const [day, month, year, hour, minute] = text.split(/[/ :]/).map(Number);
  return Date.UTC(year!, month! - 1, day!, hour!, minute!) / 60_000;
}

/** Nearest rank: the least value that at least this share of the values does not exceed. */
function rank(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
}
