/** What follows from the roles that members hold now. */
import type { Directory, DirectoryMember } from '@redress/domain/reads/directory';
import { makesMember } from '@redress/domain/rules/principal';

type Holding = DirectoryMember['roles'][number];

/** The roles that the member holds at this time. */
export function currentRoles(member: DirectoryMember, now: Date): Holding[] {
  return member.roles.filter((held) => held.since <= now && (held.until === null || held.until > now));
}

/** Whether the member can sign in. */
export function isActive(member: DirectoryMember): boolean {
  return member.disabledAt === null && member.archivedAt === null;
}

/** The active members who belong to the department. */
export function activeMembersOf(directory: Directory, departmentId: string, now: Date): DirectoryMember[] {
  const belongs = (held: Holding) => held.departmentId === departmentId && makesMember(held.role);
  return directory.members.filter((member) => isActive(member) && currentRoles(member, now).some(belongs));
}
