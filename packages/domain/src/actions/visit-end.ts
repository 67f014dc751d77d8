/** What became of a home visit: done with a signed record, nobody at home, or called off (docs/SPEC.md, VT3–VT4). */
import type { TableRows } from '../events/tables.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { requireAttachment } from './attached.ts';
import { memberIdOf } from './audit.ts';
import { loadCaseOf } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

type Visit = TableRows['visit'];
type Ended = Partial<Visit> & Pick<Visit, 'state'>;

export interface VisitDoneInput {
  id: string;
  /** What was seen and said. */
  record: string;
  /** The record as it was signed: a file of the complaint. Left out: it lies elsewhere. */
  recordFileId?: string | null;
}

export interface VisitEndInput {
  id: string;
  note: string | null;
}

/** The visitors were there, and the customer signed the record. */
export function visitDone(ctx: ActionContext, input: VisitDoneInput): Promise<ActionResult> {
  return endVisit(ctx, 'visitDone', input.id, async ({ at }, draft) => {
    if (at > draft.at) throw invalid('id', 'visitAhead');
    const { record, recordFileId = null } = input;
    if (recordFileId !== null) await requireAttachment(ctx, draft, recordFileId, 'recordFileId');
    return { state: 'DONE', record, recordFileId };
  });
}

/** The visitors stood before a closed door. */
export function visitNoShow(ctx: ActionContext, input: VisitEndInput): Promise<ActionResult> {
  return endVisit(ctx, 'visitNoShow', input.id, ({ at }, draft) => {
    if (at > draft.at) throw invalid('id', 'visitAhead');
    return { state: 'NO_SHOW', record: input.note };
  });
}

/** Nobody goes. */
export function visitCancel(ctx: ActionContext, input: VisitEndInput): Promise<ActionResult> {
  return endVisit(ctx, 'visitCancel', input.id, () => {
    if (!input.note?.trim()) throw invalid('reason', 'required');
    return { state: 'CANCELLED', record: input.note };
  });
}

/** Closing calls off what is still to come. */
export function cancelVisits(draft: Draft): void {
  for (const visit of draft.plannedVisits) settle(draft, visit, { state: 'CANCELLED' });
}

function endVisit(
  ctx: ActionContext,
  action: AuditAction,
  id: string,
  ended: (visit: Visit, draft: Draft) => Ended | Promise<Ended>,
): Promise<ActionResult> {
  return perform(ctx, action, async () => {
    const opened = visible(ctx, await loadCaseOf(ctx.db, 'visit', id));
    requirePermission(ctx, opened, 'investigate');
    const visit = opened.plannedVisits.find((planned) => planned.id === id);
    if (visit === undefined) throw invalid('id', 'visitEnded');
    const draft = Draft.of(ctx, opened);
    settle(draft, visit, await ended(visit, draft));
    return { draft, outcome: { complaintId: opened.complaint.id, visitId: id } };
  });
}

function settle(draft: Draft, visit: Visit, change: Ended): void {
  const by = { endedById: memberIdOf(draft.ctx.principal), endedAt: draft.at };
  draft.put('visit', { ...visit, ...change, ...by });
  draft.plannedVisits = draft.plannedVisits.filter(({ id }) => id !== visit.id);
  draft.emit({ type: 'VisitEnded', payload: { visitId: visit.id, state: change.state } });
}
