/**
 * The one statement that writes changes. Its order is its meaning:
 *
 *  1. `locked`  – the guarded complaints, locked in id order, so that two changes never wait for each other in a circle;
 *  2. `passed`  – the changes whose guards all still hold;
 *  3. the rows of what passed, table by table, and the jobs of what goes out;
 *  4. `head`    – the stream's counter, last: a number is taken only by what passed, and its lock, for which every
 *                 writer queues, is held only while the statement ends;
 *  5. events, audit and idempotency rows, which carry the numbers, and the wake-up.
 *
 * Reading the row counts in the counter's condition is what makes PostgreSQL run 3 before 4: data-modifying CTEs have
 * no order of their own.
 */
import { Prisma } from '@redress/prisma/rows';
import type { RowWrite } from './change.ts';
import { TABLES } from './tables.ts';
import type { TableName } from './tables.ts';

/** The channel on which a commit wakes the processes up; the payload is a cursor, never content. */
export const STREAM_CHANNEL = 'redress_stream';

export const EVENT_COLUMNS = Object.keys(Prisma.EventScalarFieldEnum).filter((column) => column !== 'seq');
export const AUDIT_COLUMNS = Object.keys(Prisma.AuditScalarFieldEnum).filter(
  (c) => c !== 'firstSeq' && c !== 'lastSeq',
);
export const IDEMPOTENCY_COLUMNS = Object.keys(Prisma.IdempotencyScalarFieldEnum).filter(
  (column) => column !== 'cursor',
);

/** Parameters 1–6 of every statement; those of the row groups follow. */
export const FIXED_PARAMETERS = 6;

/** The tasks of the job queue that send what goes out, each from a table of its own; the payload is `{ "id" }`. */
export const DELIVERY_TASK = 'delivery';
export const CUSTOMER_MESSAGE_TASK = 'customer_message';
const TASKS: Partial<Record<TableName, string>> = {
  delivery: DELIVERY_TASK,
  customer_message: CUSTOMER_MESSAGE_TASK,
};
/** How often one is tried. The queue waits e, e² … e⁹ seconds in between: some three and a half hours in all. */
export const DELIVERY_ATTEMPTS = 10;

/** Which rows a statement writes: `insert` takes one parameter (the rows), the others two (the rows and their keys). */
export interface RowGroup {
  table: TableName;
  op: RowWrite['op'];
  /** Of an update: the columns that it sets; all of the table's when it is left out. */
  columns?: readonly string[];
}

/** What a written row hands on: of what goes out, what its job needs. */
const returned = (table: TableName, prefix = '') => (table in TASKS ? list(['id', 'runAt', 'state'], prefix) : '1');

const quote = (name: string) => `"${name}"`;
/** Columns by name, quoted, each with the prefix. */
export const list = (columns: readonly string[], prefix = '') =>
  columns.map((column) => prefix + quote(column)).join(', ');

/** The rows of one JSON parameter that belong to changes that passed. */
const passedRows = (table: string, parameter: number) =>
  `jsonb_to_recordset($${parameter}::jsonb) AS x("n" int, "row" jsonb)
    JOIN passed USING ("n") CROSS JOIN LATERAL jsonb_populate_record(NULL::${quote(table)}, x."row") r`;

/** What a statement queues gets its job by it too, so that neither is ever without the other (docs/adr/0010). */
const queued = (
  write: string,
  task: string,
) => `SELECT graphile_worker.add_job('${task}', json_build_object('id', "id"),
    run_at => "runAt", max_attempts => ${DELIVERY_ATTEMPTS}, job_key => "id"::text)
  FROM ${write} WHERE "state" = 'QUEUED'`;

/** What the groups' parts of the statement are called: one table may be updated in all of its columns, and in some of them. */
const partsOf = (groups: readonly RowGroup[]) =>
  new Map(groups.map((group, n) => [group, `${group.op}_${group.table}${group.columns === undefined ? '' : `_${n}`}`]));

