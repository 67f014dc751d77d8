import { readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './database-user.ts';
import { EmbeddedError } from './embedded-error.ts';
import { type Endpoint, chooseEndpoint, leaveEndpoint, urlOf } from './endpoint.ts';
import { launch } from './launch.ts';
import type { Layout } from './layout.ts';
import { findPostmaster, removeStaleLocks } from './postmaster.ts';
import { probe } from './probe.ts';
import { runProgram } from './run-program.ts';
import { writeSettings } from './settings.ts';

/** All that it takes to run one cluster's server. */
export interface Server {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly user: DatabaseUser | null;
  /** Settings of PostgreSQL that differ from the defaults. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (message: string) => void;
}

const POLL_MS = 25;
const START_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 60_000;
/** How long a new server may take to write its pid file, where its end can't be seen. */
const UNSEEN_FOR_MS = 5_000;
const LARGEST_LOG_BYTES = 16 * 1024 * 1024;

/** What the log says when a start fails for a reason that goes away by itself. */
const PASSING = /pre-existing shared memory block|lock file ".*" already exists|could not bind|Address already in use/;

/**
 * Adopts the cluster's server when one runs, otherwise starts it, and waits until it answers: after a crash that is
 * when recovery is done. Call it under the lock.
 *
 * @returns where it answers.
 * @throws EmbeddedError START_FAILED with the end of the server's log.
 */
export async function ensureRunning(server: Server): Promise<Endpoint> {
  const { layout } = server;
  const password = (await readFile(layout.password, 'utf8')).trim();
  const deadline = Date.now() + START_WITHIN_MS;
  let attempt: Attempt | undefined;
  while (Date.now() < deadline) {
    const running = findPostmaster(layout.cluster);
    if (running) {
      if (running.endpoint && (await probe(urlOf(running.endpoint, 'postgres', password), layout.cluster))) {
        if (!attempt) server.log(`adopted the PostgreSQL that already runs (process ${running.pid})`);
        return running.endpoint;
      }
    } else if (!attempt) {
      await removeStaleLocks(layout.cluster);
      attempt = await start(server);
    } else if (attempt.hasFailed()) {
      const said = (await readFile(layout.log, 'utf8')).slice(attempt.logOffset);
      if (!PASSING.test(said)) throw failed(layout, said);
      await sleep(500);
      attempt = undefined;
    }
    await sleep(POLL_MS);
  }
  throw failed(layout, (await readFile(layout.log, 'utf8').catch(() => '')).slice(-2000));
}

/** Stops the server, finishing open transactions by rolling them back. Call it under the lock. */
export async function stop(server: Server): Promise<void> {
  const { layout, binaries, user } = server;
  const endpoint = findPostmaster(layout.cluster)?.endpoint;
  for (const mode of ['fast', 'immediate']) {
    if (!findPostmaster(layout.cluster)) break;
    await runProgram(binaries.pgCtl, ['stop', '-D', layout.cluster, '-m', mode, '-W'], user, layout.cluster);
    const deadline = Date.now() + STOP_WITHIN_MS;
    while (findPostmaster(layout.cluster) && Date.now() < deadline) await sleep(POLL_MS);
  }
  await leaveEndpoint(layout, endpoint);
}

interface Attempt {
  /** Where in the log its own words begin. */
  readonly logOffset: number;
  hasFailed(): boolean;
}

async function start(server: Server): Promise<Attempt> {
  const { layout, binaries, user, settings } = server;
  await writeSettings(layout, user, await chooseEndpoint(layout, user), settings);
  const logOffset = await makeRoomInLog(layout);
  const begun = Date.now();
  const { hasEnded } = await launch(layout, binaries, user);
  return { logOffset, hasFailed: () => hasEnded() ?? Date.now() > begun + UNSEEN_FOR_MS };
}

/** Puts a log that has grown large aside. Returns the length of what is there now. */
async function makeRoomInLog(layout: Layout): Promise<number> {
  const size = (await stat(layout.log).catch(() => null))?.size ?? 0;
  if (size <= LARGEST_LOG_BYTES) return size;
  await rename(layout.log, `${layout.log}.1`);
  return 0;
}

function failed(layout: Layout, said: string): EmbeddedError {
  const tail = said.trim().split('\n').slice(-15).join('\n');
  return new EmbeddedError('START_FAILED', `PostgreSQL does not start. Its log, ${layout.log}, ends with:\n${tail}`);
}
