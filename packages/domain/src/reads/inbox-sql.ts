/**
 * Whether an entry of an inbox still waits, as the database knows it at the moment of reading (docs/SPEC.md, NT8): what
 * was answered elsewhere needs no write to go away. `n` is the notification, `c` its complaint.
 */
import { EARLY_MS, LATE_MS } from '../rules/meeting-rhythm.ts';
import { isFulfilled, standsNow } from './decision-sql.ts';
import type { Params } from './params.ts';

/** The step by which the entry's member is to see to the decision that it is about: none once it is another's, or taken back. */
export const OWN_DECISION = `SELECT own."dueAt" FROM "meeting_step" AS own
  WHERE (own."id" = n."subjectId" OR own."decisionId" = n."subjectId") AND own."memberId" = n."memberId" AND ${standsNow('own')}`;

/** Whether the entry's member belongs to the series of this id (an SQL expression), which goes on. */
const belongs = (seriesId: string) => `EXISTS (SELECT 1 FROM "meeting_series" AS s
        WHERE s."id" = ${seriesId} AND s."archivedAt" IS NULL AND n."memberId" = ANY(s."memberIds"))`;

/**
 * Whether an entry about a meeting is its member's to see: the decision is still theirs; the meeting ahead has not begun, and
 * what was told of it was not taken back; of a date it is the last that was said. They still belong to its series.
 */
export function meetingInSight(now: Date, params: Params): string {
  const at = params.add(now, 'timestamptz');
  return `CASE n."kind"
    WHEN 'MEETING_AHEAD' THEN n."takenBackAt" IS NULL AND n."dueAt" + interval '${LATE_MS} ms' > ${at}
      AND ${belongs('n."subjectId"')}
      AND NOT EXISTS (SELECT 1 FROM "meeting" AS m
        WHERE m."seriesId" = n."subjectId" AND m."startedAt" > n."dueAt" - interval '${EARLY_MS} ms')
    WHEN 'MEETING_DATE_CHANGED' THEN EXISTS (SELECT 1 FROM "meeting_date" AS said WHERE said."id" = n."subjectId"
      AND ${belongs('said."seriesId"')} AND NOT EXISTS (SELECT 1 FROM "meeting_date" AS later
        WHERE later."seriesId" = said."seriesId" AND later."day" = said."day" AND later."number" > said."number"))
    ELSE EXISTS (${OWN_DECISION}) END`;
}

/** An SQL expression of type boolean. `now` decides which roles are held. */
export function isWaiting(now: Date, params: Params): string {
  const at = params.add(now, 'timestamptz');
  const holds = (roles: string) => `EXISTS (SELECT 1 FROM "member_role" AS held
    WHERE held."memberId" = n."memberId" AND held."since" <= ${at} AND (held."until" IS NULL OR held."until" > ${at})
      AND (${roles}))`;
  // Who answers for a department that nobody leads is a coordinator.
  const answersFor = (departmentId: string) =>
    holds(`held."role" = 'COORDINATOR'
      OR (held."role" IN ('DEPARTMENT_HEAD', 'DEPUTY_HEAD') AND held."departmentId" = ${departmentId})`);
  const subject = (table: string, condition: string) =>
    `EXISTS (SELECT 1 FROM "${table}" AS s WHERE s."id" = n."subjectId" AND ${condition})`;
  const unread = `n."readAt" IS NULL`;
  const openDecision = `NOT ${isFulfilled('n."subjectId"')} AND EXISTS (${OWN_DECISION})`;
  return `CASE n."kind"
    WHEN 'DISPATCH_WAITING' THEN c."departmentId" IS NULL AND c."stage" <> 'CLOSED' AND ${holds(`held."role" = 'COORDINATOR'`)}
    WHEN 'CLAIM_WAITING' THEN c."claimedAt" IS NULL AND c."stage" <> 'CLOSED' AND n."round" = c."round"
      AND n."at" >= c."routedAt" AND c."pendingHandoffId" IS NULL AND ${answersFor('c."departmentId"')}
    WHEN 'HANDOFF_ASKED' THEN ${subject('handoff', `s."state" = 'PENDING' AND ${answersFor('s."toDepartmentId"')}`)}
    WHEN 'HANDOFF_ANSWERED' THEN ${unread} AND c."stage" <> 'CLOSED'
      AND ${subject('handoff', `s."state" = 'DECLINED' AND s."fromDepartmentId" = c."departmentId"`)}
    WHEN 'CONTESTED' THEN c."contestedAt" IS NOT NULL AND n."at" >= c."contestedAt" AND ${holds(`held."role" = 'COORDINATOR'`)}
    WHEN 'APPEALED' THEN ${subject('ruling', `s."appealState" = 'OPEN'`)}
    WHEN 'HOLD_REQUESTED' THEN ${subject('hold', `s."state" = 'REQUESTED'`)}
    WHEN 'APPROVAL_ASKED' THEN ${subject('approval', `s."state" = 'PENDING' AND ${holds('held."role" = s."role"')}`)}
    WHEN 'DUTY_GIVEN' THEN ${subject('duty', `s."doneAt" IS NULL AND s."waivedAt" IS NULL`)}
    WHEN 'DEADLINE_BREACHED' THEN ${subject('deadline', `s."state" = 'OPEN'`)}
    WHEN 'DEADLINE_APPROACHING' THEN ${subject('deadline', `s."state" = 'OPEN' AND s."breachPublishedAt" IS NULL`)}
    WHEN 'ESCALATED' THEN ${subject('escalation', `(s."state" = 'RUNNING' OR (s."state" = 'FINISHED' AND ${unread}))`)}
    WHEN 'SUPERVISED' THEN c."supervisedAt" IS NOT NULL AND n."at" >= c."supervisedAt"
    WHEN 'URGED' THEN ${unread} AND c."stage" <> 'CLOSED' AND n."round" = c."round"
    WHEN 'CUSTOMER_WROTE' THEN ${unread} AND (c."lastContactAt" IS NULL OR c."lastContactAt" < n."at")
    WHEN 'FINAL_ANSWER_ASKED' THEN ${subject('final_answer', `s."state" = 'REQUESTED'`)}
    WHEN 'REGULATOR_ANSWER_ASKED' THEN ${subject('regulator_answer', `s."state" = 'WRITTEN'`)} AND c."stage" <> 'CLOSED'
    WHEN 'REPLY_ASKED' THEN ${subject('reply_draft', `s."state" = 'DRAFTED'`)} AND c."stage" <> 'CLOSED'
    WHEN 'DEMAND_MARK_ASKED' THEN ${subject('demand_mark', `s."state" = 'REQUESTED' AND s."until" > ${at}`)}
    WHEN 'MEETING_DECISION' THEN ${openDecision}
    WHEN 'MEETING_DECISION_DUE' THEN ${openDecision}
    WHEN 'MEETING_AHEAD' THEN ${meetingInSight(now, params)}
    WHEN 'MEETING_DATE_CHANGED' THEN ${unread} AND ${meetingInSight(now, params)}
    WHEN 'ASSIGNED' THEN ${unread} AND c."assigneeId" = n."memberId"
    ELSE ${unread}
  END`;
}
