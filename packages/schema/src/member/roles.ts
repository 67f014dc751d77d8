/** What follows from the roles that members hold now. */
import type { Directory, DirectoryMember } from '@redress/domain/reads/directory';
import { currentRoles, isActive } from '@redress/domain/reads/people';
import { makesMember } from '@redress/domain/rules/principal';

type Holding = DirectoryMember['roles'][number];

/** The active members who belong to the department. */
export function activeMembersOf(directory: Directory, departmentId: string, now: Date): DirectoryMember[] {
  const belongs = (held: Holding) => held.departmentId === departmentId && makesMember(held.role);
  return directory.members.filter((member) => isActive(member) && currentRoles(member, now).some(belongs));
}

/** The members of these ids, in their order; who can't sign in any more is still told by name. */
export function membersOf(directory: Directory, ids: readonly string[]): DirectoryMember[] {
  return ids.flatMap((id) => directory.member(id) ?? []);
}
