/** A message to a customer as it is about to go out: to whom, in which language, and whether it still means something. */
import type { Database } from '@redress/prisma/client';
import type { CustomerMessageModel } from '@redress/prisma/rows';
import type { CustomerLocale } from '../rules/customer-message.ts';
import { languageOf } from '../rules/contact-template.ts';

export interface MessageJob {
  message: CustomerMessageModel;
  number: string;
  /** Null where the customer left none, or was erased. */
  email: string | null;
  phone: string | null;
  locale: CustomerLocale;
  /** It tells of what is so no longer, or was told before. */
  isPast: boolean;
  /** Outward replies wait for their approved wording. */
  repliesHeld: boolean;
}

interface Row extends CustomerMessageModel {
  number: string;
  email: string | null;
  phone: string | null;
  locale: CustomerLocale | null;
  texts: (string | null)[];
  isPast: boolean;
  repliesHeld: boolean;
}

/** Whether message `m` of complaint `c` tells of what is over: by point, in the words of the case as it is now. */
const IS_PAST = `CASE m."point"
    WHEN 'SURVEY_ASKED' THEN NOT EXISTS (SELECT FROM "survey" AS s
      WHERE s."complaintId" = c."id" AND s."round" = m."round" AND s."state" = 'ASKED')
    WHEN 'SURVEY_REMINDED' THEN NOT EXISTS (SELECT FROM "survey" AS s
      WHERE s."complaintId" = c."id" AND s."round" = m."round" AND s."state" = 'ASKED')
    WHEN 'RESOLUTION_OFFERED' THEN NOT EXISTS (SELECT FROM "resolution" AS r
      WHERE r."complaintId" = c."id" AND r."round" = m."round" AND r."state" = 'OFFERED')
    WHEN 'CLOSED' THEN c."stage" <> 'CLOSED'
    ELSE c."stage" = 'CLOSED' AND m."point" <> 'RECEIVED' END
  OR c."mergedIntoId" IS NOT NULL OR c."round" <> m."round"
  OR m."point" IN ('RECEIVED', 'TAKEN_ON', 'REOPENED', 'CLOSED') AND EXISTS (SELECT FROM "customer_message" AS e
    WHERE e."complaintId" = m."complaintId" AND e."round" = m."round" AND e."point" = m."point" AND e."state" = 'SENT')
  OR EXISTS (SELECT FROM "customer_message" AS l
    WHERE l."complaintId" = m."complaintId" AND l."point" = m."point" AND l."state" = 'QUEUED' AND l."id" > m."id")`;

/** What a message's job has to do; null when there is no such message, or it is settled. */
export async function findMessageJob(db: Database, id: string): Promise<MessageJob | null> {
  const { rows } = await db.pool.query<Row>({
    name: 'customer_message_job',
    text: `SELECT m.*, c."number", k."email", k."phone", k."locale", (${IS_PAST}) AS "isPast",
        c."repliesHeldAt" IS NOT NULL AS "repliesHeld", ARRAY[t."subject", t."description", t."demand"] AS "texts"
      FROM "customer_message" AS m JOIN "complaint" AS c ON c."id" = m."complaintId"
      JOIN "complaint_text" AS t ON t."complaintId" = c."id"
      LEFT JOIN "customer" AS k ON k."id" = c."customerId" AND k."erasedAt" IS NULL
      WHERE m."id" = $1 AND m."state" = 'QUEUED'`,
    values: [id],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const { number, email, phone, locale, texts, isPast, repliesHeld, ...message } = row;
  const spoken = languageOf(...texts) === 'zh' ? 'zh-CN' : 'en';
  return { message, number, email, phone, locale: locale ?? spoken, isPast, repliesHeld };
}
