/**
 * What belongs to complaints, read for many complaints at once: pages, counts and single rows. The caller has made sure
 * that the complaints may be seen.
 */
import type { Database } from '@redress/prisma/client';
import {
  ATTACHMENT_COLUMNS,
  CONSULTATION_COLUMNS,
  APPROVAL_COLUMNS,
  CONTACT_COLUMNS,
  DEADLINE_COLUMNS,
  DUTY_COLUMNS,
  ESCALATION_COLUMNS,
  HANDOFF_COLUMNS,
  HOLD_COLUMNS,
  PROMISE_COLUMNS,
  RESOLUTION_COLUMNS,
  RULING_COLUMNS,
  VISIT_COLUMNS,
  SURVEY_COLUMNS,
  CUSTOMER_MESSAGE_COLUMNS,
  FINAL_ANSWER_COLUMNS,
  REGULATOR_ANSWER_COLUMNS,
  REPLY_COLUMNS,
  DEMAND_MARK_COLUMNS,
} from './child-columns.ts';
import { selectList, takeView } from './columns.ts';
import type {
  AttachmentView,
  ConsultationView,
  ApprovalView,
  ContactView,
  DeadlineView,
  DutyView,
  EscalationView,
  HandoffView,
  HoldView,
  PromiseView,
  ResolutionView,
  RulingView,
  VisitView,
  SurveyView,
  CustomerMessageView,
  FinalAnswerView,
  RegulatorAnswerView,
  ReplyView,
  DemandMarkView,
} from './complaint-view.ts';
import { toPage } from './connection.ts';
import type { KeyPart, Page, PageRequest } from './connection.ts';
import { statementName } from './statement.ts';

interface Child {
  id: string;
  complaintId: string;
}

/** A table of children and the order in which they are listed. */
export interface ChildTable<T extends Child> {
  name: string;
  columns: readonly (keyof T & string)[];
  /** The moment by which it is ordered; the id decides between equal ones. */
  orderedBy: keyof T & string;
  newestFirst: boolean;
  /** Rows that are listed and counted, as a condition on `x`; all of them when it is left out. */
  only?: string;
}

export const DEADLINES: ChildTable<DeadlineView> = {
  name: 'deadline',
  columns: DEADLINE_COLUMNS,
  orderedBy: 'dueAt',
  newestFirst: false,
};
export const HANDOFFS: ChildTable<HandoffView> = {
  name: 'handoff',
  columns: HANDOFF_COLUMNS,
  orderedBy: 'requestedAt',
  newestFirst: true,
};
export const DUTIES: ChildTable<DutyView> = {
  name: 'duty',
  columns: DUTY_COLUMNS,
  orderedBy: 'givenAt',
  newestFirst: false,
};
export const ESCALATIONS: ChildTable<EscalationView> = {
  name: 'escalation',
  columns: ESCALATION_COLUMNS,
  orderedBy: 'startedAt',
  newestFirst: true,
};
export const CONTACTS: ChildTable<ContactView> = {
  name: 'contact',
  columns: CONTACT_COLUMNS,
  orderedBy: 'at',
  newestFirst: true,
};
export const RULINGS: ChildTable<RulingView> = {
  name: 'ruling',
  columns: RULING_COLUMNS,
  orderedBy: 'ruledAt',
  newestFirst: true,
};
export const HOLDS: ChildTable<HoldView> = {
  name: 'hold',
  columns: HOLD_COLUMNS,
  orderedBy: 'requestedAt',
  newestFirst: true,
};
export const PROMISES: ChildTable<PromiseView> = {
  name: 'promise',
  columns: PROMISE_COLUMNS,
  orderedBy: 'madeAt',
  newestFirst: false,
};

export const ATTACHMENTS: ChildTable<AttachmentView> = {
  name: 'attachment',
  columns: ATTACHMENT_COLUMNS,
  orderedBy: 'at',
  newestFirst: true,
  only: `x."state" = 'READY'`,
};
export const CONSULTATIONS: ChildTable<ConsultationView> = {
  name: 'consultation',
  columns: CONSULTATION_COLUMNS,
  orderedBy: 'at',
  newestFirst: true,
};
export const SURVEYS: ChildTable<SurveyView> = {
  name: 'survey',
  columns: SURVEY_COLUMNS,
  orderedBy: 'askedAt',
  newestFirst: true,
};
export const CUSTOMER_MESSAGES: ChildTable<CustomerMessageView> = {
  name: 'customer_message',
  columns: CUSTOMER_MESSAGE_COLUMNS,
  orderedBy: 'createdAt',
  newestFirst: true,
};
export const FINAL_ANSWERS: ChildTable<FinalAnswerView> = {
  name: 'final_answer',
  columns: FINAL_ANSWER_COLUMNS,
  orderedBy: 'requestedAt',
  newestFirst: true,
};

