/** The members who can sign in, by what they are: head or deputy of a department, coordinator, supervisor. */
import { scopeOf } from '../rules/principal.ts';
import type { Scope } from '../rules/principal.ts';
import type { Role } from '../rules/vocabulary.ts';
import type { Directory, DirectoryMember } from './directory.ts';

type Holding = DirectoryMember['roles'][number];

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

/** The coordinators who are to answer now. */
export function coordinatorsOnDuty(directory: Directory, now: Date): string[] {
  return membersWith(directory, ['COORDINATOR'], null, now);
}

/** What a member may see now; null when they can't sign in. */
export function scopeOfMember(directory: Directory, memberId: string, now: Date): Scope | null {
  const member = directory.member(memberId);
  if (member === null || !isActive(member)) return null;
  const roles = member.roles.filter((holding) => isHeld(holding, now));
  return scopeOf({ kind: 'MEMBER', id: member.id, sessionId: '', name: member.name, roles });
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

const isActive = (member: DirectoryMember) => member.disabledAt === null && member.archivedAt === null;
const isHeld = ({ since, until }: Holding, now: Date) => since <= now && (until === null || until > now);
