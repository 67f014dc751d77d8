/** Appeals against a ruling (申诉; docs/SPEC.md, CT8). */
import { isAppealable, mayAppeal } from '../rules/rulings.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { openRuling, settled } from './open-ruling.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface RulingAppealInput {
  id: string;
  reason: string;
}

/** Head or deputy of the department that the ruling named, once, and in time. It goes on having the complaint meanwhile. */
export function rulingAppeal(ctx: ActionContext, input: RulingAppealInput): Promise<ActionResult> {
  return perform(ctx, 'rulingAppeal', async () => {
    const { opened, ruling } = await openRuling(ctx, input.id);
    if (ruling !== null && ruling.appealState !== 'NONE') throw settled(opened, ruling.id, 'APPEALED');
    if (ruling !== null && !mayAppeal(ctx.principal, ruling))
      throw new Refusal({ code: 'FORBIDDEN', action: 'appeal' });
    const draft = Draft.of(ctx, opened);
    if (ruling === null || !isAppealable(ruling, opened.complaint, draft.at)) {
      throw settled(opened, input.id, 'APPEAL_OVER');
    }
    const appealReason = input.reason.trim();
    if (appealReason === '') throw invalid('reason', 'required');

    draft.put('ruling', {
      ...ruling,
      appealState: 'OPEN',
      appealReason,
      appealedById: ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null,
      appealedAt: draft.at,
    });
    draft.emit({ type: 'RulingAppealed', payload: { rulingId: ruling.id } });
    return { draft, outcome: { complaintId: opened.complaint.id, rulingId: ruling.id } };
  });
}
