/** What stands against a complaint's entering a stage by a move, where its limits are enforced (docs/SPEC.md, WL1–WL4). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import { wipPolicy } from '../reads/policy-values.ts';
import type { Stage } from '../rules/vocabulary.ts';
import { columnLimit, departmentLimit, exceeded, isLimited } from '../rules/wip.ts';
import type { WipLoad } from '../rules/wip.ts';
import type { ActionContext } from './context.ts';

export interface WipEntry {
  /** The limit that one more would exceed; null when there is room. */
  full: WipLoad | null;
  /**
   * To be written with the move: the next number of each cell. Whoever counted at the same moment takes the same number,
   * is refused by its constraint, and counts again: so of two that fit one by one and not together, one goes in.
   */
  rows: Omit<TableRows['wip_entry'], 'at'>[];
}

/** Null where nothing is enforced: the move stays in its stage, reopens a case, or goes where no limit stands. */
export async function wipAtEntry(
  { db, directory }: ActionContext,
  { stage: from, departmentId }: Pick<TableRows['complaint'], 'stage' | 'departmentId'>,
  to: Stage,
): Promise<WipEntry | null> {
  const policy = wipPolicy(directory, to);
  const code = directory.department(departmentId)?.code ?? null;
  const limits = [columnLimit(policy), departmentLimit(policy, code)];
  if (from === to || from === 'CLOSED' || !policy.enforced || !isLimited(policy, code)) return null;
  const [column, department] = [to, `${to}:${departmentId}`];
  // One statement, and so one moment: the numbers belong to the counts.
  const { rows } = await db.pool.query<Counted>({
    name: 'wip_at_entry',
    text: COUNT,
    values: [to, departmentId, column, department],
  });
  const counted = rows[0]!;
  const cells = [
    { cell: column, n: counted.columnEntries + 1 },
    { cell: department, n: counted.departmentEntries + 1 },
  ].filter((_, i) => limits[i] !== null);
  return {
    full: exceeded(policy, counted, code),
    rows: cells.map((entry) => ({ id: uuidv7(), ...entry })),
  };
}

interface Counted {
  column: number;
  department: number;
  columnEntries: number;
  departmentEntries: number;
}

const COUNT = `SELECT
  (SELECT count(*)::int FROM "complaint" WHERE "stage" = $1::"Stage") AS "column",
  (SELECT count(*)::int FROM "complaint" WHERE "stage" = $1::"Stage" AND "departmentId" = $2::uuid) AS "department",
  (SELECT coalesce(max("n"), 0) FROM "wip_entry" WHERE "cell" = $3) AS "columnEntries",
  (SELECT coalesce(max("n"), 0) FROM "wip_entry" WHERE "cell" = $4) AS "departmentEntries"`;
