/**
 * Recomputes the running clocks of complaints after a policy or a calendar was changed (docs/SPEC.md, PO6–PO8). Safe to
 * call by many, and again: what runs by the newest policies already is left alone.
 */
import { changeEach } from './change-each.ts';
import { renew } from './clocks-renew.ts';
import type { ActionContext } from './context.ts';

/**
 * Gives how many complaints had clocks that moved.
 *
 * @throws UnchangedError for those that can't be recomputed, after all others have been.
 */
export async function clocksRecompute(ctx: ActionContext, complaintIds: readonly string[]): Promise<number> {
  return (await changeEach(ctx, 'clocksRecompute', complaintIds, renew)).complaints;
}
