/** Who changed what, from where: the audit row of a change. Only ids, codes, numbers and times; never free text. */
import type { AuditWrite } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import type { Principal } from '../rules/principal.ts';
import type { ActionContext } from './context.ts';

/** The id of a principal where it has one. */
export function principalId(principal: Principal): string | null {
  return principal.kind === 'MEMBER' || principal.kind === 'INTEGRATION' ? principal.id : null;
}

/** The principal as idempotency keys are kept for: `MEMBER:<id>`, `SYSTEM:import` … */
export function principalKey(principal: Principal): string {
  if (principal.kind === 'SYSTEM') return `SYSTEM:${principal.name}`;
  return `${principal.kind}:${principalId(principal) ?? 'anonymous'}`;
}

export function auditOf(
  ctx: ActionContext,
  action: string,
  complaintIds: string[],
  diff: Record<string, unknown>,
): AuditWrite {
  return {
    action,
    principalKind: ctx.principal.kind,
    principalId: principalId(ctx.principal),
    ...ctx.origin,
    complaintIds,
    diff,
  };
}

/** Columns that say nothing about what somebody did. */
const UNTOLD: readonly string[] = ['revision', 'trackingHash', 'wakeAt'];

/** The columns that differ, as [from, to]; everything from null for a new complaint. */
export function diffOf(
  before: TableRows['complaint'] | null,
  after: TableRows['complaint'],
): Record<string, [unknown, unknown]> {
  const diff: Record<string, [unknown, unknown]> = {};
  for (const [column, to] of Object.entries(after)) {
    const from = before === null ? null : before[column as keyof TableRows['complaint']];
    if (!UNTOLD.includes(column) && !same(from, to)) diff[column] = [from, to];
  }
  return diff;
}

function same(a: unknown, b: unknown): boolean {
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}