export const REGULATOR_ANSWERS: ChildTable<RegulatorAnswerView> = {
  name: 'regulator_answer',
  columns: REGULATOR_ANSWER_COLUMNS,
  orderedBy: 'writtenAt',
  newestFirst: true,
};
export const REPLIES: ChildTable<ReplyView> = {
  name: 'reply_draft',
  columns: REPLY_COLUMNS,
  orderedBy: 'draftedAt',
  newestFirst: true,
};
export const DEMAND_MARKS: ChildTable<DemandMarkView> = {
  name: 'demand_mark',
  columns: DEMAND_MARK_COLUMNS,
  orderedBy: 'markedAt',
  newestFirst: true,
};

export const VISITS: ChildTable<VisitView> = {
  name: 'visit',
  columns: VISIT_COLUMNS,
  orderedBy: 'at',
  newestFirst: true,
};
export const RESOLUTIONS: ChildTable<ResolutionView> = {
  name: 'resolution',
  columns: RESOLUTION_COLUMNS,
  orderedBy: 'proposedAt',
  newestFirst: false,
};
export const APPROVALS: ChildTable<ApprovalView> = {
  name: 'approval',
  columns: APPROVAL_COLUMNS,
  orderedBy: 'requestedAt',
  newestFirst: false,
};

/** The rows of these ids, in no particular order. */
export async function loadChildren<T extends Child>(
  db: Database,
  table: ChildTable<T>,
  ids: readonly string[],
): Promise<T[]> {
  const text = `SELECT ${selectList<T>('x', table.columns)} FROM "${table.name}" AS x WHERE x."id" = ANY($1::uuid[])`;
  const { rows } = await db.pool.query<unknown[]>({ name: statementName(text), text, values: [ids], rowMode: 'array' });
  return rows.map((row) => takeView<T>(row, 0, table.columns));
}

/** A page of one complaint's children. Its keys are a moment (RFC 3339) and an id. */
export interface ChildPageRequest {
  complaintId: string;
  request: PageRequest;
}

/** The pages, in the order of the requests: one statement for all of them. Pages run forwards only. */
export async function loadChildPages<T extends Child>(
  db: Database,
  table: ChildTable<T>,
  requests: readonly ChildPageRequest[],
): Promise<Page<T>[]> {
  const [sign, way] = table.newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const at = `x."${table.orderedBy}"`;
  const text = `SELECT k."n", ${selectList<T>('x', table.columns)}
    FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::int[])
      WITH ORDINALITY AS k("complaintId", "afterAt", "afterId", "limit", "n")
    CROSS JOIN LATERAL (SELECT * FROM "${table.name}" AS x
      WHERE x."complaintId" = k."complaintId" AND ${table.only ?? 'true'}
        AND (k."afterAt" IS NULL OR (${at}, x."id") ${sign} (k."afterAt", k."afterId"))
      ORDER BY ${at} ${way}, x."id" ${way} LIMIT k."limit") AS x
    ORDER BY k."n", ${at} ${way}, x."id" ${way}`;
  const values = [
    requests.map(({ complaintId }) => complaintId),
    requests.map(({ request }) => request.after?.[0] ?? null),
    requests.map(({ request }) => request.after?.[1] ?? null),
    requests.map(({ request }) => request.limit + 1),
  ];
  const { rows } = await db.pool.query<unknown[]>({ name: statementName(text), text, values, rowMode: 'array' });
  const found: T[][] = requests.map(() => []);
  for (const row of rows) found[Number(row[0]) - 1]!.push(takeView<T>(row, 1, table.columns));
  const keyOf = (view: T): KeyPart[] => [(view[table.orderedBy] as Date).toISOString(), view.id];
  return requests.map(({ request }, i) => toPage(table.name, request, found[i]!, keyOf));
}

/** How many children each complaint has; a complaint without any is left out. */
export async function countChildren<T extends Child>(
  db: Database,
  table: ChildTable<T>,
  complaintIds: readonly string[],
): Promise<Map<string, number>> {
  const text = `SELECT "complaintId", count(*)::int AS "count" FROM "${table.name}" AS x
    WHERE "complaintId" = ANY($1::uuid[]) AND ${table.only ?? 'true'} GROUP BY "complaintId"`;
  const statement = { name: statementName(text), text, values: [complaintIds] };
  const { rows } = await db.pool.query<{ complaintId: string; count: number }>(statement);
  return new Map(rows.map((row) => [row.complaintId, row.count]));
}

/** The escalation of each complaint that stands and reached the highest level; a complaint without one is left out. */
export async function loadStandingEscalations(
  db: Database,
  complaintIds: readonly string[],
): Promise<Map<string, EscalationView>> {
  const text = `SELECT DISTINCT ON (x."complaintId") ${selectList<EscalationView>('x', ESCALATION_COLUMNS)}
    FROM "escalation" AS x
    WHERE x."complaintId" = ANY($1::uuid[]) AND x."state" IN ('RUNNING', 'FINISHED') AND x."level" > 0
    ORDER BY x."complaintId", x."level" DESC, x."startedAt" DESC, x."id"`;
  const statement = { name: statementName(text), text, values: [complaintIds], rowMode: 'array' as const };
  const { rows } = await db.pool.query<unknown[]>(statement);
  return new Map(
    rows.map((row) => takeView<EscalationView>(row, 0, ESCALATION_COLUMNS)).map((view) => [view.complaintId, view]),
  );
}
