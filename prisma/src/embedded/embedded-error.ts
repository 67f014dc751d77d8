/**
 * Why the embedded PostgreSQL can't be used:
 * - `NO_BINARIES`: there is no PostgreSQL for this platform among the installed packages.
 * - `NO_DATABASE_USER`: running as root, and no other user can run PostgreSQL.
 * - `DATA_DIR_UNREACHABLE`: running as root, and the user who runs PostgreSQL can't enter the data folder.
 * - `DATA_DIR_FOREIGN`: the data folder belongs to another user.
 * - `DATA_DIR_OTHER_VERSION`: the data was written by another major version of PostgreSQL.
 * - `INIT_FAILED`, `START_FAILED`: PostgreSQL said no; the message carries its own words.
 * - `BUSY`: another process holds the data folder's lock for too long.
 */
export type EmbeddedErrorCode =
  | 'NO_BINARIES'
  | 'NO_DATABASE_USER'
  | 'DATA_DIR_UNREACHABLE'
  | 'DATA_DIR_FOREIGN'
  | 'DATA_DIR_OTHER_VERSION'
  | 'INIT_FAILED'
  | 'START_FAILED'
  | 'BUSY';

/** An expected failure of the embedded PostgreSQL. The message is written for the operator and says what to do. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
