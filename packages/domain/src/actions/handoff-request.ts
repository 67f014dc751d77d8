/** Asks another department to take a complaint over (转办; docs/SPEC.md, HO1–HO2). */
import { uuidv7 } from 'uuidv7';
import { grant } from './access.ts';
import { loadCase } from './case.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireDepartment } from './known-codes.ts';
import {
  requireNoPendingHandoff,
  requireNotContested,
  requirePermission,
  requireVersion,
  visible,
} from './open-case.ts';
import { requireNoRulingAgainst } from './open-ruling.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface HandoffRequestInput {
  complaintId: string;
  toDepartmentCode: string;
  /** Why it belongs there: what the other department reads first. */
  reason: string;
  expectedVersion: number | null;
}

/** The asking department stays the handling one until the other accepts; the other sees the complaint at once. */
export function handoffRequest(ctx: ActionContext, input: HandoffRequestInput): Promise<ActionResult> {
  return perform(ctx, 'handoffRequest', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requireNoPendingHandoff(opened);
    requireNotContested(opened);
    requirePermission(ctx, opened, 'handOff');
    requireVersion(opened, input.expectedVersion);
    if (input.reason.trim() === '') throw invalid('reason', 'required');
    const from = opened.complaint.departmentId!;
    const to = requireDepartment(ctx, 'toDepartmentCode', input.toDepartmentCode);
    if (to.id === from) throw invalid('toDepartmentCode', 'handoffToItself');
    requireNoRulingAgainst(ctx, opened, to.id);

    const draft = Draft.of(ctx, opened);
    const handoffId = uuidv7();
    draft.insert('handoff', {
      id: handoffId,
      complaintId: opened.complaint.id,
      round: opened.complaint.round,
      fromDepartmentId: from,
      toDepartmentId: to.id,
      state: 'PENDING',
      reason: input.reason.trim(),
      requestedById: ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null,
      requestedAt: draft.at,
      answeredById: null,
      answeredAt: null,
      answerReason: null,
      declinePreset: null,
      belongsToDepartmentId: null,
      rulingId: null,
      unjustified: null,
    });
    draft.complaint.pendingHandoffId = handoffId;
    grant(draft, 'DEPARTMENT', to.id, 'HANDOFF');
    clocks.start(draft, 'CLAIM', { subjectId: handoffId, departmentId: to.id, startedAt: draft.at });
    draft.emit({ type: 'HandoffRequested', payload: { handoffId, fromDepartmentId: from, toDepartmentId: to.id } });
    return { draft, outcome: { complaintId: opened.complaint.id, handoffId } };
  });
}
