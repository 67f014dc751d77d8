/**
 * The statement of the commonest change: of one complaint, nothing but columns of its own row change, those that say
 * where it lies. It means exactly what `commitSql` means for such a change, with a fraction of its parts: the row's own
 * update is guard and lock, and the counter is taken only by what it updated (docs/adr/0023).
 */
import { AUDIT_COLUMNS, EVENT_COLUMNS, IDEMPOTENCY_COLUMNS, STREAM_CHANNEL, list } from './commit-sql.ts';

/** The columns that a card's way over the board changes, with their types. */
export const PLACE_COLUMNS = {
  position: 'text',
  stage: '"Stage"',
  stageSince: 'timestamptz',
  closedAt: 'timestamptz',
  version: 'int',
  revision: 'int',
  wakeAt: 'timestamptz',
  isBreached: 'boolean',
  handledByIds: 'uuid[]',
  escalatedToIds: 'uuid[]',
} as const;

export type PlaceColumn = keyof typeof PLACE_COLUMNS;

/** Their names: a write of a complaint that names these very columns takes the short way. */
export const PLACE_NAMES = Object.keys(PLACE_COLUMNS) as readonly PlaceColumn[];

/** Parameters: id and guarded revision; events; audit; idempotency (null without a key); then the columns in their order. */
export const COMMIT_ONE_SQL = `WITH moved AS (
  UPDATE "complaint" SET ${PLACE_NAMES.map((name, i) => `"${name}" = $${i + 6}::${PLACE_COLUMNS[name]}`).join(', ')}
  WHERE "id" = $1::uuid AND "revision" = $2::int RETURNING 1),
head AS (
  UPDATE "stream" SET "head" = "head" + jsonb_array_length($3::jsonb)
  WHERE "id" = 1 AND EXISTS (SELECT 1 FROM moved) RETURNING "head", "epoch"),
logged AS (
  INSERT INTO "event" ("seq", ${list(EVENT_COLUMNS)})
  SELECT head."head" - jsonb_array_length($3::jsonb) + x."i", ${list(EVENT_COLUMNS, 'r.')}
  FROM head CROSS JOIN jsonb_array_elements($3::jsonb) WITH ORDINALITY AS x("row", "i")
    CROSS JOIN LATERAL jsonb_populate_record(NULL::"event", x."row") r),
audited AS (
  INSERT INTO "audit" ("firstSeq", "lastSeq", ${list(AUDIT_COLUMNS)})
  SELECT head."head" - jsonb_array_length($3::jsonb) + 1, head."head", ${list(AUDIT_COLUMNS, 'r.')}
  FROM head CROSS JOIN LATERAL jsonb_populate_record(NULL::"audit", $4::jsonb) r),
remembered AS (
  INSERT INTO "idempotency" ("cursor", ${list(IDEMPOTENCY_COLUMNS)})
  SELECT head."epoch" || '.' || lpad(head."head"::text, 16, '0'), ${list(IDEMPOTENCY_COLUMNS, 'r.')}
  FROM head CROSS JOIN LATERAL jsonb_populate_record(NULL::"idempotency", $5::jsonb) r WHERE $5::jsonb IS NOT NULL)
SELECT head."epoch", head."head"::text AS "last",
  pg_notify('${STREAM_CHANNEL}', head."epoch" || '.' || lpad(head."head"::text, 16, '0')) FROM head`;
