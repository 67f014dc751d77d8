/** What orchestrators ask: does the process live, and may it be sent requests. */
import type { ServerResponse } from 'node:http';
import type { Database } from '@redress/prisma/client';
import { answerJson } from './plain-answer.ts';

export interface Readiness {
  db: Database;
  /** Whether wake-ups of other processes are heard. */
  hears: () => boolean;
  isStopping: () => boolean;
}

const PROBE_MS = 2_000;

export function answerHealth(response: ServerResponse): void {
  answerJson(response, 200, { status: 'ok' });
}

/**
 * 200 when the database answers and nobody is stopping; else 503. `checks` says what is not so. A process that hears no
 * wake-ups is ready all the same: it looks at the log by itself, and were it not, a bus that is down would take every
 * process out of service.
 */
export async function answerReadiness(response: ServerResponse, { db, hears, isStopping }: Readiness): Promise<void> {
  const checks = { database: await answers(db), feed: hears(), running: !isStopping() };
  const ready = checks.database && checks.running;
  answerJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', checks });
}

async function answers(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_MS);
  });
  const probe = db.pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([probe, late]).finally(() => clearTimeout(timer));
}
