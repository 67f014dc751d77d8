/** A member as a principal: what the directory says of them now. */
import { createHash } from 'node:crypto';
import type { Directory } from '@redress/domain/reads/directory';
import { asPrincipal } from '@redress/domain/reads/people';
import { scopeOf } from '@redress/domain/rules/principal';
import type { MemberPrincipal, Principal } from '@redress/domain/rules/principal';

/** Null when the member is unknown, disabled or archived. */
export function memberPrincipal(
  directory: Directory,
  memberId: string,
  sessionId: string,
  now: Date,
): MemberPrincipal | null {
  const principal = asPrincipal(directory, memberId, now);
  return principal === null ? null : { ...principal, sessionId };
}

/**
 * Names the sight of a principal: changes whenever what they see or may do on the board could have changed. Every
 * process computes the same name, so a stream can go on at another one.
 */
export function scopeVersionOf(principal: Principal | null): string {
  if (principal === null) return 'none';
  let version = versions.get(principal);
  if (version === undefined) versions.set(principal, (version = computeVersion(principal)));
  return version;
}

/** A principal does not change; who has other roles is another one. */
const versions = new WeakMap<Principal, string>();

function computeVersion(principal: Principal): string {
  const roles =
    principal.kind === 'MEMBER'
      ? principal.roles.map(({ role, departmentId }) => `${role}@${departmentId ?? ''}`).sort()
      : [];
  return createHash('sha256')
    .update([scopeOf(principal).key, ...roles].join('|'))
    .digest('hex')
    .slice(0, 16);
}
