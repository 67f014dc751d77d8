/**
 * Runs an action to its end: read, decide, commit; and when somebody else was faster, read and decide again. So a rule
 * is always decided on what is committed, without a lock being held while it is decided (docs/adr/0001).
 */
import { commit } from '../events/commit.ts';
import { principalKey } from './audit.ts';
import type { ActionContext, ActionResult, Outcome } from './context.ts';
import type { Draft } from './draft.ts';
import { Refusal } from './refusal.ts';

/** What an attempt came to: a draft to commit, or an answer that needs none. */
export type Attempt =
  | { draft: Draft; outcome: Omit<Outcome, 'cursor'> }
  /** Nothing to write: the state asked for is there already. */
  | { done: Outcome };

/** After so many lost races something is wrong; fifty claims of one card need two. */
const ATTEMPTS = 64;

/** Constraints whose violation means that somebody else was faster: the next attempt sees what they did. */
const RACES: readonly string[] = [
  'complaint_stage_position_key',
  'complaint_externalSource_externalId_key',
  'complaint_access_open',
  'handoff_one_pending',
  'event_one_breach',
  'deadline_complaintId_round_kind_subjectId_generation_key',
];

/**
 * Attempts the action until it is committed or refused. A `Refusal` thrown by the attempt is the answer; any other
 * error is a bug and passes through.
 */
export async function perform(
  ctx: ActionContext,
  action: string,
  attempt: () => Promise<Attempt>,
): Promise<ActionResult> {
  try {
    for (let round = 0; round < ATTEMPTS; round++) {
      const built = await attempt();
      if ('done' in built) return { ok: true, outcome: built.done };
      const [result] = await commit(ctx.db, [built.draft.toChange(action, built.outcome)]);
      if (result?.kind === 'COMMITTED') return { ok: true, outcome: { ...built.outcome, cursor: result.cursor } };
      if (result?.kind === 'CONFLICT') {
        if (result.constraint === 'idempotency_pkey') return { ok: true, outcome: await repeated(ctx) };
        if (!RACES.includes(result.constraint)) throw new Error(`${action}: unexpected conflict ${result.constraint}`);
      }
    }
    throw new Error(`${action}: lost ${ATTEMPTS} races in a row`);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.data };
    throw error;
  }
}

/** The outcome that the same key had at its first use, by a request that ran beside this one. */
async function repeated(ctx: ActionContext): Promise<Outcome> {
  const claim = ctx.idempotency!;
  const row = await ctx.db.prisma.idempotency.findUnique({
    where: { principal_key: { principal: principalKey(ctx.principal), key: claim.key } },
  });
  if (row === null || row.requestHash !== claim.requestHash) throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
  return { ...(row.resultIds as unknown as Outcome), cursor: row.cursor };
}
