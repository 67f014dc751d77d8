/**
 * A case: a complaint with everything of its current round that rules look at, read in one statement. It is valid for
 * its revision: a change that is built on it is guarded by that revision.
 */
import type { Database } from '@redress/prisma/client';
import type { TableRows } from '../events/tables.ts';
import type { FilterFacts } from '../events/types.ts';
import { COUNTING_DECLINE } from '../reads/contest-sql.ts';
import { mergedInto } from '../reads/merged.ts';
import { anyOf } from '../reads/params.ts';
import type { PermissionFacts } from '../rules/permissions.ts';
import { unmetContent } from '../rules/case-content.ts';
import { surveyFacts } from '../rules/survey.ts';
import type { StageFacts } from '../rules/stages.ts';

/** A complaint that was merged into the case. */
export interface Absorbed {
  id: string;
  round: number;
  facts: FilterFacts;
  /** Grants that are open now. */
  access: TableRows['complaint_access'][];
}

export interface Case {
  complaint: TableRows['complaint'];
  /** Grants that are open now. */
  access: TableRows['complaint_access'][];
  /** Clocks that run, and the newest generation of those that stopped in this round. */
  deadlines: TableRows['deadline'][];
  pendingHandoff: TableRows['handoff'] | null;
  /** Declines of this round that no ruling has judged and nothing has settled since, oldest first. */
  declines: TableRows['handoff'][];
  openDuties: TableRows['duty'][];
  /** The hold that stands, or that waits for its approval. */
  hold: TableRows['hold'] | null;
  /** How many holds of this round have stood. */
  holdsBefore: number;
  /** Escalations that stand: nobody took them on, and what set them off still lasts. */
  escalations: TableRows['escalation'][];
  /** The newest ruling of this round. */
  ruling: TableRows['ruling'] | null;
  /** The declines that it judged, oldest first. */
  judged: TableRows['handoff'][];
  openPromises: TableRows['promise'][];
  /** The investigation of this round; null before its first finding. */
  investigation: TableRows['investigation'] | null;
  /** The visits of this round that are still to come. */
  plannedVisits: TableRows['visit'][];
  /** The resolutions of this round, the oldest first, with the steps of their approvals in order. */
  resolutions: TableRows['resolution'][];
  approvals: TableRows['approval'][];
  /** The survey of this round; null before it was asked. */
  survey: TableRows['survey'] | null;
  /** The group case that it leads or belongs to; null without one. */
  group: TableRows['group_case'] | null;
  /** What was merged into it, with the grants that are open there: who comes to see the one sees the other. */
  absorbed: Absorbed[];
  /** The final answer of this round that waits for its review; null without one. */
  finalAnswer: TableRows['final_answer'] | null;
  /** What makes it a regulator's case; null when it is none. */
  regulator: TableRows['regulator_case'] | null;
  /** The template lines that duties of this round were made from, ended ones included. */
  templateKeys: string[];
}

interface CaseRow {
  complaint: TableRows['complaint'];
  access: Raw[] | null;
  deadlines: Raw[] | null;
  handoff: Raw | null;
  declines: Raw[] | null;
  duties: Raw[] | null;
  hold: Raw | null;
  holdsBefore: number;
  escalations: Raw[] | null;
  ruling: Raw | null;
  judged: Raw[] | null;
  promises: Raw[] | null;
  investigation: Raw | null;
  visits: Raw[] | null;
  resolutions: Raw[] | null;
  approvals: Raw[] | null;
  survey: Raw | null;
  group: Raw | null;
  absorbed: { complaint: Raw; access: Raw[] | null }[] | null;
  finalAnswer: Raw | null;
  regulator: Raw | null;
  templateKeys: string[] | null;
}
type Raw = Record<string, unknown>;

