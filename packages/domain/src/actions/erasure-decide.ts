/** The second person's word on an erasure (docs/SPEC.md, PD10): carried out, or turned down. */
import { findErasure } from '../reads/personal-rows.ts';
import { mayDecideErasure, mayErase } from '../rules/permissions.ts';
import { memberIdOf } from './audit.ts';
import { loadCaseOf } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { eraseDrafts, requireErasable } from './erase.ts';
import { visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface ErasureDecideInput {
  id: string;
  approve: boolean;
  /** Why not; required to turn it down. */
  reason: string | null;
}

/** Who asked may take it back, and never carries it out. */
export function erasureDecide(ctx: ActionContext, input: ErasureDecideInput): Promise<ActionResult> {
  return perform(ctx, 'erasureDecide', async () => {
    const opened = visible(ctx, await loadCaseOf(ctx.db, 'erasure', input.id));
    if (!mayErase(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'erase' });
    const asked = (await findErasure(ctx.db, input.id))!;
    if (asked.state !== 'REQUESTED') throw invalid('id', 'erasureSettled');
    const outcome = { complaintId: asked.complaintId, erasureId: asked.id };
    if (!input.approve) {
      if (!input.reason?.trim()) throw invalid('reason', 'required');
      const draft = Draft.of(ctx, opened);
      const noteId = draft.note('REASON', input.reason)!;
      const settled = { state: 'REFUSED', decidedById: memberIdOf(ctx.principal), decidedAt: draft.at } as const;
      draft.put('erasure', { ...asked, ...settled });
      const payload = { erasureId: asked.id, customerId: asked.customerId };
      draft.emit({ type: 'ErasureRefused', payload, noteId });
      return { draft, outcome };
    }
    if (asked.lapsesAt <= ctx.now()) throw invalid('id', 'erasureLapsed');
    if (!mayDecideErasure(ctx.principal, asked)) throw invalid('id', 'eraseOwnRequest');
    const erasable = await requireErasable(ctx, asked.customerId, 'id');
    const [first, ...also] = await eraseDrafts(ctx, erasable, { first: asked.complaintId, ground: asked.ground });
    return { draft: first!, also, outcome };
  });
}
