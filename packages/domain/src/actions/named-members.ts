/** Whom a level names, at the moment at which it does (docs/SPEC.md, ES2, ES4). */
import type { TableRows } from '../events/tables.ts';
import { coordinatorsOnDuty, leadersOf, membersWith, scopeOfMember } from '../reads/people.ts';
import type { LadderTarget } from '../rules/ladder.ts';
import { canSee } from '../rules/principal.ts';
import { grant } from './access.ts';
import { grantsOf } from './case.ts';
import type { Draft } from './draft.ts';

type Deadline = TableRows['deadline'];

/**
 * The members of these targets, each once, all able to sign in; the coordinators on duty when that is nobody. Who did not
 * see the complaint sees it from now on. `clock` is what was missed; null when a person escalates.
 */
export function nameMembers(draft: Draft, targets: readonly LadderTarget[], clock: Deadline | null): string[] {
  const named = new Set(targets.flatMap((target) => membersOf(draft, target, clock)));
  const reached = [...named].filter((id) => letSee(draft, id));
  const fallback = reached.length > 0 ? [] : coordinatorsOnDuty(draft.ctx.directory, draft.at);
  return [...reached, ...fallback];
}

function membersOf(draft: Draft, target: LadderTarget, clock: Deadline | null): string[] {
  const { directory } = draft.ctx;
  if ('memberId' in target) return [target.memberId];
  // Whom it concerns is asked now, also for a level that should have fired during a stop: they are to act now.
  const at = draft.at;
  switch (target.role) {
    case 'ASSIGNEE':
      return workerOn(draft, clock);
    case 'DEPARTMENT_LEADS': {
      const departmentId = clock?.departmentId ?? draft.complaint.departmentId;
      return departmentId === null ? [] : leadersOf(directory, departmentId, at);
    }
    case 'ON_DUTY_COORDINATOR':
      return coordinatorsOnDuty(directory, at);
    default:
      return membersWith(directory, [target.role], null, at);
  }
}

/** Who works on what the clock watches: a duty's owner, or the assignee while it is their department that is late. */
function workerOn({ complaint, openDuties }: Draft, clock: Deadline | null): string[] {
  const duty = clock?.kind === 'DUTY' ? openDuties.find(({ id }) => id === clock.subjectId) : undefined;
  if (duty !== undefined) return duty.ownerId === null ? [] : [duty.ownerId];
  const elsewhere = clock !== null && clock.departmentId !== null && clock.departmentId !== complaint.departmentId;
  return complaint.assigneeId === null || elsewhere ? [] : [complaint.assigneeId];
}

/** Makes sure that the member sees the complaint; false for who can't sign in, or may see none at all. */
function letSee(draft: Draft, memberId: string): boolean {
  const scope = scopeOfMember(draft.ctx.directory, memberId, draft.at);
  if (scope === null) return false;
  if (canSee(scope, grantsOf(draft.access))) return true;
  if (!scope.grantees.includes(memberId)) return false;
  grant(draft, 'MEMBER', memberId, 'ESCALATED');
  return true;
}
