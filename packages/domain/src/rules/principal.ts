/**
 * Who acts, and what follows from who they are: roles, departments, and the permission scope that one answer or one
 * event may be shared in (docs/SPEC.md, VIS1–VIS4).
 */
import type { Role, TokenScope } from './vocabulary.ts';

/** A role as a member holds it: in one department, or (departmentId null) for the company. */
export interface RoleHolding {
  role: Role;
  departmentId: string | null;
}

export interface MemberPrincipal {
  kind: 'MEMBER';
  id: string;
  sessionId: string;
  name: string;
  roles: readonly RoleHolding[];
}

export interface IntegrationPrincipal {
  kind: 'INTEGRATION';
  id: string;
  name: string;
  scopes: readonly TokenScope[];
}

/** A customer at the public form; they hold nothing but what they send. */
export interface CustomerPrincipal {
  kind: 'CUSTOMER';
}

/** The product itself: a clock, a rule, an import, the demo loader. */
export interface SystemPrincipal {
  kind: 'SYSTEM';
  name: 'clock' | 'import' | 'setup';
}

export type Principal = MemberPrincipal | IntegrationPrincipal | CustomerPrincipal | SystemPrincipal;

/** What a principal may see, as the access rows name it: everything, or what is granted to one of these ids. */
export interface Scope {
  /** Equal keys mean equal sight: answers and events may be shared between principals of one key. */
  key: string;
  seesAll: boolean;
  /** Ids of the member and their departments, sorted; empty when `seesAll`. */
  grantees: readonly string[];
}

const SEES_ALL: readonly Role[] = ['SUPERVISOR', 'COORDINATOR', 'EXECUTIVE', 'GENERAL_MANAGER', 'OWNER', 'AUDITOR'];
/** Roles by which a member belongs to a department and sees what is granted to it. */
const BELONGS: readonly Role[] = ['AGENT', 'DEPARTMENT_HEAD', 'DEPUTY_HEAD'];
const LEADS: readonly Role[] = ['DEPARTMENT_HEAD', 'DEPUTY_HEAD'];

/** Whether the member holds the role, in any department. */
export function hasRole(principal: Principal, role: Role): boolean {
  return principal.kind === 'MEMBER' && principal.roles.some((held) => held.role === role);
}

/** Whether the principal decides for the whole board: a coordinator, or the product's own set-up. */
export function coordinates(principal: Principal): boolean {
  return principal.kind === 'SYSTEM' || hasRole(principal, 'COORDINATOR');
}

/** Whether the member belongs to the department: agent, head or deputy. */
export function belongsTo(principal: Principal, departmentId: string | null): boolean {
  return holdsIn(principal, departmentId, BELONGS);
}

/** Whether the member is the department's head or deputy (AB 角): who claims, hands off and answers for it. */
export function leads(principal: Principal, departmentId: string | null): boolean {
  return holdsIn(principal, departmentId, LEADS);
}

/** Whether holding the role in a department makes a member of it; others are held for the company, wherever they stand. */
export function makesMember(role: Role): boolean {
  return BELONGS.includes(role);
}

/** The departments whose head or deputy the member is. */
export function departmentsLed(principal: Principal): string[] {
  if (principal.kind !== 'MEMBER') return [];
  return departmentsOf(principal).filter((id) => leads(principal, id));
}

function holdsIn(principal: Principal, departmentId: string | null, roles: readonly Role[]): boolean {
  if (principal.kind !== 'MEMBER' || departmentId === null) return false;
  return principal.roles.some((held) => held.departmentId === departmentId && roles.includes(held.role));
}

/** The departments that the member belongs to, without repetition. */
export function departmentsOf(principal: Principal): string[] {
  if (principal.kind !== 'MEMBER') return [];
  const ids = principal.roles.filter((held) => makesMember(held.role)).map((held) => held.departmentId);
  return [...new Set(ids.filter((id) => id !== null))];
}

/** Whether a token may change anything. */
export function mayAct(principal: Principal): boolean {
  return principal.kind !== 'INTEGRATION' || principal.scopes.includes('ACT');
}

/**
 * The permission scope of a principal. An ADMIN without another role sees no complaint at all; a customer sees none
 * through the board either. An integration sees what its scopes name: with READ or ACT, every complaint, masked.
 */
export function scopeOf(principal: Principal): Scope {
  const all: Scope = { key: 'all', seesAll: true, grantees: [] };
  if (principal.kind === 'SYSTEM') return all;
  if (principal.kind === 'INTEGRATION') return principal.scopes.length > 0 ? all : nothing;
  if (principal.kind === 'CUSTOMER') return nothing;
  if (principal.roles.some((held) => SEES_ALL.includes(held.role))) return all;
  const departments = departmentsOf(principal);
  if (departments.length === 0) return nothing;
  const grantees = [principal.id, ...departments].sort();
  return { key: grantees.join('+'), seesAll: false, grantees };
}

const nothing: Scope = { key: 'nothing', seesAll: false, grantees: [] };

/** Whether a complaint with these open grants is in sight of the scope. */
export function canSee(scope: Scope, grants: readonly string[]): boolean {
  return scope.seesAll || grants.some((id) => scope.grantees.includes(id));
}