/** The statement for these groups of rows. The text depends on nothing else, so that it can be prepared once. */
export function commitSql(groups: readonly RowGroup[]): string {
  const parts = partsOf(groups);
  let parameter = FIXED_PARAMETERS;
  const writes = groups.map((group) => {
    const { table, op, columns = TABLES[table].columns } = group;
    const { key } = TABLES[table];
    const source = passedRows(table, ++parameter);
    if (op === 'insert') {
      return `${quote(parts.get(group)!)} AS (
  INSERT INTO ${quote(table)} (${list(columns)}) SELECT ${list(columns, 'r.')} FROM ${source} RETURNING ${returned(table)})`;
    }
    const keys = ++parameter;
    const keyType = key === 'code' ? 'text' : 'uuid';
    // The array beside the join tells the planner that few rows are meant: it looks them up instead of scanning.
    const meant = `t.${quote(key)} = r.${quote(key)} AND t.${quote(key)} = ANY($${keys}::${keyType}[])`;
    if (op === 'delete') {
      return `${quote(parts.get(group)!)} AS (
  DELETE FROM ${quote(table)} t USING ${source}
  WHERE ${meant} RETURNING 1)`;
    }
    const set = columns.filter((column) => column !== key).map((column) => `${quote(column)} = r.${quote(column)}`);
    return `${quote(parts.get(group)!)} AS (
  UPDATE ${quote(table)} t SET ${set.join(', ')} FROM ${source}
  WHERE ${meant} RETURNING ${returned(table, 't.')})`;
  });
  const queues = [...parts].filter(([{ table }]) => table in TASKS);
  const jobs = queues.map(
    ([{ table }, part]) => `${quote(`queue_${part}`)} AS (\n  ${queued(quote(part), TASKS[table]!)})`,
  );
  const written = [...parts.values(), ...queues.map(([, part]) => `queue_${part}`)];
  const counts = written.map((name) => `(SELECT count(*) FROM ${quote(name)})`);

  return `WITH change AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS c("n" int, "events" int)),
guard AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS g("n" int, "id" uuid, "revision" int)),
locked AS MATERIALIZED (
  SELECT c."id", c."revision" FROM "complaint" c WHERE c."id" = ANY($3::uuid[]) ORDER BY c."id" FOR NO KEY UPDATE),
passed AS MATERIALIZED (
  SELECT change."n", change."events" FROM change WHERE NOT EXISTS (
    SELECT 1 FROM guard LEFT JOIN locked USING ("id")
    WHERE guard."n" = change."n" AND locked."revision" IS DISTINCT FROM guard."revision")),
${[...writes, ...jobs].map((write) => `${write},\n`).join('')}written AS MATERIALIZED (
  SELECT ${['0', ...counts].join(' + ')} AS "rows"),
head AS (
  UPDATE "stream" SET "head" = "head" + (SELECT sum("events") FROM passed)
  WHERE "id" = 1 AND EXISTS (SELECT 1 FROM passed) AND (SELECT "rows" FROM written) >= 0
  RETURNING "head", "epoch"),
numbered AS MATERIALIZED (
  SELECT "n", "epoch", "last" - "events" + 1 AS "first", "last" FROM (
    SELECT passed."n", passed."events", head."epoch",
      head."head" - (SELECT sum("events") FROM passed) + sum(passed."events") OVER (ORDER BY passed."n") AS "last"
    FROM passed CROSS JOIN head) s),
logged AS (
  INSERT INTO "event" ("seq", ${list(EVENT_COLUMNS)})
  SELECT numbered."first" + x."i", ${list(EVENT_COLUMNS, 'r.')}
  FROM jsonb_to_recordset($4::jsonb) AS x("n" int, "i" int, "row" jsonb)
    JOIN numbered USING ("n") CROSS JOIN LATERAL jsonb_populate_record(NULL::"event", x."row") r),
audited AS (
  INSERT INTO "audit" ("firstSeq", "lastSeq", ${list(AUDIT_COLUMNS)})
  SELECT numbered."first", numbered."last", ${list(AUDIT_COLUMNS, 'r.')}
  FROM jsonb_to_recordset($5::jsonb) AS x("n" int, "row" jsonb)
    JOIN numbered USING ("n") CROSS JOIN LATERAL jsonb_populate_record(NULL::"audit", x."row") r),
remembered AS (
  INSERT INTO "idempotency" ("cursor", ${list(IDEMPOTENCY_COLUMNS)})
  SELECT numbered."epoch" || '.' || lpad(numbered."last"::text, 16, '0'), ${list(IDEMPOTENCY_COLUMNS, 'r.')}
  FROM jsonb_to_recordset($6::jsonb) AS x("n" int, "row" jsonb)
    JOIN numbered USING ("n") CROSS JOIN LATERAL jsonb_populate_record(NULL::"idempotency", x."row") r),
told AS (
  SELECT pg_notify('${STREAM_CHANNEL}', "epoch" || '.' || lpad("head"::text, 16, '0')) FROM head)
SELECT numbered."n", numbered."epoch", numbered."first"::text, numbered."last"::text, (SELECT count(*) FROM told) AS "told"
FROM numbered`;
}
