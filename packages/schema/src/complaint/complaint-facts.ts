/** What the rules want to know of a complaint, taken from its view: the same facts the actions decide by. */
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import { unmetContent } from '@redress/domain/rules/case-content';
import type { PermissionFacts } from '@redress/domain/rules/permissions';
import type { Principal } from '@redress/domain/rules/principal';
import type { StageFacts } from '@redress/domain/rules/stages';
import { surveyFacts } from '@redress/domain/rules/survey';

export function permissionFacts(view: ComplaintView): PermissionFacts {
  return {
    stage: view.stage,
    departmentId: view.departmentId,
    isClaimed: view.claimedAt !== null,
    assigneeId: view.assigneeId,
    registrarId: view.registrarId,
    pendingHandoff: view.pendingHandoff,
    isContested: view.contestedAt !== null,
    hold: view.hold,
    escalatedToIds: view.escalatedToIds,
    concernedIds: view.concernedIds,
    survey: surveyFacts(view),
  };
}

export function stageFacts(view: ComplaintView): StageFacts {
  return {
    stage: view.stage,
    hasCategory: view.categoryCode !== null,
    hasSeverity: true,
    hasDepartment: view.departmentId !== null,
    isClaimed: view.claimedAt !== null,
    factsConfirmed: view.factsConfirmedAt !== null,
    firstContact: view.firstContactAt !== null,
    handoffPending: view.pendingHandoff !== null,
    openDuties: view.openDuties,
    unmet: unmetContent(view),
  };
}

/** Whether it is assigned to the caller, or the caller answers for it end to end. Nothing is an integration's. */
export function isMine(principal: Principal | null, view: ComplaintView): boolean {
  return principal?.kind === 'MEMBER' && (view.assigneeId === principal.id || view.processOwnerId === principal.id);
}
