/**
 * Why a database could not be brought up to date:
 * - `SERVER_TOO_OLD`, `DATABASE_NOT_EMPTY`: it is the wrong server, or somebody else's database.
 * - `UNKNOWN_MIGRATION`: the database is newer than this code.
 * - `CHECKSUM_CHANGED`: a migration's file was changed after it had been applied.
 * - `UNFINISHED_MIGRATION`: another tool left one half applied.
 * - `MIGRATION_FAILED`: PostgreSQL refused a statement; nothing of that migration remains.
 */
export type MigrationErrorCode =
  | 'SERVER_TOO_OLD'
  | 'DATABASE_NOT_EMPTY'
  | 'UNKNOWN_MIGRATION'
  | 'CHECKSUM_CHANGED'
  | 'UNFINISHED_MIGRATION'
  | 'MIGRATION_FAILED';

/** An expected failure of migrate(). The message is written for the operator and says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly code: MigrationErrorCode;
  /** The name of the migration that it is about, if it is about one. */
  readonly migration: string | undefined;

  constructor(code: MigrationErrorCode, message: string, migration?: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.migration = migration;
  }
}
