/** Who changed what, from where: the audit row of a change. Only ids, codes, numbers and times; never free text. */
import type { AuditWrite } from '../events/change.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import type { Principal } from '../rules/principal.ts';
import type { Diff } from './change-diff.ts';
import type { ActionContext } from './context.ts';

/** The id of a principal where it has one. */
export function principalId(principal: Principal): string | null {
  return principal.kind === 'MEMBER' || principal.kind === 'INTEGRATION' ? principal.id : null;
}

/** The id of a member who acts; null for everybody else. */
export function memberIdOf(principal: Principal): string | null {
  return principal.kind === 'MEMBER' ? principal.id : null;
}

/** The principal as idempotency keys are kept for: `MEMBER:<id>`, `SYSTEM:import` … */
export function principalKey(principal: Principal): string {
  if (principal.kind === 'SYSTEM') return `SYSTEM:${principal.name}`;
  return `${principal.kind}:${principalId(principal) ?? 'anonymous'}`;
}

/** Of customers the trail keeps no address and no client: nothing in it could be erased with them (ADR 9). */
export function auditOf(ctx: ActionContext, action: AuditAction, complaintIds: string[], diff: Diff): AuditWrite {
  return {
    action,
    principalKind: ctx.principal.kind,
    principalId: principalId(ctx.principal),
    ...ctx.origin,
    ...(ctx.principal.kind === 'CUSTOMER' && { address: null, userAgent: null }),
    complaintIds,
    diff,
  };
}
