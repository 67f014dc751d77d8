/**
 * Limits of the work in progress: how many complaints a stage should hold, altogether and of one department
 * (docs/SPEC.md, WL). Where the policy enforces them, one function decides for drag, keyboard and API alike.
 */
/** The limits of one stage; 0 is none. */
export interface WipPolicy {
  /** Of the whole column. */
  column: number;
  /** Of each department in it. */
  department: number;
  /** Of departments that have one of their own, by code. */
  departments: { code: string; limit: number }[];
  /** Whether a move beyond them is refused, or only seen. */
  enforced: boolean;
}

/** No limits. */
export const NO_WIP: WipPolicy = { column: 0, department: 0, departments: [], enforced: false };

/** How many complaints a stage holds, altogether and of the department that one more would be of. */
export interface WipCounts {
  column: number;
  department: number;
}

/** A limit with what stands against it. */
export interface WipLoad {
  limit: number;
  count: number;
  /** The code of the department whose limit it is; null: the column's. */
  departmentCode: string | null;
}

/** How many complaints of a department the stage should hold; null: as many as there are. */
export function departmentLimit({ department, departments }: WipPolicy, code: string | null): number | null {
  const own = departments.find((one) => one.code === code)?.limit ?? department;
  return code === null || own === 0 ? null : own;
}

/** How many complaints the stage should hold; null: as many as there are. */
export function columnLimit({ column }: WipPolicy): number | null {
  return column === 0 ? null : column;
}

/** Whether one more complaint of the department could exceed a limit at all. */
export function isLimited(policy: WipPolicy, departmentCode: string | null): boolean {
  return columnLimit(policy) !== null || departmentLimit(policy, departmentCode) !== null;
}

/** The limit that one more complaint of the department would exceed, the department's before the column's; else null. */
export function exceeded(policy: WipPolicy, counts: WipCounts, departmentCode: string | null): WipLoad | null {
  const own = departmentLimit(policy, departmentCode);
  if (own !== null && counts.department >= own) return { limit: own, count: counts.department, departmentCode };
  const whole = columnLimit(policy);
  return whole !== null && counts.column >= whole ? { limit: whole, count: counts.column, departmentCode: null } : null;
}
