/** The first steps of every answer to a handoff: it is there to see, still open, and the principal's to answer. */
import { revoke } from './access.ts';
import { loadCaseOfHandoff } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import type { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { Refusal } from './refusal.ts';
import type { TableRows } from '../events/tables.ts';

type Handoff = TableRows['handoff'];

/**
 * The case and its pending handoff. A department that has declined no longer sees the complaint, so its second answer
 * finds nothing; whoever still sees it is told that the handoff was answered.
 */
export async function openHandoff(
  ctx: ActionContext,
  handoffId: string,
  permission: 'answerHandoff' | 'withdrawHandoff',
): Promise<{ opened: Case; handoff: Handoff }> {
  const opened = visible(ctx, await loadCaseOfHandoff(ctx.db, handoffId));
  const handoff = opened.pendingHandoff;
  if (handoff === null || handoff.id !== handoffId) {
    throw new Refusal({ code: 'HANDOFF_ANSWERED', complaintId: opened.complaint.id, handoffId });
  }
  requirePermission(ctx, opened, permission);
  return { opened, handoff };
}

/** Ends the handoff in the draft: its state, who answered, and the sight that only it had given. */
export function closeHandoff(
  draft: Draft,
  handoff: Handoff,
  answer: Partial<Handoff> & Pick<Handoff, 'state'>,
): Handoff {
  const { principal } = draft.ctx;
  const answered: Handoff = {
    ...handoff,
    answeredAt: draft.at,
    answeredById: principal.kind === 'MEMBER' ? principal.id : null,
    ...answer,
  };
  draft.put('handoff', answered);
  draft.complaint.pendingHandoffId = null;
  draft.pendingHandoff = null;
  revoke(draft, handoff.toDepartmentId, 'HANDOFF');
  return answered;
}

/** The payload that every event of a handoff carries. */
export function handoffPayload({ id, fromDepartmentId, toDepartmentId }: Handoff) {
  return { handoffId: id, fromDepartmentId, toDepartmentId };
}
