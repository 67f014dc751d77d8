/** What orchestrators ask: does the process live, and may it be sent requests. */
import type { ServerResponse } from 'node:http';
import type { Database } from '@redress/prisma/client';
import { answerJson } from './plain-answer.ts';

export interface Readiness {
  db: Database;
  isListening: () => boolean;
  isStopping: () => boolean;
}

const PROBE_MS = 2_000;

export function answerHealth(response: ServerResponse): void {
  answerJson(response, 200, { status: 'ok' });
}

/** 200 when the database answers, events are heard and nobody is stopping; else 503 with what is not so. */
export async function answerReadiness(
  response: ServerResponse,
  { db, isListening, isStopping }: Readiness,
): Promise<void> {
  const checks = { database: await answers(db), feed: isListening(), running: !isStopping() };
  const ready = Object.values(checks).every(Boolean);
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
