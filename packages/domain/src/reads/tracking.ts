/**
 * What a customer sees of their complaint on their page (docs/SPEC.md, TK5): steps, limits, contacts and promises, and
 * nothing that is the company's own.
 */
import type { Database } from '@redress/prisma/client';
import type { KnownPerson } from '../rules/mask.ts';
import { TRACKED_RESOLUTIONS, trackedResolutions } from './tracked-resolutions.ts';
import type { TrackedResolution, WrittenResolution } from './tracked-resolutions.ts';
import { STAGES } from '../rules/vocabulary.ts';
import type { Channel, ContactDirection, DeadlineKind, PromiseState, Stage, SurveyState } from '../rules/vocabulary.ts';
import { mergedInto, survivorOf } from './merged.ts';

export interface TrackedView {
  /** Whose it is, for masking what is personal in its texts; null when they left nothing. */
  customer: KnownPerson | null;
  number: string;
  subject: string;
  stage: Stage;
  receivedAt: Date;
  /** Of the same customer's complaints that were merged into it. */
  mergedNumbers: string[];
  /** The department that handles it; null before it was routed. */
  departmentId: string | null;
  /** On hold: it waits for the customer until then. */
  heldUntil: Date | null;
  /** When each stage was reached on the way to where it is now; a stage ahead, or one that was skipped, is null. */
  steps: { stage: Stage; reachedAt: Date | null }[];
  limits: TrackedLimit[];
  contacts: TrackedContact[];
  promises: TrackedPromise[];
  /** Of the round; null before the customer was asked. */
  survey: TrackedSurvey | null;
  /** The newest that was given; null without one. */
  finalAnswer: TrackedFinalAnswer | null;
  resolutions: TrackedResolution[];
}

/** The clocks of the round that are about the customer: those that run, and what was answered in time or late. */
export interface TrackedLimit {
  kind: Extract<DeadlineKind, 'FIRST_RESPONSE' | 'PROGRESS' | 'RESOLUTION'>;
  /** Null while it stands still. */
  dueAt: Date | null;
  metAt: Date | null;
  /** Its breach was published, and it still runs. */
  isLate: boolean;
}

export interface TrackedContact {
  customer: KnownPerson | null;
  channel: Channel;
  direction: ContactDirection;
  at: Date;
  /** What the customer wrote on their page, or was written to them; a colleague's summary is written for colleagues. */
  text: string | null;
}

export interface TrackedPromise {
  customer: KnownPerson | null;
  what: string | null;
  state: PromiseState;
  madeAt: Date;
  dueAt: Date;
  endedAt: Date | null;
}

export interface TrackedSurvey {
  state: SurveyState;
  round: number;
  expiresAt: Date;
  outcomeScore: number | null;
  handlingScore: number | null;
}

export interface TrackedFinalAnswer {
  customer: KnownPerson | null;
  text: string | null;
  at: Date;
}

/** The newest contacts are shown; a customer scrolls no further. */
const CONTACTS_AT_MOST = 50;

interface Row
  extends Omit<
    TrackedView,
    'steps' | 'limits' | 'contacts' | 'promises' | 'mergedNumbers' | 'survey' | 'finalAnswer' | 'resolutions'
  > {
  mergedNumbers: string[] | null;
  stageSince: Date;
  moves: { to: Stage; at: string }[] | null;
  limits: Written<TrackedLimit>[] | null;
  contacts: Written<Omit<TrackedContact, 'customer'>>[] | null;
  promises: Written<Omit<TrackedPromise, 'customer'>>[] | null;
  survey: Written<TrackedSurvey> | null;
  finalAnswer: Written<Omit<TrackedFinalAnswer, 'customer'>> | null;
  resolutions: WrittenResolution[] | null;
}

/** As it comes in JSON, which has no dates. */
type Written<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

