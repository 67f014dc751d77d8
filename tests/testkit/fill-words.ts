/** Writes the same words wherever the database keeps words of a complaint, in a row of every table that has any. */
import { CODES_OF_COMPLAINT, WORDS_OF_COMPLAINT } from '@redress/domain/rules/personal-columns';
import type { TableOfWords } from '@redress/domain/rules/personal-columns';
import type { Database } from '@redress/prisma/client';

interface Column {
  name: string;
  type: string;
  enumName: string;
  needed: boolean;
}

export interface Filling {
  complaintId: string;
  departmentId: string;
  memberId: string;
  words: string;
}

/** What makes rows show up where they are told. */
const SHOWN = [
  `UPDATE "complaint" SET "isGroup" = true, "isRegulator" = true,
     "pendingHandoffId" = (SELECT "id" FROM "handoff" WHERE "complaintId" = $1 LIMIT 1) WHERE "id" = $1`,
  `UPDATE "contact" SET "toCustomer" = true WHERE "complaintId" = $1`,
  `UPDATE "investigation" SET "reportedAt" = now(), "summarisedAt" = now(), "decidedAt" = now(), "validity" = 'FOUNDED',
     "responsibleDepartmentId" = (SELECT "departmentId" FROM "complaint" WHERE "id" = $1) WHERE "complaintId" = $1`,
  `UPDATE "resolution" SET "state" = 'OFFERED', "offeredAt" = now() WHERE "complaintId" = $1`,
  `UPDATE "final_answer" SET "state" = 'GIVEN', "decidedAt" = now() WHERE "complaintId" = $1`,
];

/** Tables without words that belong to the tale all the same. */
const MORE_TABLES = ['erasure'];

export async function fillWords(db: Database, filling: Filling): Promise<void> {
  const { complaintId, words } = filling;
  for (const table of [...Object.keys(WORDS_OF_COMPLAINT), ...MORE_TABLES]) {
    const { rows } = await db.pool.query(`SELECT 1 FROM "${table}" WHERE "complaintId" = $1 LIMIT 1`, [complaintId]);
    if (rows.length === 0) await insertRow(db, table, filling);
  }
  for (const [table, columns] of Object.entries(WORDS_OF_COMPLAINT)) {
    // A row that counts its revisions takes no change that doesn't.
    const counted = table === 'meeting_topic' ? [`"revision" = "revision" + 1`] : [];
    const set = [...columns.map((column) => `"${column}" = $2`), ...counted].join(', ');
    await db.pool.query(`UPDATE "${table}" SET ${set} WHERE "complaintId" = $1`, [complaintId, words]);
  }
  await db.pool.query(`INSERT INTO "group_case" ("id", "line") VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
    complaintId,
    words,
  ]);
  for (const statement of SHOWN) await db.pool.query(statement, [complaintId]);
}

async function insertRow(db: Database, table: string, filling: Filling): Promise<void> {
  const { rows } = await db.pool.query<Column>(
    `SELECT "column_name" AS "name", "data_type" AS "type", "udt_name" AS "enumName",
       "is_nullable" = 'NO' AND "column_default" IS NULL AS "needed"
     FROM "information_schema"."columns" WHERE "table_schema" = 'public' AND "table_name" = $1`,
    [table],
  );
  const columns = rows.filter(({ needed, name }) => needed || name === 'noteId');
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const codes: readonly string[] = CODES_OF_COMPLAINT[table as TableOfWords] ?? [];
  const values = columns
    .map((column) => valueOf(column, codes.includes(column.name) ? { ...filling, words: 'x' } : filling))
    .join(', ');
  await db.pool.query(`INSERT INTO "${table}" (${names}) SELECT ${values}`);
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

function valueOf({ name, type, enumName }: Column, filling: Filling): string {
  const of = (table: string) =>
    `(SELECT "id" FROM "${table}" WHERE "complaintId" = ${quoted(filling.complaintId)} LIMIT 1)`;
  if (name === 'mediaType') return quoted('image/jpeg');
  if (name === 'complaintId') return quoted(filling.complaintId);
  if (name === 'round') return '1';
  if (name === 'noteId') return of('note');
  if (name === 'resolutionId') return of('resolution');
  if (name === 'customerId')
    return `(SELECT "customerId" FROM "complaint" WHERE "id" = ${quoted(filling.complaintId)})`;
  if (/departmentId$/i.test(name)) return quoted(filling.departmentId);
  if (name !== 'id' && type === 'uuid') return quoted(filling.memberId);
  switch (type) {
    case 'uuid':
      return 'gen_random_uuid()';
    case 'USER-DEFINED':
      return `(enum_range(NULL::"${enumName}"))[1]`;
    case 'timestamp with time zone':
      return 'now()';
    case 'boolean':
      return 'false';
    case 'integer':
    case 'bigint':
    case 'smallint':
      return '1';
    case 'ARRAY':
      return "'{}'";
    default:
      return quoted(filling.words);
  }
}
