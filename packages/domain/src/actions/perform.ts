/**
 * Runs an action to its end: read, decide, commit; and when somebody else was faster, read and decide again. So a rule
 * is always decided on what is committed, without a lock being held while it is decided (docs/adr/0001).
 */
import { commit } from '../events/commit.ts';
import { findFirstUse } from '../reads/repeated.ts';
import type { ActionContext, ActionResult, Outcome } from './context.ts';
import type { Draft } from './draft.ts';
import { Refusal } from './refusal.ts';

/** What an attempt came to: a draft to commit, or an answer that needs none. */
export type Attempt =
  | { draft: Draft; outcome: Omit<Outcome, 'cursor'> }
  /** Nothing to write: the state asked for is there already. */
  | { done: Outcome };

/** After so many lost races something is wrong; fifty claims of one card need two. */
export const ATTEMPTS = 64;

/** Constraints whose violation means that somebody else was faster: the next attempt sees what they did. */
const RACES: readonly string[] = [
  'complaint_stage_position_key',
  'complaint_externalSource_externalId_key',
  'complaint_access_open',
  'handoff_one_pending',
  'event_one_breach',
  'event_one_warning',
  'event_one_level',
  'hold_one_open',
  'escalation_one_per_deadline',
  'deadline_complaintId_round_kind_subjectId_generation_key',
];

/** Throws when the constraint is none that somebody else's being faster would violate: trying again would not help. */
export function requireRace(action: string, constraint: string): void {
  if (!RACES.includes(constraint)) throw new Error(`${action}: unexpected conflict ${constraint}`);
}

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
    return { ok: true, outcome: await attemptUntilDone(ctx, action, attempt) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What stands against it may be what this very request has brought about, sent twice and running beside itself.
    const first = await firstOutcome(ctx);
    return first === null ? { ok: false, refusal: error.data } : { ok: true, outcome: first };
  }
}

async function attemptUntilDone(ctx: ActionContext, action: string, attempt: () => Promise<Attempt>): Promise<Outcome> {
  for (let round = 0; round < ATTEMPTS; round++) {
    const built = await attempt();
    if ('done' in built) return (await firstOutcome(ctx)) ?? built.done;
    const [result] = await commit(ctx.db, [built.draft.toChange(action, built.outcome)]);
    if (result?.kind === 'COMMITTED') return { ...built.outcome, cursor: result.cursor };
    if (result?.kind === 'CONFLICT') {
      if (result.constraint === 'idempotency_pkey') throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
      requireRace(action, result.constraint);
    }
  }
  throw new Error(`${action}: lost ${ATTEMPTS} races in a row`);
}

/** What came of the same request when it used its key first; null without a key, and when another request used it. */
async function firstOutcome({ db, principal, idempotency }: ActionContext): Promise<Outcome | null> {
  if (idempotency === null) return null;
  const first = await findFirstUse(db, principal, idempotency.key);
  return first?.requestHash === idempotency.requestHash ? first.outcome : null;
}
