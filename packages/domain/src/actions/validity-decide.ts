/** Decides whether a complaint is well founded (是否成立; docs/SPEC.md, IV3–IV4). */
import { suits } from '../rules/resolution.ts';
import type { Validity } from '../rules/vocabulary.ts';
import { attachedIds } from './attached.ts';
import { memberIdOf } from './audit.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { addFindings } from './findings.ts';
import { openInvestigation } from './open-investigation.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface ValidityDecideInput {
  complaintId: string;
  validity: Validity;
  reason: string;
  /** Files of the complaint that show it. Left out: none. */
  evidenceIds?: readonly string[];
  expectedVersion: number | null;
}

/** A later decision of the round takes the place of an earlier one. */
export function validityDecide(ctx: ActionContext, input: ValidityDecideInput): Promise<ActionResult> {
  return perform(ctx, 'validityDecide', async () => {
    const { complaintId, validity, reason } = input;
    const opened = await openInvestigation(ctx, complaintId, input.expectedVersion);
    if (validity === 'UNDETERMINED') throw invalid('validity', 'validityUndetermined');
    const evidenceIds = await attachedIds(ctx, opened, input.evidenceIds ?? [], 'evidenceIds');
    const draft = Draft.of(ctx, opened);
    if (validity === 'UNFOUNDED' && owesSomething(draft)) throw invalid('validity', 'resolutionsAgainstUnfounded');
    const by = { decidedById: memberIdOf(ctx.principal), decidedAt: draft.at };
    const { id } = addFindings(draft, { validity, validityReason: reason, evidenceIds, ...by });
    draft.complaint.validity = validity;
    draft.emit({ type: 'ValidityDecided', payload: { investigationId: id, validity } });
    return { draft, outcome: { complaintId, investigationId: id } };
  });
}

/** Whether a resolution is still to come that only a founded complaint gives a claim to. What was carried out is done. */
function owesSomething({ resolutions }: Draft): boolean {
  return resolutions.some(
    ({ state, kind }) => ['DRAFT', 'OFFERED', 'ACCEPTED'].includes(state) && !suits('UNFOUNDED', kind),
  );
}
