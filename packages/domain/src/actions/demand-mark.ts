/**
 * Marking a customer's demands as unreasonable (不合理诉求; docs/SPEC.md, UD1–UD4): with evidence, by two people, until a
 * date. It is shown and has no other effect: nobody is served less for it.
 */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import { decidesMark, stands } from '../rules/demand-mark.ts';
import { dueProblem } from '../rules/due.ts';
import { requireAttachments } from './attached.ts';
import { memberIdOf } from './audit.ts';
import { loadCase, loadCaseOf } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface DemandMarkInput {
  complaintId: string;
  /** Why the demands are unreasonable. */
  reason: string;
  /** What shows it, in words and in files of the complaint. */
  evidence: string;
  attachmentIds: string[];
  /** Until when it is shown: at most a year. */
  until: Date;
}

export interface DemandMarkDecideInput {
  id: string;
  approve: boolean;
  /** Required with a no. */
  reason: string | null;
}

export interface DemandUnmarkInput {
  id: string;
  reason: string;
}

/** Asks for the mark: it shows once a second person agrees. A customer has one mark at a time. */
export function demandMark(ctx: ActionContext, input: DemandMarkInput): Promise<ActionResult> {
  return perform(ctx, 'demandMark', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requirePermission(ctx, opened, 'markDemand');
    const { id: complaintId, customerId } = opened.complaint;
    if (customerId === null) throw invalid('complaintId', 'demandAnonymous');
    const draft = Draft.of(ctx, opened);
    const problem = dueProblem(draft.at, input.until);
    if (problem !== null) throw invalid('until', problem);
    if (await hasMark(ctx, customerId, draft.at)) throw invalid('complaintId', 'demandMarkedBefore');
    const files = await requireAttachments(ctx, opened, [...new Set(input.attachmentIds)]);
    const markId = uuidv7();
    draft.insert('demand_mark', {
      id: markId,
      complaintId,
      customerId,
      state: 'REQUESTED',
      reason: input.reason,
      evidence: input.evidence,
      evidenceIds: files.map(({ id }) => id),
      until: input.until,
      markedById: memberIdOf(ctx.principal),
      markedAt: draft.at,
      decidedById: null,
      decidedAt: null,
      decisionReason: null,
      endedById: null,
      endedAt: null,
    });
    draft.emit({ type: 'DemandMarked', payload: { markId, until: input.until.toISOString() } });
    return { draft, outcome: { complaintId } };
  });
}

/** Another supervisor, or a coordinator, agrees or does not. */
export function demandMarkDecide(ctx: ActionContext, input: DemandMarkDecideInput): Promise<ActionResult> {
  return perform(ctx, 'demandMarkDecide', async () => {
    const { opened, mark } = await openMark(ctx, input.id);
    if (!decidesMark(ctx.principal, mark)) throw new Refusal({ code: 'FORBIDDEN', action: 'demandMarkDecide' });
    const { id: complaintId } = opened.complaint;
    const draft = Draft.of(ctx, opened);
    if (mark.state !== 'REQUESTED' || !stands(mark, draft.at))
      throw new Refusal({ code: 'REVIEW_SETTLED', complaintId });
    const by = memberIdOf(ctx.principal);
    if (!input.approve && input.reason === null) throw invalid('reason', 'required');
    const state = input.approve ? 'ACTIVE' : 'REFUSED';
    draft.put('demand_mark', {
      ...mark,
      state,
      decidedById: by,
      decidedAt: draft.at,
      decisionReason: input.reason,
    });
    const payload = { markId: mark.id, approved: input.approve, askedById: mark.markedById };
    draft.emit({ type: 'DemandMarkDecided', payload });
    return { draft, outcome: { complaintId } };
  });
}

/** Takes it back before its date, also while nobody has decided. */
export function demandUnmark(ctx: ActionContext, input: DemandUnmarkInput): Promise<ActionResult> {
  return perform(ctx, 'demandUnmark', async () => {
    const { opened, mark } = await openMark(ctx, input.id);
    requirePermission(ctx, opened, 'markDemand');
    const { id: complaintId } = opened.complaint;
    const draft = Draft.of(ctx, opened);
    if (!stands(mark, draft.at)) throw new Refusal({ code: 'REVIEW_SETTLED', complaintId });
    draft.put('demand_mark', {
      ...mark,
      state: 'ENDED',
      endedById: memberIdOf(ctx.principal),
      endedAt: draft.at,
    });
    const noteId = draft.note('REASON', input.reason);
    draft.emit({ type: 'DemandUnmarked', payload: { markId: mark.id }, ...(noteId !== undefined && { noteId }) });
    return { draft, outcome: { complaintId } };
  });
}

/** The mark with the complaint where it was made: read after the case, whose revision guards it. */
async function openMark(ctx: ActionContext, id: string): Promise<{ opened: Case; mark: TableRows['demand_mark'] }> {
  const opened = visible(ctx, await loadCaseOf(ctx.db, 'demand_mark', id));
  return { opened, mark: await ctx.db.prisma.demandMark.findUniqueOrThrow({ where: { id } }) };
}

async function hasMark({ db }: ActionContext, customerId: string, at: Date): Promise<boolean> {
  const where = { customerId, state: { in: ['REQUESTED', 'ACTIVE'] as ('REQUESTED' | 'ACTIVE')[] }, until: { gt: at } };
  return (await db.prisma.demandMark.count({ where })) > 0;
}
