/** The first steps of everything that is done with a duty: it is there to see, and it is still open. */
import { loadCaseOfDuty } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { visible } from './open-case.ts';
import { Refusal } from './refusal.ts';
import type { TableRows } from '../events/tables.ts';

/** The case and its open duty; one that has ended is refused with how. */
export async function openDuty(ctx: ActionContext, dutyId: string): Promise<{ opened: Case; duty: TableRows['duty'] }> {
  const opened = visible(ctx, await loadCaseOfDuty(ctx.db, dutyId));
  const duty = opened.openDuties.find((open) => open.id === dutyId);
  if (duty === undefined) throw new Refusal({ code: 'DUTY_ENDED', complaintId: opened.complaint.id, dutyId });
  return { opened, duty };
}