const SQL = `SELECT c.*,
  (SELECT jsonb_agg(to_jsonb(a)) FROM "complaint_access" a WHERE a."complaintId" = c."id" AND a."until" IS NULL) AS "#access",
  (SELECT jsonb_agg(to_jsonb(d)) FROM (
     SELECT DISTINCT ON ("kind", "subjectId") * FROM "deadline"
     WHERE "complaintId" = c."id" AND "round" = c."round" ORDER BY "kind", "subjectId", "generation" DESC
   ) d) AS "#deadlines",
  (SELECT to_jsonb(h) FROM "handoff" h WHERE h."id" = c."pendingHandoffId") AS "#handoff",
  (SELECT jsonb_agg(to_jsonb(u)) FROM "duty" u
   WHERE u."complaintId" = c."id" AND u."doneAt" IS NULL AND u."waivedAt" IS NULL) AS "#duties",
  (SELECT jsonb_agg(to_jsonb(h) ORDER BY h."id") FROM "handoff" h
   WHERE ${COUNTING_DECLINE}) AS "#declines",
  (SELECT to_jsonb(h) FROM "hold" h
   WHERE h."complaintId" = c."id" AND h."state" IN ('REQUESTED', 'ACTIVE')) AS "#hold",
  (SELECT count(*)::int FROM "hold" h
   WHERE h."complaintId" = c."id" AND h."round" = c."round" AND h."startedAt" IS NOT NULL) AS "#holdsBefore",
  (SELECT jsonb_agg(to_jsonb(e)) FROM "escalation" e
   WHERE e."complaintId" = c."id" AND e."state" IN ('RUNNING', 'FINISHED')) AS "#escalations",
  (SELECT to_jsonb(r) FROM "ruling" r
   WHERE r."complaintId" = c."id" AND r."round" = c."round" ORDER BY r."id" DESC LIMIT 1) AS "#ruling",
  (SELECT jsonb_agg(to_jsonb(h) ORDER BY h."id") FROM "handoff" h
   WHERE h."complaintId" = c."id" AND h."rulingId" = (SELECT r."id" FROM "ruling" r
     WHERE r."complaintId" = c."id" AND r."round" = c."round" ORDER BY r."id" DESC LIMIT 1)) AS "#judged",
  (SELECT jsonb_agg(to_jsonb(p)) FROM "promise" p
   WHERE p."complaintId" = c."id" AND p."state" = 'OPEN') AS "#promises",
  (SELECT to_jsonb(i) FROM "investigation" i
   WHERE i."complaintId" = c."id" AND i."round" = c."round") AS "#investigation",
  (SELECT jsonb_agg(to_jsonb(v) ORDER BY v."at", v."id") FROM "visit" v
   WHERE v."complaintId" = c."id" AND v."round" = c."round" AND v."state" = 'PLANNED') AS "#visits",
  (SELECT jsonb_agg(to_jsonb(r) ORDER BY r."id") FROM "resolution" r
   WHERE r."complaintId" = c."id" AND r."round" = c."round") AS "#resolutions",
  (SELECT jsonb_agg(to_jsonb(a) ORDER BY a."resolutionId", a."step") FROM "approval" a JOIN "resolution" r
   ON r."id" = a."resolutionId" WHERE a."complaintId" = c."id" AND r."round" = c."round") AS "#approvals",
  (SELECT to_jsonb(s) FROM "survey" s WHERE s."complaintId" = c."id" AND s."round" = c."round") AS "#survey",
  (SELECT to_jsonb(g) FROM "group_case" g
   WHERE g."id" = CASE WHEN c."isGroup" THEN c."id" ELSE c."parentId" END) AS "#group",
  (WITH ${mergedInto('c."id"')} SELECT jsonb_agg(jsonb_build_object('complaint', to_jsonb(m), 'access',
     (SELECT jsonb_agg(to_jsonb(a)) FROM "complaint_access" a WHERE a."complaintId" = m."id" AND a."until" IS NULL)))
   FROM merged JOIN "complaint" AS m ON m."id" = merged."id") AS "#absorbed",
  (SELECT to_jsonb(f) FROM "final_answer" f
   WHERE f."complaintId" = c."id" AND f."state" = 'REQUESTED') AS "#finalAnswer",
  (SELECT to_jsonb(r) FROM "regulator_case" r WHERE r."complaintId" = c."id") AS "#regulator",
  (SELECT jsonb_agg(u."templateKey") FROM "duty" u
   WHERE u."complaintId" = c."id" AND u."round" = c."round" AND u."templateKey" IS NOT NULL) AS "#templateKeys"
FROM "complaint" c WHERE c."id" = `;

/** The case of a complaint; null when there is none of this id. */
export function loadCase(db: Database, complaintId: string): Promise<Case | null> {
  return load(db, 'case_by_id', `${SQL}$1`, complaintId);
}

