/**
 * Why a change was made, as SQL over its events: the words are kept in rows that can be erased, each kind beside what it
 * is about, and never in the log itself.
 */
import type { EventType } from '../events/types.ts';

/** Where the words stand: a column of a table, whose row the event's payload names. */
type Place = readonly [table: string, column: string, payloadKey: string];

const PLACES: Partial<Record<EventType, Place>> = {
  HandoffRequested: ['handoff', 'reason', 'handoffId'],
  HandoffDeclined: ['handoff', 'answerReason', 'handoffId'],
  HandoffWithdrawn: ['handoff', 'answerReason', 'handoffId'],
  DutyDone: ['duty', 'endNote', 'dutyId'],
  DutyWaived: ['duty', 'endNote', 'dutyId'],
  HoldRequested: ['hold', 'reason', 'holdId'],
  ComplaintHeld: ['hold', 'reason', 'holdId'],
  ComplaintRuled: ['ruling', 'reason', 'rulingId'],
  RulingAppealed: ['ruling', 'appealReason', 'rulingId'],
  AppealDecided: ['ruling', 'decisionReason', 'rulingId'],
};

const cases = Object.entries(PLACES).map(
  ([type, [table, column, key]]) =>
    `WHEN '${type}' THEN (SELECT r."${column}" FROM "${table}" r WHERE r."id" = (e."payload" ->> '${key}')::uuid)`,
);

/** An expression over `e`, a row of table event; null when no reason goes with it. A comment is no reason. */
export const REASON = `coalesce(
  (SELECT n."text" FROM "note" n WHERE n."id" = e."noteId" AND n."kind" = 'REASON'),
  CASE e."type" ${cases.join('\n')}
    WHEN 'DirectoryChanged' THEN (SELECT string_agg(DISTINCT p."reason", E'\\n') FROM "policy" p
      WHERE e."payload" ->> 'what' = 'POLICY' AND p."id"::text IN (SELECT jsonb_array_elements_text(e."payload" -> 'ids'))) END)`;
