/** Where the database is: somebody's PostgreSQL when DATABASE_URL names one, else the embedded one in DATA_DIR. */
import { openEmbedded } from '@redress/prisma/embedded/open';
import type { Env } from './env.ts';
import type { Log } from './log.ts';

export interface DatabaseServer {
  url: string;
  embedded: boolean;
  /** Gives the embedded server back; the last one out stops it. */
  release(): Promise<void>;
}

export async function openDatabaseServer(env: Pick<Env, 'databaseUrl' | 'dataDir'>, log: Log): Promise<DatabaseServer> {
  if (env.databaseUrl !== null) return { url: env.databaseUrl, embedded: false, release: async () => undefined };
  const { url, release } = await openEmbedded({ dataDir: env.dataDir, log: (message) => log.debug(message) });
  return { url, embedded: true, release };
}