const SQL = `SELECT o."number", c."stage", o."receivedAt", c."stageSince", c."departmentId", c."heldUntil", t."subject",
    mine."numbers" AS "mergedNumbers",
    (SELECT json_build_object('name', cu."name", 'phone', cu."phone", 'email', cu."email")
     FROM "customer" AS cu WHERE cu."id" = o."customerId") AS "customer",
    (SELECT json_agg(json_build_object('to', e."payload" ->> 'toStage', 'at', e."occurredAt") ORDER BY e."seq")
     FROM "event" AS e WHERE e."complaintId" = c."id" AND e."type" = 'ComplaintMoved'
       AND e."payload" ->> 'fromStage' <> e."payload" ->> 'toStage') AS "moves",
    (SELECT json_agg(json_build_object('kind', d."kind", 'metAt', d."metAt",
        'dueAt', CASE WHEN d."state" <> 'PAUSED' THEN d."dueAt" END,
        'isLate', d."state" = 'OPEN' AND d."breachPublishedAt" IS NOT NULL) ORDER BY d."kind")
     FROM (SELECT DISTINCT ON ("kind") * FROM "deadline"
       WHERE "complaintId" = c."id" AND "round" = c."round" AND NOT "silent"
         AND "kind" IN ('FIRST_RESPONSE', 'PROGRESS', 'RESOLUTION')
       ORDER BY "kind", "generation" DESC) AS d
     WHERE d."state" IN ('OPEN', 'PAUSED') OR (d."state" = 'MET' AND d."kind" <> 'PROGRESS')) AS "limits",
    (SELECT json_agg(json_build_object('channel', k."channel", 'direction', k."direction", 'at', k."at", 'text', k."text")
       ORDER BY k."at" DESC, k."id" DESC)
     FROM (SELECT n.*, CASE WHEN n."toCustomer" OR n."memberId" IS NULL AND EXISTS (SELECT FROM "event" AS e
           WHERE e."complaintId" = n."complaintId" AND e."type" = 'ContactRecorded' AND e."actorKind" = 'CUSTOMER'
             AND e."payload" ->> 'contactId' = n."id"::text) THEN n."summary" END AS "text"
       FROM "contact" AS n WHERE n."complaintId" = o."id" OR n."complaintId" = ANY(mine."ids")
       ORDER BY n."at" DESC, n."id" DESC LIMIT ${CONTACTS_AT_MOST}) AS k) AS "contacts",
    (SELECT json_agg(json_build_object('what', p."what", 'state', p."state", 'madeAt', p."madeAt", 'dueAt', p."dueAt",
        'endedAt', p."endedAt") ORDER BY p."dueAt", p."id")
     FROM "promise" AS p WHERE p."complaintId" = o."id" OR p."complaintId" = ANY(mine."ids")) AS "promises",
    (SELECT json_build_object('state', s."state", 'round', s."round", 'expiresAt', s."expiresAt",
        'outcomeScore', s."outcomeScore", 'handlingScore', s."handlingScore")
     FROM "survey" AS s WHERE s."complaintId" = o."id" AND s."round" = o."round") AS "survey",
    (SELECT json_build_object('text', f."text", 'at', f."decidedAt") FROM "final_answer" AS f
     WHERE f."complaintId" = o."id" AND f."state" = 'GIVEN' ORDER BY f."id" DESC LIMIT 1) AS "finalAnswer",
    ${TRACKED_RESOLUTIONS} AS "resolutions"
  FROM "complaint" AS o JOIN "complaint_text" AS t ON t."complaintId" = o."id"
  CROSS JOIN LATERAL (WITH ${survivorOf('o."id"')} SELECT g.* FROM survivor JOIN "complaint" AS g ON g."id" = survivor."id"
    WHERE survivor."mergedIntoId" IS NULL) AS c
  CROSS JOIN LATERAL (WITH ${mergedInto('o."id"')}
    SELECT array_agg(x."id") AS "ids", array_agg(x."number" ORDER BY x."receivedAt", x."id") AS "numbers"
    FROM merged JOIN "complaint" AS x ON x."id" = merged."id" JOIN "customer" AS k ON k."id" = x."customerId"
      JOIN "customer" AS q ON q."id" = o."customerId"
    WHERE q."id" = k."id" OR q."phone" = k."phone" OR q."email" = k."email") AS mine
  WHERE o."id" = $1`;

/**
 * The complaint of this id for its customer; null when there is none. Of one that was merged into a stranger's, stage,
 * steps and limits are those of the case that goes on, and the rest is its own.
 */
export async function loadTracked(db: Database, complaintId: string): Promise<TrackedView | null> {
  const { rows } = await db.pool.query<Row>({ name: 'tracked', text: SQL, values: [complaintId] });
  const row = rows[0];
  if (row === undefined) return null;
  const { moves, stageSince, ...complaint } = row;
  const { customer } = complaint;
  const reached = reachedStages(complaint, moves ?? []);
  if (!reached.has(row.stage)) reached.set(row.stage, stageSince);
  return {
    ...complaint,
    mergedNumbers: row.mergedNumbers ?? [],
    steps: STAGES.map((stage) => ({ stage, reachedAt: reached.get(stage) ?? null })),
    limits: (row.limits ?? []).map((one) => ({ ...one, dueAt: date(one.dueAt), metAt: date(one.metAt) })),
    contacts: (row.contacts ?? []).map((one) => ({ ...one, customer, at: new Date(one.at) })),
    promises: (row.promises ?? []).map((one) => ({
      ...one,
      customer,
      madeAt: new Date(one.madeAt),
      dueAt: new Date(one.dueAt),
      endedAt: date(one.endedAt),
    })),
    survey: row.survey && { ...row.survey, expiresAt: new Date(row.survey.expiresAt) },
    finalAnswer: row.finalAnswer && { ...row.finalAnswer, customer, at: new Date(row.finalAnswer.at) },
    resolutions: trackedResolutions(row.resolutions, customer),
  };
}

function date(written: string | null): Date | null {
  return written === null ? null : new Date(written);
}

/** A move back takes the stages behind it off the way. */
function reachedStages(
  { receivedAt }: { receivedAt: Date },
  moves: readonly { to: Stage; at: string }[],
): Map<Stage, Date> {
  const reached = new Map<Stage, Date>([['RECEIVED', receivedAt]]);
  for (const { to, at } of moves) {
    for (const stage of STAGES.slice(STAGES.indexOf(to))) reached.delete(stage);
    reached.set(to, new Date(at));
  }
  return reached;
}
