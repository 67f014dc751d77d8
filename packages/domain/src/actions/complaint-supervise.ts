/** A coordinator holds a case until it moves, and lets it go again (督办; docs/SPEC.md, ES12). */
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';
import { beginSupervision, endSupervision } from './supervision.ts';

export interface ComplaintSuperviseInput {
  id: string;
  reason: string;
}

export interface ComplaintSuperviseEndInput {
  id: string;
  /** When the supervision that is meant began, for who must not end another one; null or left out: the one that is. */
  since?: Date | null;
  note: string | null;
}

/** The coordinator who asks supervises from now on, also when another one did before. */
export function complaintSupervise(ctx: ActionContext, input: ComplaintSuperviseInput): Promise<ActionResult> {
  return perform(ctx, 'complaintSupervise', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'supervise');
    const { supervisedAt, supervisedById } = opened.complaint;
    const supervisorId = ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null;
    if (supervisedAt !== null && supervisedById === supervisorId) throw invalid('id', 'supervisedAlready');
    const draft = Draft.of(ctx, opened);
    const noteId = draft.note('REASON', input.reason);
    if (noteId === undefined) throw invalid('reason', 'required');
    beginSupervision(draft, { supervisorId, byLadder: false, at: draft.at, noteId });
    return { draft, outcome: { complaintId: input.id } };
  });
}

/** Ends the supervision before the case moved. */
export function complaintSuperviseEnd(ctx: ActionContext, input: ComplaintSuperviseEndInput): Promise<ActionResult> {
  return perform(ctx, 'complaintSuperviseEnd', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'supervise');
    const { supervisedAt } = opened.complaint;
    const isMeant = (input.since ?? supervisedAt)?.getTime() === supervisedAt?.getTime();
    if (supervisedAt === null || !isMeant) throw invalid('id', 'notSupervised');
    const draft = Draft.of(ctx, opened);
    endSupervision(draft, 'BY_HAND', draft.note('COMMENT', input.note));
    return { draft, outcome: { complaintId: input.id } };
  });
}
