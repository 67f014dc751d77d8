/** The entries of inboxes that a change makes: rows of the change itself, written in its statement. */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import type { EventDraft } from '../events/types.ts';
import { coordinatorsOnDuty, leadersOf, membersWith, scopeOfMember } from '../reads/people.ts';
import { isHappening, noticesOf } from '../rules/notices.ts';
import type { NoticeCase, NoticePeople } from '../rules/notices.ts';
import { canSee } from '../rules/principal.ts';
import { principalId } from './audit.ts';
import { grantsOf } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';

/** The case as a change leaves it. */
type Changed = Pick<
  Case,
  'complaint' | 'access' | 'deadlines' | 'pendingHandoff' | 'openDuties' | 'ruling' | 'approvals'
>;

/**
 * The notifications of a change that these events tell of. `before` is the case as it was; null for a new complaint.
 * None in a context that is `silent`.
 */
export function notificationsOf(
  ctx: ActionContext,
  at: Date,
  before: Case | null,
  changed: Changed,
  events: readonly EventDraft[],
): TableRows['notification'][] {
  if (ctx.silent === true) return [];
  const actorId = principalId(ctx.principal);
  const notices = noticesOf(
    events.filter(isHappening),
    { ...noticeCase(before, changed), byCustomer: ctx.principal.kind === 'CUSTOMER' },
    peopleOf(ctx, at, changed),
    actorId,
  );
  const { id: complaintId, round } = changed.complaint;
  return notices.map((notice) => ({
    id: uuidv7(),
    ...notice,
    complaintId,
    round,
    dueAt: null,
    actorKind: ctx.principal.kind,
    actorId,
    at,
    readAt: null,
    takenBackAt: null,
  }));
}

function noticeCase(before: Case | null, changed: Changed): Omit<NoticeCase, 'byCustomer'> {
  const { complaint } = changed;
  return {
    complaintId: complaint.id,
    stage: complaint.stage,
    history: complaint.history,
    departmentId: complaint.departmentId,
    isClaimed: complaint.claimedAt !== null,
    assigneeId: complaint.assigneeId,
    handoffAskedById: (before?.pendingHandoff ?? changed.pendingHandoff)?.requestedById ?? null,
    deadline: (id) => changed.deadlines.find((clock) => clock.id === id) ?? null,
    duty: (id) => [...changed.openDuties, ...(before?.openDuties ?? [])].find((duty) => duty.id === id) ?? null,
    ruling: changed.ruling,
    approval: (id) => approvalOf(changed.approvals.filter(({ resolutionId }) => resolutionId === id)),
  };
}

function approvalOf(steps: Case['approvals']): ReturnType<NoticeCase['approval']> {
  return { askedById: steps[0]?.requestedById ?? null, decidedByIds: steps.map(({ decidedById }) => decidedById) };
}

function peopleOf({ directory }: ActionContext, at: Date, { access }: Changed): NoticePeople {
  const grants = grantsOf(access);
  return {
    leadersOf: (departmentId) => leadersOf(directory, departmentId, at),
    coordinatorsOnDuty: () => coordinatorsOnDuty(directory, at),
    supervisors: () => membersWith(directory, ['SUPERVISOR'], null, at),
    withRole: (role) => membersWith(directory, [role], null, at),
    sees: (memberId) => {
      const scope = scopeOfMember(directory, memberId, at);
      return scope !== null && canSee(scope, grants);
    },
  };
}
