/** The one way in which complaints are read: a select list, the joins behind it, and the view of a row. */
import { CUSTOMER_COLUMNS, DEADLINE_COLUMNS, HANDOFF_COLUMNS, HOLD_COLUMNS } from './child-columns.ts';
import { COUNTING_DECLINE } from './contest-sql.ts';
import { fillView, selectList, takeOptional, takeView } from './columns.ts';
import type { ComplaintView, CustomerView, DeadlineView, HandoffView, HoldView } from './complaint-view.ts';

const OWN_COLUMNS = [
  'id',
  'number',
  'kind',
  'channel',
  'severity',
  'stage',
  'position',
  'version',
  'revision',
  'round',
  'categoryCode',
  'departmentId',
  'routedAt',
  'routingRuleId',
  'claimedAt',
  'claimedById',
  'assigneeId',
  'processOwnerId',
  'registrarId',
  'customerId',
  'externalSource',
  'externalId',
  'occurredAt',
  'receivedAt',
  'stageSince',
  'closedAt',
  'firstContactAt',
  'lastContactAt',
  'factsConfirmedAt',
  'contestedAt',
  'supervisedAt',
  'supervisedById',
  'escalationLevel',
  'escalatedToIds',
  'urgeCount',
  'urgedAt',
  'heldUntil',
  'isBreached',
  'consequences',
  'validity',
  'rootCauseCode',
  'reportedAt',
  'consultedAt',
  'offeredAt',
  'resolutionsAgreed',
  'resolutionsUnapproved',
  'resolutionsOpen',
  'surveyedAt',
  'surveyScore',
  'surveyGivenUpAt',
  'finalAnsweredAt',
  'handledByIds',
  'summarisedAt',
  'isRegulator',
  'regulatorOutcomeAt',
  'repliesHeldAt',
  'parentId',
  'mergedIntoId',
  'isGroup',
  'attachmentCount',
  'concernedIds',
] as const satisfies readonly (keyof ComplaintView)[];

const TEXT_COLUMNS = ['subject', 'demand', 'place', 'about'] as const satisfies readonly (keyof ComplaintView)[];

const AT_TEXT = OWN_COLUMNS.length;
const AT_DUTIES = AT_TEXT + TEXT_COLUMNS.length;
const AT_DECLINES = AT_DUTIES + 2;
const AT_CUSTOMER = AT_DECLINES + 1;
const AT_DEADLINE = AT_CUSTOMER + CUSTOMER_COLUMNS.length;
const AT_HANDOFF = AT_DEADLINE + DEADLINE_COLUMNS.length;
const AT_HOLD = AT_HANDOFF + HANDOFF_COLUMNS.length;

/** The select list for `c`, a row of table complaint, joined by `COMPLAINT_JOINS`. */
export const COMPLAINT_SELECT = [
  selectList<ComplaintView>('c', OWN_COLUMNS),
  selectList<ComplaintView>('t', TEXT_COLUMNS),
  'du."open"',
  'du."given"',
  'de."declinedByIds"',
  selectList<CustomerView>('cu', CUSTOMER_COLUMNS),
  selectList<DeadlineView>('d', DEADLINE_COLUMNS),
  selectList<HandoffView>('h', HANDOFF_COLUMNS),
  selectList<HoldView>('ho', HOLD_COLUMNS),
].join(', ');

/** Joins to `c` its open deadline that is due first, as `d`. */
export const NEXT_DEADLINE_JOIN = `LEFT JOIN LATERAL (SELECT * FROM "deadline" AS "running"
    WHERE c."stage" <> 'CLOSED' AND "running"."complaintId" = c."id" AND "running"."state" = 'OPEN' AND NOT "running"."silent"
    ORDER BY "running"."dueAt", "running"."id" LIMIT 1) AS d ON true`;

export const COMPLAINT_JOINS = `
  LEFT JOIN "complaint_text" AS t ON t."complaintId" = c."id"
  LEFT JOIN "customer" AS cu ON cu."id" = c."customerId"
  LEFT JOIN "handoff" AS h ON h."id" = c."pendingHandoffId"
  LEFT JOIN "hold" AS ho ON ho."complaintId" = c."id" AND ho."state" IN ('REQUESTED', 'ACTIVE')
  CROSS JOIN LATERAL (SELECT count(*)::int AS "given",
      count(*) FILTER (WHERE "duty"."doneAt" IS NULL AND "duty"."waivedAt" IS NULL)::int AS "open"
    FROM "duty" WHERE "duty"."complaintId" = c."id" AND "duty"."round" = c."round") AS du
  LEFT JOIN LATERAL (SELECT array_agg(h."toDepartmentId" ORDER BY h."id") AS "declinedByIds"
    FROM "handoff" AS h WHERE ${COUNTING_DECLINE}) AS de ON c."contestedAt" IS NOT NULL
  ${NEXT_DEADLINE_JOIN}`;

/** The complaint whose columns begin at `offset` of a row that was read as an array. */
export function toComplaintView(row: readonly unknown[], offset: number): ComplaintView {
  const view = takeView<ComplaintView>(row, offset, OWN_COLUMNS);
  fillView(view, row, offset + AT_TEXT, TEXT_COLUMNS);
  view.openDuties = row[offset + AT_DUTIES] as number;
  view.givenDuties = row[offset + AT_DUTIES + 1] as number;
  view.declinedByIds = (row[offset + AT_DECLINES] as string[] | null) ?? [];
  view.customer = takeOptional<CustomerView>(row, offset + AT_CUSTOMER, CUSTOMER_COLUMNS);
  view.nextDeadline = takeOptional<DeadlineView>(row, offset + AT_DEADLINE, DEADLINE_COLUMNS);
  view.pendingHandoff = takeOptional<HandoffView>(row, offset + AT_HANDOFF, HANDOFF_COLUMNS);
  view.hold = takeOptional<HoldView>(row, offset + AT_HOLD, HOLD_COLUMNS);
  return view;
}
