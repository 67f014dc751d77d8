/** The first steps of what is done for a regulator: the complaint is there to see, is the agency's, and theirs to work on. */
import type { TableRows } from '../events/tables.ts';
import type { ComplaintPermissions } from '../rules/permissions.ts';
import { loadCase, loadCaseOf } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { requirePermission, visible } from './open-case.ts';
import { Refusal, invalid } from './refusal.ts';

export type RegulatorOpened = Case & { regulator: TableRows['regulator_case'] };

export async function openRegulator(ctx: ActionContext, id: string): Promise<RegulatorOpened> {
  const opened = visible(ctx, await loadCase(ctx.db, id));
  requirePermission(ctx, opened, 'regulator');
  const { regulator } = opened;
  if (regulator === null) throw invalid('id', 'notARegulatorCase');
  return { ...opened, regulator };
}

/** The case of an answer, and the answer as it is now: read after the case, whose revision guards it. */
export async function openAnswer(
  ctx: ActionContext,
  id: string,
  permission: keyof ComplaintPermissions,
): Promise<{ opened: Case; answer: TableRows['regulator_answer'] }> {
  const opened = visible(ctx, await loadCaseOf(ctx.db, 'regulator_answer', id));
  requirePermission(ctx, opened, permission);
  const answer = await ctx.db.prisma.regulatorAnswer.findUnique({ where: { id } });
  if (answer === null) throw new Refusal({ code: 'NOT_FOUND' });
  return { opened, answer };
}
