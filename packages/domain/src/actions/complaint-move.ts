/** Moves a complaint to a stage and to a place in its column (docs/SPEC.md, MV1–MV9, OR1–OR4, WL1–WL4). */
import { exitCriteria, wipPolicy } from '../reads/policy-values.ts';
import { scopeOf } from '../rules/principal.ts';
import { decideMove } from '../rules/stages.ts';
import type { Stage } from '../rules/vocabulary.ts';
import { stageFacts } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { inTurn } from './in-turn.ts';
import { requirePermission, requireVersion, visible } from './open-case.ts';
import { requireChildrenClosed } from './open-group.ts';
import { beginningWithHeld } from './beginning-with-held.ts';
import { perform } from './perform.ts';
import type { Attempt } from './perform.ts';
import { placeInColumn } from './place-in-column.ts';
import { Refusal, invalid } from './refusal.ts';
import { enter } from './stage-enter.ts';
import { endSupervision } from './supervision.ts';
import { mayOverride } from '../rules/permissions.ts';
import type { WipLoad } from '../rules/wip.ts';
import { wipAtEntry } from './wip-entry.ts';

export interface ComplaintMoveInput {
  id: string;
  toStage: Stage;
  /** Directly below this card; else directly above `beforeId`; neither: on top. */
  afterId: string | null;
  beforeId: string | null;
  expectedVersion: number | null;
  /** Kept with the event; required for a move back and with `override`. */
  reason: string | null;
  override: boolean;
}

/**
 * Moves, or refuses with what is missing. A move within the stage only reorders: it asks for no criteria and leaves the
 * version. Reopening a closed complaint begins a new round.
 */
export function complaintMove(ctx: ActionContext, input: ComplaintMoveInput): Promise<ActionResult> {
  const attempt = (found: Case | null) => attemptOn(ctx, visible(ctx, found), input);
  const move = () => perform(ctx, 'complaintMove', beginningWithHeld(ctx, input.id, attempt));
  return wipPolicy(ctx.directory, input.toStage).enforced ? inTurn(ctx.db, `wip/${input.toStage}`, move) : move();
}

async function attemptOn(ctx: ActionContext, opened: Case, input: ComplaintMoveInput): Promise<Attempt> {
  requirePermission(ctx, opened, 'move');
  requireVersion(opened, input.expectedVersion);
  if (input.toStage === 'CLOSED') await requireChildrenClosed(ctx, opened);
  const entry = await wipAtEntry(ctx, opened.complaint, input.toStage);
  const decided = decide(ctx, opened, input, entry?.full ?? null);
  const scope = scopeOf(ctx.principal);
  const place = ctx.held?.place(scope, input) ?? (await placeInColumn(ctx.db, scope, input));

  const draft = Draft.of(ctx, opened);
  const fromStage = draft.complaint.stage;
  draft.complaint.position = place.position;
  if (fromStage !== input.toStage) enter(draft, input.toStage);
  for (const row of entry?.rows ?? []) draft.insert('wip_entry', { ...row, at: draft.at });
  const noteId = draft.note('REASON', input.reason);
  const reopenedRound = fromStage === 'CLOSED' && input.toStage !== 'CLOSED' ? draft.complaint.round : null;
  draft.emit({
    type: 'ComplaintMoved',
    payload: { fromStage, toStage: input.toStage, ...decided, reopenedRound },
    ...(noteId !== undefined && { noteId }),
  });
  if (fromStage !== input.toStage) endSupervision(draft, 'MOVED');
  return { draft, outcome: { complaintId: input.id, neighbourLeft: place.neighbourLeft } };
}

function decide(
  ctx: ActionContext,
  opened: Case,
  { toStage, reason, override }: ComplaintMoveInput,
  full: WipLoad | null,
) {
  const request = { to: toStage, reason, override, mayOverride: mayOverride(ctx.principal) };
  const decision = decideMove(stageFacts(opened), request, exitCriteria(ctx.directory), full !== null);
  if (decision.ok) return { override: decision.overridden, waived: decision.waived };
  switch (decision.because) {
    case 'OVERRIDE_FORBIDDEN':
      throw new Refusal({ code: 'FORBIDDEN', action: 'override' });
    case 'REASON_REQUIRED':
      throw invalid('reason', override ? 'overrideNeedsReason' : 'moveBackNeedsReason');
    case 'REQUIREMENTS': {
      const { missing, refusal } = decision;
      const complaintId = opened.complaint.id;
      const stands = refusal === 'WIP_LIMIT' ? full : null;
      throw new Refusal({ code: 'STAGE_REQUIREMENTS', complaintId, missing, refusal, full: stands });
    }
  }
}