/** The cases of these complaints, in no particular order; those that are not there are left out. */
export async function loadCases(db: Database, complaintIds: readonly string[]): Promise<Case[]> {
  const statement = { name: 'cases_by_ids', text: `${SQL}${anyOf('$1')}`, values: [complaintIds] };
  const { rows } = await db.pool.query<Raw>(statement);
  return rows.map(toCase);
}

/** The case that a handoff belongs to; null when there is no such handoff. */
export function loadCaseOfHandoff(db: Database, handoffId: string): Promise<Case | null> {
  return load(db, 'case_by_handoff', `${SQL}(SELECT "complaintId" FROM "handoff" WHERE "id" = $1)`, handoffId);
}

/** The case that a duty belongs to; null when there is no such duty. */
export function loadCaseOfDuty(db: Database, dutyId: string): Promise<Case | null> {
  return load(db, 'case_by_duty', `${SQL}(SELECT "complaintId" FROM "duty" WHERE "id" = $1)`, dutyId);
}

/** The case that a row of one of its tables belongs to; null when there is no such row. */
export function loadCaseOf(
  db: Database,
  table:
    | 'hold'
    | 'escalation'
    | 'ruling'
    | 'promise'
    | 'visit'
    | 'resolution'
    | 'approval'
    | 'survey'
    | 'attachment'
    | 'final_answer'
    | 'erasure'
    | 'regulator_answer'
    | 'reply_draft'
    | 'demand_mark',
  id: string,
): Promise<Case | null> {
  return load(db, `case_by_${table}`, `${SQL}(SELECT "complaintId" FROM "${table}" WHERE "id" = $1)`, id);
}

async function load(db: Database, name: string, text: string, id: string): Promise<Case | null> {
  const { rows } = await db.pool.query<Raw>({ name, text, values: [id] });
  return rows[0] === undefined ? null : toCase(rows[0]);
}

function toCase(row: Raw): Case {
  const complaint: Raw = {};
  const children: Raw = {};
  for (const [column, value] of Object.entries(row)) {
    if (column.startsWith('#')) children[column.slice(1)] = value;
    else complaint[column] = value;
  }
  const parts = { complaint, ...children } as unknown as CaseRow;
  return {
    complaint: parts.complaint,
    access: (parts.access ?? []).map((raw) => revive<'complaint_access'>(raw, ['since', 'until'])),
    deadlines: (parts.deadlines ?? []).map((raw) => ({
      ...revive<'deadline'>(raw, DEADLINE_DATES),
      allowanceMs: BigInt(raw.allowanceMs as number),
    })),
    pendingHandoff: parts.handoff && revive<'handoff'>(parts.handoff, HANDOFF_DATES),
    declines: (parts.declines ?? []).map((raw) => revive<'handoff'>(raw, HANDOFF_DATES)),
    openDuties: (parts.duties ?? []).map((raw) => revive<'duty'>(raw, ['dueAt', 'givenAt', 'doneAt', 'waivedAt'])),
    hold: parts.hold && revive<'hold'>(parts.hold, ['until', 'requestedAt', 'decidedAt', 'startedAt', 'endedAt']),
    holdsBefore: parts.holdsBefore,
    escalations: (parts.escalations ?? []).map((raw) => revive<'escalation'>(raw, ['startedAt', 'nextAt', 'endedAt'])),
    ruling: parts.ruling && revive<'ruling'>(parts.ruling, ['ruledAt', 'appealUntil', 'appealedAt', 'decidedAt']),
    judged: (parts.judged ?? []).map((raw) => revive<'handoff'>(raw, HANDOFF_DATES)),
    openPromises: (parts.promises ?? []).map((raw) => revive<'promise'>(raw, ['dueAt', 'madeAt', 'endedAt'])),
    investigation:
      parts.investigation && revive<'investigation'>(parts.investigation, ['reportedAt', 'decidedAt', 'summarisedAt']),
    plannedVisits: (parts.visits ?? []).map((raw) => revive<'visit'>(raw, ['at', 'plannedAt', 'endedAt'])),
    resolutions: (parts.resolutions ?? []).map((raw) => ({
      ...revive<'resolution'>(raw, RESOLUTION_DATES),
      amountMinor: bigintOf(raw.amountMinor),
      standardMinor: bigintOf(raw.standardMinor),
    })),
    approvals: (parts.approvals ?? []).map((raw) => revive<'approval'>(raw, ['requestedAt', 'decidedAt'])),
    survey: parts.survey && revive<'survey'>(parts.survey, SURVEY_DATES),
    finalAnswer: parts.finalAnswer && revive<'final_answer'>(parts.finalAnswer, ['requestedAt', 'decidedAt']),
    regulator:
      parts.regulator &&
      revive<'regulator_case'>(parts.regulator, ['receivedAt', 'acceptedAt', 'answeredAt', 'outcomeAt', 'setAt']),
    group: parts.group && {
      ...revive<'group_case'>(parts.group, ['setAt']),
      standardMinor: bigintOf(parts.group.standardMinor),
    },
    absorbed: (parts.absorbed ?? []).map(({ complaint: raw, access }) => {
      const merged = revive<'complaint'>(raw, ['receivedAt']);
      return {
        id: merged.id,
        round: merged.round,
        facts: filterFacts(merged),
        access: (access ?? []).map((grant) => revive<'complaint_access'>(grant, ['since', 'until'])),
      };
    }),
    templateKeys: parts.templateKeys ?? [],
  };
}

