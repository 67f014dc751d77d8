/**
 * Rulings on contested complaints, and appeals against them (docs/SPEC.md, CT6–CT9). Pure: the time is passed in.
 */
import { coordinates, hasRole, leads } from './principal.ts';
import type { Principal } from './principal.ts';
import type { Stage } from './vocabulary.ts';

export type AppealState = 'NONE' | 'OPEN' | 'UPHELD' | 'OVERTURNED';

/** What the rules need to know of a ruling. */
export interface RulingFacts {
  departmentId: string;
  ruledById: string | null;
  appealUntil: Date;
  appealState: AppealState;
  appealedById: string | null;
  overturnedToId: string | null;
}

/** What they need to know of its complaint. */
export interface RuledFacts {
  stage: Stage;
  departmentId: string | null;
}

export interface RulingPermissions {
  appeal: boolean;
  decide: boolean;
}

/** The department that has the complaint by the ruling, as an appeal left it. */
export function ruledTo(ruling: RulingFacts): string {
  return ruling.overturnedToId ?? ruling.departmentId;
}

/** Whether a decline was wrong (无理退回): the complaint belongs to the very department that sent it back. */
export function isUnjustified(decline: { toDepartmentId: string }, ruledToId: string): boolean {
  return decline.toDepartmentId === ruledToId;
}

/** Whether the ruling can still be appealed: nobody has, its time is not over, and the complaint is where it was sent. */
export function isAppealable(ruling: RulingFacts, complaint: RuledFacts, now: Date): boolean {
  const { appealState, appealUntil, departmentId } = ruling;
  const isThere = complaint.stage !== 'CLOSED' && complaint.departmentId === departmentId;
  return appealState === 'NONE' && now < appealUntil && isThere;
}

/**
 * Whether the ruling stands against asking `toDepartmentId` to take the complaint over. It binds the department that
 * has the complaint by it: until the ruling is final it asks nobody, and after that none of those who were party to the
 * contest. What a third department can do for the customer is not barred by who was right.
 */
export function standsAgainst(
  ruling: RulingFacts,
  complaint: RuledFacts,
  handoff: { toDepartmentId: string; partyIds: readonly string[] },
  now: Date,
): boolean {
  if (complaint.departmentId !== ruledTo(ruling)) return false;
  const isFinal = ruling.appealState !== 'OPEN' && !isAppealable(ruling, complaint, now);
  return !isFinal || handoff.partyIds.includes(handoff.toDepartmentId);
}

/** What a principal who sees the complaint may do with its ruling. */
export function rulingPermissions(
  principal: Principal,
  ruling: RulingFacts,
  complaint: RuledFacts,
  now: Date,
): RulingPermissions {
  return {
    appeal: mayAppeal(principal, ruling) && isAppealable(ruling, complaint, now),
    decide: ruling.appealState === 'OPEN' && mayDecideAppeal(principal, ruling),
  };
}

/** Head and deputy of the department that the ruling named. */
export function mayAppeal(principal: Principal, ruling: RulingFacts): boolean {
  return leads(principal, ruling.departmentId);
}

/**
 * Supervisors, executives, the general manager and coordinators; nobody on their own ruling or appeal. Never a token:
 * who stands behind it is not known.
 */
export function mayDecideAppeal(principal: Principal, { ruledById, appealedById }: RulingFacts): boolean {
  if (principal.kind === 'SYSTEM') return true;
  if (principal.kind !== 'MEMBER' || principal.id === ruledById || principal.id === appealedById) return false;
  return (
    coordinates(principal) ||
    (['SUPERVISOR', 'EXECUTIVE', 'GENERAL_MANAGER'] as const).some((r) => hasRole(principal, r))
  );
}
