/** Who may look into a complaint, who may know whose fault it was, and what an unfounded one may be settled with (IV). */
import { coordinates, hasRole, leads } from './principal.ts';
import type { Principal } from './principal.ts';
import type { Role } from './vocabulary.ts';

/** How many go on a home visit, and how many sit together in a consultation, at least. */
export const FEWEST_TOGETHER = 2;
/** As many as anybody will name; more is a slip. */
export const MOST_TOGETHER = 20;

/** Whether the complaint is about this principal: they neither investigate nor decide it. */
export function isConcerned(principal: Principal, concernedIds: readonly string[]): boolean {
  return principal.kind === 'MEMBER' && concernedIds.includes(principal.id);
}

/** Who says whose fault it was, and who reads it besides. */
const JUDGES: readonly Role[] = ['EXECUTIVE', 'GENERAL_MANAGER'];
const READERS: readonly Role[] = [...JUDGES, 'OWNER', 'AUDITOR'];

/** Whether the principal may say which department is responsible (定责): coordinators and executives, never a token. */
export function decidesResponsibility(principal: Principal): boolean {
  return coordinates(principal) || JUDGES.some((role) => hasRole(principal, role));
}

/** Whether the principal may know which department is responsible: who decides it, and that department's own head. */
export function readsResponsibility(principal: Principal, responsibleDepartmentId: string | null): boolean {
  if (coordinates(principal) || READERS.some((role) => hasRole(principal, role))) return true;
  return leads(principal, responsibleDepartmentId);
}
