/** The members who can sign in, by what they are: head or deputy of a department, coordinator, supervisor. */
import { canSee, scopeOf } from '../rules/principal.ts';
import type { MemberPrincipal, Scope } from '../rules/principal.ts';
import { onDuty, turnsOf } from '../rules/roster.ts';
import type { RosterPolicy, Turn } from '../rules/roster.ts';
import type { Role } from '../rules/vocabulary.ts';
import type { Directory, DirectoryMember } from './directory.ts';
import { policyValue } from './policy-values.ts';

type Holding = DirectoryMember['roles'][number];

/** Key of the duty roster of the coordination group. */
export const COORDINATION_ROSTER = 'COORDINATION';

/** Holdings of members who can sign in, by role; made once for each reading of the directory. */
const byRole = new WeakMap<readonly DirectoryMember[], Map<Role, Holding[]>>();

/** Ids of the active members who hold one of the roles now: in the department, or (null) wherever. */
export function membersWith(
  directory: Directory,
  roles: readonly Role[],
  departmentId: string | null,
  now: Date,
): string[] {
  const holdings = roles.flatMap((role) => holdingsOf(directory, role));
  const held = holdings.filter(
    (holding) => (departmentId === null || holding.departmentId === departmentId) && isHeld(holding, now),
  );
  return [...new Set(held.map(({ memberId }) => memberId))];
}

/** Head and deputies (AB 角) of the department. */
export function leadersOf(directory: Directory, departmentId: string, now: Date): string[] {
  return membersWith(directory, ['DEPARTMENT_HEAD', 'DEPUTY_HEAD'], departmentId, now);
}

/** The coordinators who are to answer now: those on duty by the roster; all of them when it names none who is active. */
export function coordinatorsOnDuty(directory: Directory, now: Date): string[] {
  const coordinators = membersWith(directory, ['COORDINATOR'], null, now);
  const roster = policyValue(directory, 'roster', COORDINATION_ROSTER);
  const rostered = roster === null ? [] : onDuty(roster, now).filter((id) => coordinators.includes(id));
  return rostered.length > 0 ? rostered : coordinators;
}

/**
 * Who would answer by this roster, turn by turn: members who can't sign in or no longer coordinate count as nobody. In
 * a turn of nobody every coordinator is asked.
 */
export function answeringTurns(directory: Directory, roster: RosterPolicy, from: Date, to: Date, now: Date): Turn[] {
  const coordinators = membersWith(directory, ['COORDINATOR'], null, now);
  const kept = (ids: string[]) => ids.filter((id) => coordinators.includes(id));
  const { timeZone, shifts, exceptions } = roster;
  return turnsOf(
    {
      timeZone,
      shifts: shifts.map((shift) => ({ ...shift, memberIds: kept(shift.memberIds) })),
      exceptions: exceptions.map((exception) => ({ ...exception, memberIds: kept(exception.memberIds) })),
    },
    from,
    to,
  );
}

/** What a member may see now; null when they can't sign in. */
export function scopeOfMember(directory: Directory, memberId: string, now: Date): Scope | null {
  const member = asPrincipal(directory, memberId, now);
  return member === null ? null : scopeOf(member);
}

/** The member as one who acts, though not in a session; null when they can't sign in. */
export function asPrincipal(directory: Directory, memberId: string, now: Date): MemberPrincipal | null {
  const member = directory.member(memberId);
  if (member === null || !isActive(member)) return null;
  const roles = currentRoles(member, now).map(({ role, departmentId }) => ({ role, departmentId }));
  return { kind: 'MEMBER', id: member.id, sessionId: '', name: member.name, roles };
}

/** The roles that the member holds at this time. */
export function currentRoles(member: DirectoryMember, now: Date): Holding[] {
  return member.roles.filter((holding) => isHeld(holding, now));
}

/** Whether the member can sign in. */
export function isActive(member: DirectoryMember): boolean {
  return member.disabledAt === null && member.archivedAt === null;
}

/** The same of the member of this id; of nobody: false. */
export function canSignIn(directory: Directory, memberId: string): boolean {
  const member = directory.member(memberId);
  return member !== null && isActive(member);
}

/** The members who can sign in and see a complaint with these open grants. */
export function readersOf(directory: Directory, grants: readonly string[], now: Date): DirectoryMember[] {
  return directory.members.filter(({ id }) => {
    const scope = scopeOfMember(directory, id, now);
    return scope !== null && canSee(scope, grants);
  });
}

function holdingsOf(directory: Directory, role: Role): Holding[] {
  let index = byRole.get(directory.members);
  if (index === undefined) {
    index = new Map();
    for (const member of directory.members) {
      if (!isActive(member)) continue;
      for (const holding of member.roles) index.set(holding.role, [...(index.get(holding.role) ?? []), holding]);
    }
    byRole.set(directory.members, index);
  }
  return index.get(role) ?? [];
}

const isHeld = ({ since, until }: Holding, now: Date) => since <= now && (until === null || until > now);
