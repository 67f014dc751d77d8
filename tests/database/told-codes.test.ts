import { AUDIT_SUBJECTS } from '@redress/domain/rules/audit-columns';
import { valueWord } from '@redress/domain/rules/audit-words';
import { createDatabase } from '@redress/prisma/client';
import { createScratchDatabase } from '@redress/prisma/scratch';
import { expect, inject, test } from 'vitest';

/** Screen and file have words of their own for these; what a channel carries is told by the codes of the contract. */
const TOLD_OTHERWISE = ['Stage', 'Severity', 'Channel', 'Role', 'DeadlineKind', 'ComplaintKind', 'NotificationKind'];

test('[AU11] every code that the trail can tell has a word, in a list too', async () => {
  const { url, drop } = await createScratchDatabase(inject('adminUrl'));
  const db = createDatabase(url);
  const { rows } = await db.pool.query<{ table: string; column: string; code: string }>(
    `SELECT c."table_name" AS "table", c."column_name" AS "column", e.enumlabel AS "code"
     FROM "information_schema"."columns" c
       JOIN pg_type t ON t.typname = ltrim(c."udt_name", '_') JOIN pg_enum e ON e.enumtypid = t.oid
     WHERE c."table_schema" = 'public' AND c."table_name" = ANY($1) AND t.typname <> ALL($2)`,
    [Object.keys(AUDIT_SUBJECTS), TOLD_OTHERWISE],
  );
  await db.close();
  await drop();
  expect(rows.length).toBeGreaterThan(90);
  for (const locale of ['zh-CN', 'en'] as const) {
    const untold = rows.filter(({ code }) => valueWord(code, locale) === code);
    expect(untold, 'name it in packages/domain/src/rules/audit-values.ts').toEqual([]);
  }
  expect(valueWord('READ, ACT', 'en')).toBe('read, act');
  expect(valueWord('READ、ACT', 'zh-CN')).toBe('读取、操作');
});
