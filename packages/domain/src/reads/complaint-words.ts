/** Every word that is kept of complaints, wherever it stands, in one statement. Callers have made sure that they may. */
import type { Database } from '@redress/prisma/client';
import { WORDS_OF_COMPLAINT } from '../rules/personal-columns.ts';
import type { TableOfWords } from '../rules/personal-columns.ts';

/** One text as it is stored, and where. */
export interface StoredWords {
  complaintId: string;
  table: TableOfWords;
  column: string;
  text: string;
}

const SQL = Object.entries(WORDS_OF_COMPLAINT)
  .flatMap(([table, columns]) =>
    columns.map(
      (column) =>
        `SELECT "complaintId", '${table}' AS "table", '${column}' AS "column", "${column}" AS "text"
         FROM "${table}" WHERE "complaintId" = ANY($1::uuid[]) AND "${column}" <> ''`,
    ),
  )
  .join(' UNION ALL ');

export async function loadWords(db: Database, complaintIds: readonly string[]): Promise<StoredWords[]> {
  const { rows } = await db.pool.query<StoredWords>({ name: 'complaint_words', text: SQL, values: [complaintIds] });
  return rows;
}
