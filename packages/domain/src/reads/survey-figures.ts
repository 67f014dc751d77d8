/** How customers found what came of their complaints, by who handled them (docs/SPEC.md, SV11–SV13). */
import type { Database } from '@redress/prisma/client';

/** By whom or what the figures are told apart. */
export const SURVEY_GROUPINGS = ['HANDLER', 'DEPARTMENT', 'CATEGORY'] as const;
export type SurveyGrouping = (typeof SURVEY_GROUPINGS)[number];

export interface SurveyFigure {
  /** The id of the assignee or the department, or the category's code; null for cases without one, and in the total. */
  key: string | null;
  /** Surveys that began in the time; those that were cancelled because the case was worked on again are none. */
  asked: number;
  answered: number;
  /** Not answered after the reminders. */
  givenUp: number;
  /** Answers of 4 or 5 about the outcome. */
  satisfied: number;
  /** Means of the scores; null without an answer. */
  outcome: number | null;
  handling: number | null;
  /** Answers after which the case was worked on in another round. */
  reopened: number;
}

export interface SurveyFigures {
  total: SurveyFigure;
  /** Those that were asked most first. */
  groups: SurveyFigure[];
}

/** Surveys that began from `from` on and before `before`, about cases that these departments had then; null: all. */
export interface SurveysOf {
  from: Date;
  before: Date;
  by: SurveyGrouping;
  departmentIds: readonly string[] | null;
}

/** Of what the case was when its customer was asked: later it may be somebody else's. */
const KEYS: Record<SurveyGrouping, string> = {
  HANDLER: 'assigneeId',
  DEPARTMENT: 'departmentId',
  CATEGORY: 'categoryCode',
};

const sql = (by: SurveyGrouping) => `WITH counted AS (
    SELECT s."state", s."outcomeScore" AS "outcome", s."handlingScore" AS "handling",
      c."round" > s."round" AS "again", e."after" ->> '${KEYS[by]}' AS "key"
    FROM "survey" AS s JOIN "complaint" AS c ON c."id" = s."complaintId"
    CROSS JOIN LATERAL (SELECT "after" FROM "event"
      WHERE "complaintId" = s."complaintId" AND "type" = 'SurveyAsked' AND "payload" ->> 'surveyId' = s."id"::text
      ORDER BY "seq" DESC LIMIT 1) AS e
    WHERE s."askedAt" >= $1 AND s."askedAt" < $2 AND s."state" <> 'CANCELLED'
      AND ($3::text[] IS NULL OR e."after" ->> 'departmentId' = ANY($3)))
  SELECT grouping("key") = 1 AS "isTotal", "key", count(*)::int AS "asked",
    count(*) FILTER (WHERE "state" = 'ANSWERED')::int AS "answered",
    count(*) FILTER (WHERE "state" = 'UNANSWERED')::int AS "givenUp",
    count(*) FILTER (WHERE "outcome" >= 4)::int AS "satisfied",
    avg("outcome")::float8 AS "outcome", avg("handling")::float8 AS "handling",
    count(*) FILTER (WHERE "state" = 'ANSWERED' AND "again")::int AS "reopened"
  FROM counted GROUP BY GROUPING SETS ((), ("key")) ORDER BY 1 DESC, "asked" DESC, "key"`;

/** The figures of all of these surveys, and told apart. */
export async function readSurveyFigures(
  db: Database,
  { from, before, by, departmentIds }: SurveysOf,
): Promise<SurveyFigures> {
  const { rows } = await db.pool.query<SurveyFigure & { isTotal: boolean }>({
    name: `survey_figures_${by.toLowerCase()}`,
    text: sql(by),
    values: [from, before, departmentIds],
  });
  return { total: rows.find(({ isTotal }) => isTotal)!, groups: rows.filter(({ isTotal }) => !isTotal) };
}

/** Below so many answers one more or less turns the picture around. */
const FEW = 10;

export function isFew({ answered }: SurveyFigure): boolean {
  return answered < FEW;
}

/** Satisfied customers in percent of those who answered; null when nobody did. */
export function satisfiedPercent({ satisfied, answered }: SurveyFigure): number | null {
  return answered === 0 ? null : (satisfied * 100) / answered;
}

/** In percent of all whose survey is over: who does not answer is not counted as satisfied. Null when none is over. */
export function satisfiedOfAllPercent({ satisfied, answered, givenUp }: SurveyFigure): number | null {
  const over = answered + givenUp;
  return over === 0 ? null : (satisfied * 100) / over;
}
