/** Decides on the appeal against a ruling (docs/SPEC.md, CT9). */
import type { TableRows } from '../events/tables.ts';
import { mayDecideAppeal } from '../rules/rulings.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { sendTo } from './hand-over.ts';
import { requireDepartment } from './known-codes.ts';
import { judge, openRuling, settled } from './open-ruling.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

type Ruling = TableRows['ruling'];

export interface AppealDecideInput {
  /** The ruling. */
  id: string;
  overturn: boolean;
  /** Whose the complaint is instead; given exactly when it is overturned. */
  departmentCode: string | null;
  reason: string;
}

/** Upholds the ruling, or gives the complaint to another department and judges the declines anew. It is the last word. */
export function appealDecide(ctx: ActionContext, input: AppealDecideInput): Promise<ActionResult> {
  return perform(ctx, 'appealDecide', async () => {
    const { opened, ruling } = await openRuling(ctx, input.id);
    if (ruling?.appealState !== 'OPEN') throw settled(opened, input.id, 'NOT_APPEALED');
    if (!mayDecideAppeal(ctx.principal, ruling)) throw new Refusal({ code: 'FORBIDDEN', action: 'decideAppeal' });
    if (input.reason.trim() === '') throw invalid('reason', 'required');
    const overturnedToId = otherDepartment(ctx, ruling, input);

    const draft = Draft.of(ctx, opened);
    draft.put('ruling', {
      ...ruling,
      appealState: overturnedToId === null ? 'UPHELD' : 'OVERTURNED',
      overturnedToId,
      decidedById: ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null,
      decidedAt: draft.at,
      decisionReason: input.reason.trim(),
    });
    if (overturnedToId !== null) overturn(draft, opened, ruling, overturnedToId);
    draft.emit({
      type: 'AppealDecided',
      payload: {
        rulingId: ruling.id,
        overturned: overturnedToId !== null,
        departmentId: overturnedToId ?? ruling.departmentId,
      },
    });
    return { draft, outcome: { complaintId: opened.complaint.id, rulingId: ruling.id } };
  });
}

function otherDepartment(ctx: ActionContext, ruling: Ruling, { overturn, departmentCode }: AppealDecideInput) {
  if (!overturn && departmentCode === null) return null;
  if (!overturn) throw invalid('departmentCode', 'upheldNamesDepartment');
  if (departmentCode === null) throw invalid('departmentCode', 'overturnNamesDepartment');
  const { id } = requireDepartment(ctx, 'departmentCode', departmentCode);
  if (id === ruling.departmentId) throw invalid('departmentCode', 'overturnNamesTheSame');
  return id;
}

/** What has gone elsewhere since, or was closed, stays where it is: only the declines are judged anew. */
function overturn(draft: Draft, opened: Case, ruling: Ruling, departmentId: string): void {
  judge(draft, opened.judged, ruling.id, departmentId);
  const { stage, departmentId: now } = draft.complaint;
  if (stage === 'CLOSED' || now !== ruling.departmentId) return;
  draft.edit();
  sendTo(draft, departmentId);
}
