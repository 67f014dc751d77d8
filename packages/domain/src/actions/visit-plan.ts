/** Plans a home visit (上门): an appointment with the customer, and who goes (docs/SPEC.md, VT1–VT2). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import { scopeOfMember } from '../reads/people.ts';
import { dueProblem } from '../rules/due.ts';
import { canSee } from '../rules/principal.ts';
import { memberIdOf } from './audit.ts';
import { grantsOf } from './case.ts';
import type { Case } from './case.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { openInvestigation } from './open-investigation.ts';
import { perform } from './perform.ts';
import { Refusal, invalid } from './refusal.ts';
import { requireTogether } from './unconcerned.ts';

export interface VisitPlanInput {
  complaintId: string;
  at: Date;
  place: string;
  visitorIds: string[];
}

/** Of one complaint at a time: more are a slip. */
const MOST_PLANNED = 5;

export function visitPlan(ctx: ActionContext, input: VisitPlanInput): Promise<ActionResult> {
  return perform(ctx, 'visitPlan', async () => {
    const opened = await openInvestigation(ctx, input.complaintId);
    const draft = Draft.of(ctx, opened);
    const problem = dueProblem(draft.at, input.at);
    if (problem !== null) throw invalid('at', problem);
    if (draft.plannedVisits.length >= MOST_PLANNED)
      throw invalid('complaintId', 'tooManyVisits', { max: MOST_PLANNED });
    const visitorIds = requireTogether(ctx, opened, 'visitorIds', input.visitorIds);
    requireSight(ctx, opened, visitorIds);
    const visit: TableRows['visit'] = {
      id: uuidv7(),
      complaintId: input.complaintId,
      round: opened.complaint.round,
      state: 'PLANNED',
      at: input.at,
      place: input.place,
      visitorIds,
      record: null,
      recordFileId: null,
      plannedById: memberIdOf(ctx.principal),
      plannedAt: draft.at,
      endedById: null,
      endedAt: null,
    };
    draft.insert('visit', visit);
    draft.plannedVisits = [...draft.plannedVisits, visit];
    draft.emit({ type: 'VisitPlanned', payload: { visitId: visit.id, at: input.at.toISOString() } });
    return { draft, outcome: { complaintId: input.complaintId, visitId: visit.id } };
  });
}

/** Who goes to see the customer has read what it is about. */
function requireSight(ctx: ActionContext, { access }: Case, visitorIds: readonly string[]): void {
  const grants = grantsOf(access);
  const issues = visitorIds.flatMap((id, i) => {
    const scope = scopeOfMember(ctx.directory, id, ctx.now());
    return scope !== null && canSee(scope, grants)
      ? []
      : [{ path: ['visitorIds', String(i)], key: 'mentionedCannotSee' }];
  });
  if (issues.length > 0) throw new Refusal({ code: 'INVALID_INPUT', issues });
}
