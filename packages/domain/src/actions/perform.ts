/**
 * Runs an action to its end: read, decide, commit; and when somebody else was faster, read and decide again. So a rule
 * is always decided on what is committed, without a lock being held while it is decided (docs/adr/0001).
 */
import { commit } from '../events/commit.ts';
import { findFirstUse } from '../reads/repeated.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { complaintsWake } from './complaints-wake.ts';
import type { ActionContext, ActionResult, Outcome } from './context.ts';
import type { Draft } from './draft.ts';
import { joined } from './joined-change.ts';
import { ATTEMPTS, isRace } from './races.ts';
import { Refusal } from './refusal.ts';

/** What an attempt came to: a draft to commit, or an answer that needs none. */
export type Attempt =
  | {
      draft: Draft;
      outcome: Omit<Outcome, 'cursor'>;
      /** Of other complaints that change with it: all of them, or none. */
      also?: readonly Draft[];
    }
  /** Nothing to write: the state asked for is there already. */
  | { done: Outcome };

/**
 * Attempts the action until it is committed or refused. A `Refusal` thrown by the attempt is the answer; any other
 * error is a bug and passes through.
 */
export async function perform(
  ctx: ActionContext,
  action: AuditAction,
  attempt: () => Promise<Attempt>,
): Promise<ActionResult> {
  try {
    return await attemptUntilDone(ctx, action, attempt);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What stands against it may be what this very request has brought about, sent twice and running beside itself.
    const first = await firstOutcome(ctx);
    return first === null ? { ok: false, refusal: error.data } : { ok: true, outcome: first, again: true };
  }
}

async function attemptUntilDone(
  ctx: ActionContext,
  action: AuditAction,
  attempt: () => Promise<Attempt>,
): Promise<ActionResult> {
  for (let round = 0; round < ATTEMPTS; round++) {
    const built = await attempt();
    if ('done' in built) {
      const earlier = await firstOutcome(ctx);
      return { ok: true, outcome: earlier ?? built.done, again: earlier !== null };
    }
    const drafts = [built.draft, ...(built.also ?? [])];
    const late = drafts.filter(({ comesAfterItsTime }) => comesAfterItsTime).map(({ complaint }) => complaint.id);
    if (late.length > 0) {
      await letHappen(ctx, late);
      continue;
    }
    const [first, ...others] = drafts.map((draft) => draft.toChange(action, built.outcome));
    const [result] = await commit(ctx.db, [others.length === 0 ? first! : joined(first!, others)]);
    if (result?.kind === 'COMMITTED') {
      const isAlone = others.length === 0;
      const [left] = drafts.map((draft) => ctx.held?.committed(draft, result, isAlone ? first! : null));
      return { ok: true, outcome: { ...built.outcome, cursor: result.cursor }, left: left ?? null };
    }
    if (result?.kind === 'CONFLICT') {
      if (result.constraint === 'idempotency_pkey') throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
      if (!isRace(result.constraint)) throw new Error(`${action}: unexpected conflict ${result.constraint}`);
    }
  }
  throw new Error(`${action}: lost ${ATTEMPTS} races in a row`);
}

/**
 * What was due before this change happens before it, as the clock's own doing: nobody takes a breach back by being faster
 * than the clock (docs/SPEC.md, CLK10).
 */
async function letHappen(ctx: ActionContext, complaintIds: readonly string[]): Promise<void> {
  const clock: ActionContext = {
    ...ctx,
    principal: { kind: 'SYSTEM', name: 'clock' },
    origin: { via: 'clock', address: null, userAgent: null, requestId: null },
    idempotency: null,
    takesBack: null,
  };
  await complaintsWake(clock, complaintIds);
}

/** What came of the same request when it used its key first; null without a key, and when another request used it. */
async function firstOutcome({ db, principal, idempotency }: ActionContext): Promise<Outcome | null> {
  if (idempotency === null) return null;
  const first = await findFirstUse(db, principal, idempotency.key);
  return first?.requestHash === idempotency.requestHash ? first.outcome : null;
}
