/** Gives the duties that a complaint's category asks for (docs/SPEC.md, DU8–DU10). */
import { hasOwn, limits, policyValue } from '../reads/policy-values.ts';
import type { Directory } from '../reads/directory.ts';
import { planTemplate } from '../rules/duty-template.ts';
import type { DutyTemplatePolicy, TemplatePlan } from '../rules/duty-template.ts';
import { memberIdOf } from './audit.ts';
import { loadCase } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { putDuty } from './duty-put.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface DutiesFromTemplateInput {
  complaintId: string;
}

/** Adds the lines that no duty of this round was made from; the answer says how many. */
export function dutiesFromTemplate(ctx: ActionContext, input: DutiesFromTemplateInput): Promise<ActionResult> {
  return perform(ctx, 'dutiesFromTemplate', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.complaintId));
    requirePermission(ctx, opened, 'giveDuty');
    const draft = Draft.of(ctx, opened);
    const planned = plan(draft);
    if (planned === null) throw invalid('complaintId', 'noDutyTemplate');
    const { openDuties: max } = limits(ctx.directory);
    if (planned.skip.some(({ because }) => because === 'LIMIT'))
      throw invalid('complaintId', 'tooManyOpenDuties', { max });
    if (planned.give.length === 0) throw invalid('complaintId', 'dutyTemplateGiven');
    give(draft, planned);
    return { draft, outcome: { complaintId: opened.complaint.id, given: planned.give.length } };
  });
}

/**
 * A department takes the complaint on: the list that its category asks for is given, once a round. What can't be given
 * never stands in the way of the claim; the trail says what was left out, and why.
 */
export function giveTemplateOnce(draft: Draft): void {
  if (draft.ctx.origin.via === 'import') return;
  const planned = plan(draft);
  if (planned !== null && !planned.begun) give(draft, planned);
}

interface Planned extends TemplatePlan {
  categoryCode: string;
}

function plan(draft: Draft): Planned | null {
  const { directory } = draft.ctx;
  const found = templateOf(directory, draft.complaint.categoryCode);
  if (found === null) return null;
  const situation = {
    given: draft.templateKeys,
    room: limits(directory).openDuties - draft.openDuties.length,
    knows: (code: string) => directory.departmentByCode(code)?.archivedAt === null,
  };
  return { categoryCode: found.categoryCode, ...planTemplate(found.categoryCode, found.template, situation) };
}

/** The template of the category, else of its parent, and so on upwards; null when none of them has one. */
function templateOf(
  directory: Directory,
  code: string | null,
): { categoryCode: string; template: DutyTemplatePolicy } | null {
  const seen = new Set<string>();
  for (let at = directory.category(code); at !== null && !seen.has(at.code); at = directory.category(at.parentCode)) {
    seen.add(at.code);
    if (!hasOwn(directory, 'dutyTemplate', at.code)) continue;
    return { categoryCode: at.code, template: policyValue(directory, 'dutyTemplate', at.code)! };
  }
  return null;
}

function give(draft: Draft, { categoryCode, give: lines, skip }: Planned): void {
  const { directory, principal } = draft.ctx;
  for (const { key, duty } of lines) {
    const departmentId = directory.departmentByCode(duty.departmentCode)!.id;
    const row = {
      departmentId,
      ownerId: duty.owner === 'HEAD' ? headOf(draft, departmentId) : null,
      what: duty.what,
      whatEn: duty.whatEn,
      templateKey: key,
      givenById: memberIdOf(principal),
      due: { minutes: duty.minutes },
    };
    putDuty(draft, row, (event) => draft.emitAfterwards(event));
  }
  for (const { because, lines: skipped } of skip) {
    draft.emitAfterwards({ type: 'DutyLinesSkipped', payload: { categoryCode, lines: skipped, because } });
  }
}

/** The head of the department who was first made it; null when it has none now. */
function headOf({ ctx, at }: Draft, departmentId: string): string | null {
  const heads = ctx.directory.members.filter(
    ({ roles, disabledAt, archivedAt }) =>
      disabledAt === null &&
      archivedAt === null &&
      roles.some(
        ({ role, departmentId: held, since, until }) =>
          role === 'DEPARTMENT_HEAD' && held === departmentId && since <= at && (until === null || until > at),
      ),
  );
  return heads[0]?.id ?? null;
}
