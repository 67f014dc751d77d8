/** Puts a complaint on hold (挂起): the customer is waited for, until a date (docs/SPEC.md, HD1–HD5). */
import { uuidv7 } from 'uuidv7';
import { limits } from '../reads/policy-values.ts';
import { DAY_MS } from '../rules/days.ts';
import { memberIdOf } from './audit.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { beginHold } from './hold-begin.ts';
import { requirePermission, requireVersion, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import type { TableRows } from '../events/tables.ts';

export interface ComplaintHoldInput {
  id: string;
  /** What is waited for. */
  reason: string;
  /** When the complaint goes on by itself. */
  until: Date;
  expectedVersion: number | null;
}

/**
 * The hold stands at once, as often in a round as the company's limits say; after that it is asked for, and the clocks
 * run on until somebody else approves it.
 */
export function complaintHold(ctx: ActionContext, input: ComplaintHoldInput): Promise<ActionResult> {
  return perform(ctx, 'complaintHold', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    const { complaint } = opened;
    if (opened.hold !== null)
      throw new Refusal({ code: 'ALREADY_ON_HOLD', complaintId: complaint.id, holdId: opened.hold.id });
    requirePermission(ctx, opened, 'hold');
    requireVersion(opened, input.expectedVersion);
    const reason = input.reason.trim();
    if (reason === '') throw invalid('reason', 'required');
    const draft = Draft.of(ctx, opened);
    const { holdDays, holdsWithoutApproval } = limits(ctx.directory);
    if (input.until <= draft.at) throw invalid('until', 'notInFuture');
    if (input.until.getTime() > draft.at.getTime() + holdDays * DAY_MS)
      throw invalid('until', 'holdTooLong', { days: holdDays });
    if (!(await wasTried(ctx, complaint))) throw new Refusal({ code: 'CONTACT_NOT_TRIED', complaintId: complaint.id });

    const hold: TableRows['hold'] = {
      id: uuidv7(),
      complaintId: complaint.id,
      round: complaint.round,
      state: 'REQUESTED',
      reason,
      until: input.until,
      requestedById: memberIdOf(ctx.principal),
      requestedAt: draft.at,
      decidedById: null,
      decidedAt: null,
      startedAt: null,
      endedAt: null,
    };
    draft.insert('hold', hold);
    draft.hold = hold;
    if (opened.holdsBefore < holdsWithoutApproval) beginHold(draft, hold);
    else draft.emit({ type: 'HoldRequested', payload: { holdId: hold.id, until: hold.until.toISOString() } });
    return { draft, outcome: { complaintId: complaint.id, holdId: hold.id } };
  });
}

/** Whether somebody tried to reach the customer in this round. A contact is never taken back, so the answer holds. */
async function wasTried(ctx: ActionContext, { id, round, roundSince }: TableRows['complaint']): Promise<boolean> {
  const { rows } = await ctx.db.pool.query<{ tried: boolean }>({
    name: 'hold_contact_tried',
    text: `SELECT EXISTS (SELECT 1 FROM "contact" WHERE "complaintId" = $1 AND "round" = $2 AND "at" >= $3
      AND "direction" = 'OUTBOUND') AS "tried"`,
    values: [id, round, roundSince],
  });
  return rows[0]!.tried;
}
