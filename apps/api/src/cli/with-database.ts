/** A command's way to the database: beside a running server, or as the one who starts the embedded PostgreSQL. */
import type { ActionContext } from '@redress/domain/actions/context';
import { Directory } from '@redress/domain/reads/directory';
import type { SystemPrincipal } from '@redress/domain/rules/principal';
import { createDatabase } from '@redress/prisma/client';
import { openDatabaseServer } from '../database-server.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Log } from '../log.ts';
import { setUp } from '../set-up.ts';

export interface CommandContext {
  /** What actions are given when a command acts: the product itself, from a command line. */
  actions(name: SystemPrincipal['name']): ActionContext;
  env: Env;
  log: Log;
}

/** Opens the database, brings it up to date, runs the command, and leaves no trace of having been there. */
export async function withDatabase(env: Env, command: (context: CommandContext) => Promise<number>): Promise<number> {
  const log = createLog(env.logLevel === 'info' ? 'warn' : env.logLevel);
  const server = await openDatabaseServer(env, log);
  try {
    const now = () => new Date();
    const url = await setUp({ databaseUrl: server.url, appUrl: server.appUrl, demo: false, now, log });
    const db = createDatabase(url);
    try {
      const directory = await Directory.load(db);
      const origin = { via: 'cli' as const, address: null, userAgent: null, requestId: null };
      return await command({
        actions: (name) => ({ db, principal: { kind: 'SYSTEM', name }, origin, now, directory, idempotency: null }),
        env,
        log,
      });
    } finally {
      await db.close();
    }
  } finally {
    await server.release();
  }
}
