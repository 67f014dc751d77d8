/** Reports a resolution carried out, with proof (docs/SPEC.md, RS15). */
import { needsConsent } from '../rules/resolution.ts';
import { attachedIds } from './attached.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission } from './open-case.ts';
import { perform } from './perform.ts';
import { keepIn } from './promise-end.ts';
import { invalid } from './refusal.ts';
import { actorId, openResolution, putResolution, settled, withdrawOthers } from './resolution-rows.ts';
import type { Resolution } from './resolution-rows.ts';

export interface ResolutionCarryOutInput {
  id: string;
  /** What proves it: a receipt's number, a parcel's, who handed it over. */
  proofNote: string | null;
  /** Files of the complaint that prove it: a receipt, a photograph, a signed note. Left out: none. */
  proofIds?: readonly string[];
}

/**
 * What the customer accepted is done; the promise that it became is kept. An apology and an explanation need no yes: they
 * are given by being said.
 */
export function resolutionCarryOut(ctx: ActionContext, input: ResolutionCarryOutInput): Promise<ActionResult> {
  return perform(ctx, 'resolutionCarryOut', async () => {
    const { opened, resolution } = await openResolution(ctx, input.id);
    requirePermission(ctx, opened, 'resolve');
    if (!mayBeCarriedOut(resolution)) throw settled(opened.complaint.id, input.id);
    const proofIds = await attachedIds(ctx, opened, input.proofIds ?? [], 'proofIds');
    if (input.proofNote === null && proofIds.length === 0) throw invalid('proofNote', 'proofNeeded');
    const draft = Draft.of(ctx, opened);
    carryOutIn(draft, resolution, { proofNote: input.proofNote, proofIds });
    return { draft, outcome: { complaintId: draft.complaint.id, resolutionId: input.id } };
  });
}

/** Carrying out as a part of a change. */
export function carryOutIn(
  draft: Draft,
  resolution: Resolution,
  proof: Pick<Resolution, 'proofNote' | 'proofIds'>,
): void {
  if (resolution.state === 'OFFERED') withdrawOthers(draft, resolution);
  const done = { carriedOutAt: draft.at, carriedOutById: actorId(draft), ...proof };
  putResolution(draft, { ...resolution, state: 'CARRIED_OUT', ...done });
  draft.emit({ type: 'ResolutionCarriedOut', payload: { resolutionId: resolution.id } });
  const pledge = draft.openPromises.find(({ id }) => id === resolution.promiseId);
  if (pledge !== undefined) keepIn(draft, pledge);
}

function mayBeCarriedOut({ state, kind }: Resolution): boolean {
  return state === 'ACCEPTED' || (state === 'OFFERED' && !needsConsent(kind));
}
