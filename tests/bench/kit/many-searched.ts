/** Very many complaints to be searched: copies of one, with words of their own, and the search index over them. */
import type { Database } from '@redress/prisma/client';

const PORTION = 2_000;

/** Copies the company's first complaint; `wordsOf` says the tokens of each, counted from the newest. */
export async function fillSearched(db: Database, count: number, wordsOf: (n: number) => string[]): Promise<void> {
  for (let from = 1; from <= count; from += PORTION) {
    const numbers = Array.from({ length: Math.min(PORTION, count - from + 1) }, (_, i) => from + i);
    await db.pool.query(
      `WITH made AS (
        INSERT INTO "complaint" SELECT r.* FROM (SELECT one AS whole FROM "complaint" AS one ORDER BY one."id" LIMIT 1) AS c
          CROSS JOIN unnest($1::int[]) AS n
          CROSS JOIN LATERAL jsonb_populate_record(c.whole, jsonb_build_object('id', gen_random_uuid(),
            'number', 'C-2020-' || lpad(n::text, 8, '0'), 'position', 'zz' || lpad(n::text, 8, '0'),
            'trackingHash', NULL, 'externalId', NULL, 'stage', 'CLOSED',
            'receivedAt', now() - n * interval '5 minutes', 'closedAt', now() - n * interval '5 minutes')) AS r
        RETURNING "id", "number"),
      texts AS (INSERT INTO "complaint_text" SELECT r.* FROM made
        CROSS JOIN (SELECT one AS whole FROM "complaint_text" AS one ORDER BY one."complaintId" LIMIT 1) AS t
        CROSS JOIN LATERAL jsonb_populate_record(t.whole, jsonb_build_object('complaintId', made."id")) AS r)
      INSERT INTO "complaint_search" ("complaintId", "tokens")
        SELECT made."id", ARRAY(SELECT jsonb_array_elements_text($2::jsonb -> (w.i::int - 1))) || lower(made."number")
          FROM unnest($1::int[]) WITH ORDINALITY AS w(n, i)
          JOIN made ON made."number" = 'C-2020-' || lpad(w.n::text, 8, '0')`,
      [numbers, JSON.stringify(numbers.map(wordsOf))],
    );
  }
  await db.pool.query('VACUUM (ANALYZE) "complaint", "complaint_text", "complaint_search"');
}
