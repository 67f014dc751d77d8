/**
 * Whether an error says no more than that the database can't be reached just now: it is being started again, or its
 * connections broke. That passes by itself, so whoever asked should ask again.
 */

/** PostgreSQL's own: 08 are its connection exceptions, 57P01 to 57P03 a stop, a crash and a start. */
const SQL_STATES = /^(08...|57P0[123])$/;
/** Of the operating system, in the words of Node. ENOENT: the socket's file is gone with its server. */
const SYSTEM_CODES: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH'];
/** Prisma's: not reached, timed out, connection closed. */
const PRISMA_CODES: readonly string[] = ['P1001', 'P1002', 'P1008', 'P1017'];
/** What pg says without a code. */
const PG_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string') {
    if (SQL_STATES.test(code) || PRISMA_CODES.includes(code)) return true;
    if (SYSTEM_CODES.includes(code)) return syscall === 'connect' || syscall === 'write' || syscall === 'read';
  }
  return PG_MESSAGES.test(error.message) || isDatabaseAway(error.cause);
}
