/** The first steps of what is done about a ruling, and what a ruling stands against (docs/SPEC.md, CT5–CT9). */
import type { TableRows } from '../events/tables.ts';
import { isAppealable, isUnjustified, standsAgainst } from '../rules/rulings.ts';
import { loadCaseOf } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import type { Draft } from './draft.ts';
import { visible } from './open-case.ts';
import { Refusal } from './refusal.ts';
import type { RulingSettled } from './refusal.ts';

type Ruling = TableRows['ruling'];

/** The case of a ruling in sight; null instead of the ruling when a later one, or a new round, has replaced it. */
export async function openRuling(
  ctx: ActionContext,
  rulingId: string,
): Promise<{ opened: Case; ruling: Ruling | null }> {
  const opened = visible(ctx, await loadCaseOf(ctx.db, 'ruling', rulingId));
  return { opened, ruling: opened.ruling?.id === rulingId ? opened.ruling : null };
}

/** The refusal that says how far the ruling is settled already. */
export function settled({ complaint }: Case, rulingId: string, because: RulingSettled): Refusal {
  return new Refusal({ code: 'RULING_SETTLED', complaintId: complaint.id, rulingId, because });
}

/** Judges declines by where the complaint belongs: wrong are those of that very department. Gives the ids of those. */
export function judge(draft: Draft, declines: Case['judged'], rulingId: string, departmentId: string): string[] {
  const judged = declines.map((decline) => ({
    ...decline,
    rulingId,
    unjustified: isUnjustified(decline, departmentId),
  }));
  for (const decline of judged) draft.put('handoff', decline);
  return judged.filter(({ unjustified }) => unjustified).map(({ id }) => id);
}

/** Refuses a handoff that would undo the ruling by which the department has the complaint. */
export function requireNoRulingAgainst(ctx: ActionContext, opened: Case, toDepartmentId: string): void {
  const { complaint, ruling, judged } = opened;
  if (ruling === null) return;
  const now = ctx.now();
  const partyIds = [ruling.fromDepartmentId, ruling.departmentId, ...judged.map((decline) => decline.toDepartmentId)];
  if (!standsAgainst(ruling, complaint, { toDepartmentId, partyIds }, now)) return;
  throw new Refusal({
    code: 'RULING_STANDS',
    complaintId: complaint.id,
    rulingId: ruling.id,
    appealable: isAppealable(ruling, complaint, now),
  });
}
