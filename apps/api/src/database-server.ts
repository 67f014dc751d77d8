/**
 * Where the database is, and as whom one gets in: somebody's PostgreSQL when DATABASE_URL names one, else the embedded one
 * in DATA_DIR.
 */
import { openEmbedded } from '@redress/prisma/embedded/open';
import type { Env } from './env.ts';
import type { Log } from './log.ts';

export interface DatabaseServer {
  /** Of the owner of the tables: for bringing the database up to date, and for nothing else. */
  url: string;
  /** Of who works on it; null: of the owner, who switches to the role that works. */
  appUrl: string | null;
  embedded: boolean;
  /** Gives the embedded server back; the last one out stops it. */
  release(): Promise<void>;
}

type Where = Pick<Env, 'databaseUrl' | 'databaseOwnerUrl' | 'dataDir'>;

export async function openDatabaseServer(env: Where, log: Log): Promise<DatabaseServer> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = env;
  if (databaseUrl !== null) {
    const urls =
      databaseOwnerUrl === null ? { url: databaseUrl, appUrl: null } : { url: databaseOwnerUrl, appUrl: databaseUrl };
    return { ...urls, embedded: false, release: async () => undefined };
  }
  const { url, appUrl, release } = await openEmbedded({ dataDir, log: (message) => log.debug(message) });
  return { url, appUrl, embedded: true, release };
}
