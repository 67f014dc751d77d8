/** The first steps of every action of an investigation: in sight, theirs to do, and nobody was faster. */
import { loadCase } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { requirePermission, requireVersion, visible } from './open-case.ts';

/** The case, if the principal investigates it. */
export async function openInvestigation(
  ctx: ActionContext,
  complaintId: string,
  expectedVersion: number | null = null,
): Promise<Case> {
  const opened = visible(ctx, await loadCase(ctx.db, complaintId));
  requirePermission(ctx, opened, 'investigate');
  requireVersion(opened, expectedVersion);
  return opened;
}
