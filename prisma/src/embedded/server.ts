import { chown, open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './database-user.ts';
import { EmbeddedError } from './embedded-error.ts';
import { type Endpoint, chooseEndpoint, urlOf } from './endpoint.ts';
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
  let started: { logOffset: number } | undefined;
  while (Date.now() < deadline) {
    const running = findPostmaster(layout.cluster);
    if (!running) {
      if (started) {
        const said = (await readFile(layout.log, 'utf8')).slice(started.logOffset);
        if (!PASSING.test(said)) throw failed(layout, said);
        await sleep(500);
      }
      await removeStaleLocks(layout.cluster);
      started = await start(server);
    } else if (running.endpoint && (await probe(urlOf(running.endpoint, 'postgres', password), layout.cluster))) {
      if (!started) server.log(`adopted the PostgreSQL that already runs (process ${running.pid})`);
      return running.endpoint;
    }
    await sleep(POLL_MS);
  }
  throw failed(layout, (await readFile(layout.log, 'utf8').catch(() => '')).slice(-2000));
}

/** Stops the server, finishing open transactions by rolling them back. Call it under the lock. */
export async function stop(server: Server): Promise<void> {
  const { layout, binaries, user } = server;
  for (const mode of ['fast', 'immediate']) {
    if (!findPostmaster(layout.cluster)) return;
    await runProgram(binaries.pgCtl, ['stop', '-D', layout.cluster, '-m', mode, '-W'], user, layout.cluster);
    const deadline = Date.now() + STOP_WITHIN_MS;
    while (findPostmaster(layout.cluster) && Date.now() < deadline) await sleep(POLL_MS);
  }
}

/** Asks pg_ctl to start the server in a session of its own, so that a Ctrl-C in the terminal does not reach it. */
async function start(server: Server): Promise<{ logOffset: number }> {
  const { layout, binaries, user, settings } = server;
  await writeSettings(layout, user, await chooseEndpoint(layout, user), settings);
  const logOffset = await prepareLog(layout, user);
  const { status, output } = await runProgram(binaries.pgCtl, ['start', '-D', layout.cluster, '-l', layout.log, '-W'], user, layout.cluster);
  if (status !== 0) throw failed(layout, output);
  // pg_ctl returns before the new server has written its pid file; asking too early would start a second one.
  for (let turn = 0; turn < 80 && !findPostmaster(layout.cluster); turn += 1) await sleep(POLL_MS);
  return { logOffset };
}

/** Makes the log writable for the database user; one that has grown large makes room first. Returns its length. */
async function prepareLog(layout: Layout, user: DatabaseUser | null): Promise<number> {
  const size = (await stat(layout.log).catch(() => null))?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) await rename(layout.log, `${layout.log}.1`);
  const file = await open(layout.log, 'a', 0o600);
  await file.close();
  if (user) await chown(layout.log, user.uid, user.gid);
  return size > LARGEST_LOG_BYTES ? 0 : size;
}

function failed(layout: Layout, said: string): EmbeddedError {
  const tail = said.trim().split('\n').slice(-15).join('\n');
  return new EmbeddedError('START_FAILED', `PostgreSQL does not start. Its log, ${layout.log}, ends with:\n${tail}`);
}