/** JSON has no bigint either; amounts stay far below what a number holds exactly. */
function bigintOf(value: unknown): bigint | null {
  return value === null ? null : BigInt(value as number);
}

const DEADLINE_DATES = ['startedAt', 'warnAt', 'warnedAt', 'dueAt', 'metAt', 'endedAt', 'breachPublishedAt'] as const;
const SURVEY_DATES = ['askedAt', 'nextAt', 'expiresAt', 'attemptedAt', 'answeredAt'] as const;
const RESOLUTION_DATES = [
  'proposedAt',
  'offeredAt',
  'answerUntil',
  'carryOutBy',
  'answeredAt',
  'carriedOutAt',
] as const;
const HANDOFF_DATES = ['requestedAt', 'answeredAt'] as const;

/** JSON has no dates: turns the named columns back into them. */
function revive<T extends keyof TableRows>(raw: Raw, dates: readonly (keyof TableRows[T] & string)[]): TableRows[T] {
  const row = { ...raw };
  for (const column of dates) {
    const value = row[column];
    if (typeof value === 'string') row[column] = new Date(value);
  }
  return row as unknown as TableRows[T];
}

/** The ids that may see the case now. */
export function grantsOf(access: Case['access']): string[] {
  return [...new Set(access.map((grant) => grant.granteeId))].sort();
}

/** What the stage rules need of the case. */
export function stageFacts({ complaint, openDuties }: Pick<Case, 'complaint' | 'openDuties'>): StageFacts {
  return {
    stage: complaint.stage,
    hasCategory: complaint.categoryCode !== null,
    hasSeverity: true,
    hasDepartment: complaint.departmentId !== null,
    isClaimed: complaint.claimedAt !== null,
    factsConfirmed: complaint.factsConfirmedAt !== null,
    firstContact: complaint.firstContactAt !== null,
    handoffPending: complaint.pendingHandoffId !== null,
    openDuties: openDuties.length,
    unmet: unmetContent(complaint),
  };
}

/** What permissions need of the case. */
export function permissionFacts({ complaint, pendingHandoff, hold }: Case): PermissionFacts {
  return {
    stage: complaint.stage,
    departmentId: complaint.departmentId,
    isClaimed: complaint.claimedAt !== null,
    assigneeId: complaint.assigneeId,
    registrarId: complaint.registrarId,
    pendingHandoff,
    isContested: complaint.contestedAt !== null,
    hold,
    escalatedToIds: complaint.escalatedToIds,
    concernedIds: complaint.concernedIds,
    survey: surveyFacts(complaint),
  };
}

/** What filters look at, as it goes into events. */
export function filterFacts(complaint: TableRows['complaint']): FilterFacts {
  return {
    stage: complaint.stage,
    severity: complaint.severity,
    channel: complaint.channel,
    departmentId: complaint.departmentId,
    categoryCode: complaint.categoryCode,
    assigneeId: complaint.assigneeId,
    processOwnerId: complaint.processOwnerId,
    receivedAt: complaint.receivedAt.toISOString(),
    isClaimed: complaint.claimedAt !== null,
    isBreached: complaint.isBreached,
    handoffPending: complaint.pendingHandoffId !== null,
    isContested: complaint.contestedAt !== null,
    isEscalated: complaint.escalationLevel > 0,
    isOnHold: complaint.heldUntil !== null,
    isRegulator: complaint.isRegulator,
  };
}
