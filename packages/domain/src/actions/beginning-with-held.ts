/** Attempts at a case that begin with what the process holds of it. */
import { loadCase } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import type { Attempt } from './perform.ts';
import { Refusal } from './refusal.ts';

/**
 * The first attempt is made on the held case, if there is one; every other on the case as it is read. A refusal is only
 * believed of a case that was read: what is held may be out of date, which a commit would notice and a refusal does not.
 */
export function beginningWithHeld(
  ctx: ActionContext,
  complaintId: string,
  attempt: (found: Case | null) => Promise<Attempt>,
): () => Promise<Attempt> {
  let isFirst = true;
  return async () => {
    const held = isFirst ? ctx.held?.find(complaintId) : undefined;
    isFirst = false;
    if (held !== undefined) {
      try {
        return await attempt(held);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    const found = await loadCase(ctx.db, complaintId);
    if (found !== null) ctx.held?.keep(found);
    return attempt(found);
  };
}
