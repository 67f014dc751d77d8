/** A customer who is not satisfied has the case back: a new round, routed anew (docs/SPEC.md, SV6, SV7). */
import { surveyPolicy } from '../reads/policy-values.ts';
import { routeAnew } from '../rules/survey.ts';
import { proposeRoute } from '../rules/triage.ts';
import type { RouteProposal } from '../rules/triage.ts';
import type { Stage } from '../rules/vocabulary.ts';
import { grant, revoke } from './access.ts';
import { stopClimbs } from './climb.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import { leaveHold } from './hold-end.ts';
import { withParents } from './new-complaint.ts';
import { closeHandoff, handoffPayload } from './open-handoff.ts';
import { placeInColumn } from './place-in-column.ts';
import { beginRound, stayWith } from './round-begin.ts';
import { routeTo } from './route-to.ts';
import { endSupervision } from './supervision.ts';

const EVERYTHING = { key: 'all', seesAll: true, grantees: [] } as const;

/** Begins the next round of a case that is being followed up, where triage sends it; else it waits to be routed. */
export async function reopenBySurvey(draft: Draft, handlingScore: number): Promise<void> {
  const { complaint, ctx, at } = draft;
  const before = { departmentId: complaint.departmentId, handlingScore };
  const target = routeAnew(await proposal(draft), before, surveyPolicy(ctx.directory));
  const toStage: Stage = target === null ? 'RECEIVED' : 'CONFIRMED';
  const wasClaimed = complaint.claimedAt !== null;

  leaveHold(draft);
  withdrawHandoff(draft);
  clocks.end(draft);
  stopClimbs(draft);
  beginRound(draft);
  complaint.stage = toStage;
  complaint.stageSince = at;
  const place = { id: complaint.id, toStage, afterId: null, beforeId: null };
  complaint.position = (await placeInColumn(ctx.db, EVERYTHING, place)).position;
  draft.emit({
    type: 'ComplaintMoved',
    payload: { fromStage: 'FOLLOWING_UP', toStage, override: false, waived: [], reopenedRound: complaint.round },
  });
  endSupervision(draft, 'MOVED');
  if (target === null) toCoordinators(draft);
  else if (target.departmentId === before.departmentId) stayWith(draft);
  else routeTo(draft, target.departmentId, { ruleId: target.ruleId });
  if (before.departmentId !== null && complaint.departmentId !== before.departmentId && wasClaimed)
    grant(draft, 'DEPARTMENT', before.departmentId, 'SENT');
  keepOwnClocks(draft);
}

/** What triage proposes for the case as it stands. */
async function proposal({ complaint, ctx }: Draft): Promise<RouteProposal | null> {
  const { rows } = await ctx.db.pool.query<{ region: string | null; place: string | null; about: string | null }>({
    name: 'reopen_facts',
    text: `SELECT cu."region", t."place", t."about" FROM "complaint" AS c
      LEFT JOIN "complaint_text" AS t ON t."complaintId" = c."id" LEFT JOIN "customer" AS cu ON cu."id" = c."customerId"
      WHERE c."id" = $1`,
    values: [complaint.id],
  });
  const { region = null, place = null, about = null } = rows[0] ?? {};
  const categories = withParents(ctx.directory, complaint.categoryCode);
  const facts = { categories, channel: complaint.channel, region: region ?? place, about };
  return proposeRoute(facts, ctx.directory.routingRules);
}

/** Nobody's until a coordinator has routed it: the case waits as one that was just received. */
function toCoordinators(draft: Draft): void {
  const { complaint, at } = draft;
  if (complaint.departmentId !== null) revoke(draft, complaint.departmentId, 'HANDLING');
  complaint.departmentId = null;
  complaint.routedAt = null;
  complaint.routingRuleId = null;
  complaint.assigneeId = null;
  complaint.processOwnerId = null;
  clocks.start(draft, 'DISPATCH', { departmentId: null, startedAt: at });
}

function withdrawHandoff(draft: Draft): void {
  const handoff = draft.pendingHandoff;
  if (handoff === null) return;
  closeHandoff(draft, handoff, { state: 'WITHDRAWN' });
  draft.emit({ type: 'HandoffWithdrawn', payload: handoffPayload(handoff) });
}

/** What was promised and what colleagues owe goes on, with the time that is left. */
function keepOwnClocks(draft: Draft): void {
  const startedAt = draft.at;
  for (const { id, departmentId, dueAt } of draft.openDuties) {
    if (dueAt !== null && dueAt > startedAt)
      clocks.startUntil(draft, 'DUTY', { subjectId: id, departmentId, startedAt }, dueAt);
  }
  for (const { id, dueAt } of draft.openPromises) {
    if (dueAt > startedAt) clocks.startUntil(draft, 'PROMISE', { subjectId: id, departmentId: null, startedAt }, dueAt);
  }
}
