/** Asks that a customer be erased (docs/SPEC.md, PD10). Nobody erases alone: a second person has to decide on it. */
import { uuidv7 } from 'uuidv7';
import { openErasures } from '../reads/personal-rows.ts';
import { mayErase } from '../rules/permissions.ts';
import type { ErasureGround } from '../rules/vocabulary.ts';
import { memberIdOf } from './audit.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { eraseDrafts, requireErasable } from './erase.ts';
import { visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface CustomerEraseInput {
  /** One of the customer's complaints. */
  complaintId: string;
  ground: ErasureGround;
  /** The same in words; may be null. */
  reason: string | null;
}

/** A request that nobody decided on lapses. */
const STANDS_DAYS = 30;
const DAY_MS = 86_400_000;

/** The product itself (the command line, the clock) carries it out at once: who looks after the server could anyway. */
export function customerErase(ctx: ActionContext, input: CustomerEraseInput): Promise<ActionResult> {
  return perform(ctx, 'customerErase', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    if (!mayErase(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'erase' });
    const erasable = await requireErasable(ctx, opened.complaint.customerId, 'complaintId');
    const customerId = erasable.customer.id;
    const { complaintId, ground } = input;
    const at = ctx.now();
    const request = {
      id: uuidv7(),
      customerId,
      complaintId,
      ground,
      requestedById: memberIdOf(ctx.principal),
      requestedAt: at,
    };
    if (ctx.principal.kind === 'SYSTEM') {
      const [first, ...also] = await eraseDrafts(ctx, erasable, { first: complaintId, ground });
      const done = { state: 'CARRIED_OUT', noteId: null, lapsesAt: at, decidedById: null, decidedAt: at } as const;
      first!.insert('erasure', { ...request, ...done });
      return { draft: first!, also, outcome: { complaintId, erasureId: request.id } };
    }
    const standing = (await openErasures(ctx.db, customerId)).find(({ lapsesAt }) => lapsesAt > at);
    if (standing !== undefined) throw invalid('complaintId', 'eraseAskedBefore');
    const draft = Draft.of(ctx, opened);
    const noteId = draft.note('REASON', input.reason) ?? null;
    const lapsesAt = new Date(at.getTime() + STANDS_DAYS * DAY_MS);
    const open = { state: 'REQUESTED', noteId, lapsesAt, decidedById: null, decidedAt: null } as const;
    draft.insert('erasure', { ...request, ...open });
    const payload = { erasureId: request.id, customerId, ground };
    draft.emit({ type: 'ErasureRequested', payload, ...(noteId !== null && { noteId }) });
    return { draft, outcome: { complaintId, erasureId: request.id } };
  });
}
