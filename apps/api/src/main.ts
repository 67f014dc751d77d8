/**
 * The supervisor: opens the database, brings it up to date, starts the server, and stops everything in order. One command
 * and one port; what it prints is for the person who typed the command.
 */
import { startApp } from './app.ts';
import type { App } from './app.ts';
import { systemTime } from './clock/time-source.ts';
import { openDatabaseServer } from './database-server.ts';
import type { DatabaseServer } from './database-server.ts';
import { DEMO_PASSWORD } from './demo/load.ts';
import { parseEnv } from './env.ts';
import type { Env } from './env.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { operatorMessage } from './operator-error.ts';
import { boardDir, repositoryRoot } from './root.ts';
import { setUp } from './set-up.ts';

const GIVE_UP_MS = 10_000;

let log: Log | null = null;
let server: DatabaseServer | null = null;
let app: App | null = null;
let stopping = false;

async function start(): Promise<void> {
  const env = parseEnv(repositoryRoot);
  log = createLog(env.logLevel);
  server = await openDatabaseServer(env, log);
  const demo = env.demo ?? server.embedded;
  const { url, appUrl } = server;
  const databaseUrl = await setUp({ databaseUrl: url, appUrl, demo, now: () => systemTime.now(), log });
  if (stopping) return;
  const {
    host,
    port,
    busUrl,
    publicOrigins,
    trustProxy,
    costPerMinute,
    resumeHours,
    overload,
    mail,
    sms,
    robotOrigins,
    files,
  } = env;
  app = await startApp({
    databaseUrl,
    busUrl,
    host,
    port,
    boardDir,
    publicOrigins,
    trustProxy,
    costPerMinute,
    resumeHours,
    overload,
    mail,
    sms,
    robotOrigins,
    files,
    time: systemTime,
    log,
  });
  announce(env, app);
}

function announce({ host, databaseUrl, dataDir }: Env, { url, services }: App): void {
  const { port } = new URL(url);
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const lines = ['', `  Redress is open at  ${isEverywhere ? `http://localhost:${port}` : url}`];
  if (services.directory.members.some((member) => member.demo)) {
    lines.push('', `  It holds a demo company: sign in with one click, or with the password ${DEMO_PASSWORD}.`);
  }
  lines.push('', databaseUrl === null ? `  Its data is in ${dataDir}. Ctrl-C stops it.` : '  Ctrl-C stops it.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** In order: no new requests, sockets told to come back, clock and feed still, and the database last. */
async function stop(): Promise<void> {
  await app?.stop();
  await server?.release();
}

function onSignal(): void {
  if (stopping) process.exit(130);
  stopping = true;
  process.stdout.write('\n  Stopping. Once more to stop at once.\n');
  starting
    .then(stop)
    .then(() => process.exit(0))
    .catch(fail);
}

function fail(error: unknown): void {
  const message = operatorMessage(error);
  if (message !== null) process.stderr.write(`\n${message}\n\n`);
  else if (log !== null) log.fatal({ err: error }, 'Redress could not go on');
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  // What is broken may not stop in order either.
  setTimeout(() => process.exit(1), GIVE_UP_MS).unref();
  stop()
    .catch(() => undefined)
    .finally(() => process.exit(1));
}

process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
process.on('uncaughtException', fail);

const starting = start();
starting.catch(fail);
