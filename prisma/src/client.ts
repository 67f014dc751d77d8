import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client/client.ts';
import { parserOf } from './type-parsers.ts';

/** The database as the rest of the product sees it. */
export interface Database {
  /** For statements written as SQL. Its values are those of type-parsers.ts. */
  readonly pool: pg.Pool;
  /** For what is clearer through Prisma. It shares the pool's connections, not its type parsers. */
  readonly prisma: PrismaClient;
  /** What this process has written to the stream; told by `commit` alone. */
  readonly commits: Commits;
  /** Waits for running statements and closes all connections. */
  close(): Promise<void>;
}

/** A place in the stream. */
export interface Committed {
  epoch: string;
  /** Number of the last event of a commit. */
  seq: number;
}

/** The commits of one process, for those in it who need not wait until the database tells of them. */
export class Commits {
  /** The highest so far; null before the first. */
  last: Committed | null = null;
  private readonly hearers = new Set<(committed: Committed) => void>();

  /** Hears of each from now on, right after it was written. */
  hear(hearer: (committed: Committed) => void): void {
    this.hearers.add(hearer);
  }

  tell(committed: Committed): void {
    if (this.last?.epoch !== committed.epoch || this.last.seq < committed.seq) this.last = committed;
    for (const hearer of this.hearers) hearer(committed);
  }
}

/**
 * Connects to a database; the first connection is made by the first statement.
 *
 * Every session runs in UTC, whatever the server's own zone: Prisma's adapter drops the offset of a timestamp and takes
 * it for UTC.
 *
 * @param config connection string, or pg's settings (`max` connections: 10 unless told).
 * @param onError hears that an idle connection broke (the server went away). The pool makes a new one by itself.
 */
export function createDatabase(
  config: string | pg.PoolConfig,
  onError: (error: Error) => void = () => undefined,
): Database {
  const given = typeof config === 'string' ? { connectionString: config } : config;
  const pool = new pg.Pool({
    application_name: 'redress',
    ...given,
    types: { getTypeParser: parserOf },
    onConnect: (client) => client.query(`SET TIME ZONE 'UTC'`),
  });
  pool.on('error', onError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    commits: new Commits(),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
