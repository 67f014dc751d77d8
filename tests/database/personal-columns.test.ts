import { CODES_OF_COMPLAINT, WORDS_OF_COMPLAINT } from '@redress/domain/rules/personal-columns';
import { createDatabase } from '@redress/prisma/client';
import { createScratchDatabase } from '@redress/prisma/scratch';
import { expect, inject, test } from 'vitest';

/** Tables that hold texts of a complaint which are nobody's words: ids, codes, keys. */
const WITHOUT_WORDS: Record<string, readonly string[]> = {
  complaint_search: ['tokens'],
  // A tracking code, sealed, which opens nothing once the customer was erased.
  customer_message: ['problem', 'sealedCode'],
  delivery: ['problem'],
  event: ['type'],
  // Nobody's history: taken back by an erasure, and gone within hours.
  upload: ['name', 'note'],
};

test('[PD12] every text that is kept of a complaint is known to be words or codes', async () => {
  const { url, drop } = await createScratchDatabase(inject('adminUrl'));
  const db = createDatabase(url);
  const { rows } = await db.pool.query<{ table: string; column: string }>(
    `SELECT c."table_name" AS "table", c."column_name" AS "column" FROM "information_schema"."columns" c
     WHERE c."table_schema" = 'public' AND c."data_type" IN ('text', 'ARRAY') AND c."udt_name" NOT IN ('_uuid')
       AND EXISTS (SELECT 1 FROM "information_schema"."columns" o WHERE o."table_schema" = 'public'
         AND o."table_name" = c."table_name" AND o."column_name" = 'complaintId')`,
  );
  await db.close();
  await drop();
  const known: Record<string, readonly string[] | undefined>[] = [
    WORDS_OF_COMPLAINT,
    CODES_OF_COMPLAINT,
    WITHOUT_WORDS,
  ];
  const unknown = rows.filter(({ table, column }) => !known.some((places) => places[table]?.includes(column)));
  expect(rows.length).toBeGreaterThan(30);
  expect(
    unknown,
    'name it in packages/domain/src/rules/personal-columns.ts: words are shown to who may see the customer, copied and erased',
  ).toEqual([]);
});
