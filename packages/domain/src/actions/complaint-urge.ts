/** Urges whoever has a complaint to go on with it (催办; docs/SPEC.md, ES11). */
import { lastUrgeBy } from '../reads/last-urge.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';

export interface ComplaintUrgeInput {
  id: string;
  message: string;
}

/** A push that can't be told from the one before it is noise. */
const PAUSE_SECONDS = 60;

export function complaintUrge(ctx: ActionContext, input: ComplaintUrgeInput): Promise<ActionResult> {
  return perform(ctx, 'complaintUrge', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'urge');
    const draft = Draft.of(ctx, opened);
    await requirePause(draft);
    const noteId = draft.note('COMMENT', input.message);
    if (noteId === undefined) throw invalid('message', 'required');
    draft.complaint.urgeCount += 1;
    draft.complaint.urgedAt = draft.at;
    draft.emit({ type: 'ComplaintUrged', payload: { departmentId: draft.complaint.departmentId }, noteId });
    return { draft, outcome: { complaintId: input.id } };
  });
}

/** Refuses a member who urged the same complaint a moment ago. */
async function requirePause({ ctx, at, complaint }: Draft): Promise<void> {
  if (ctx.principal.kind !== 'MEMBER') return;
  const last = await lastUrgeBy(ctx.db, complaint.id, ctx.principal.id);
  const passed = last === null ? PAUSE_SECONDS : (at.getTime() - last.getTime()) / 1_000;
  if (passed < PAUSE_SECONDS) {
    throw new Refusal({ code: 'RATE_LIMITED', retryAfterSeconds: Math.ceil(PAUSE_SECONDS - passed) });
  }
}
