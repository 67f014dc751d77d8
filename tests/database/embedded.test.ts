import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import pg from 'pg';
import { layoutOf } from '@redress/prisma/embedded/layout';
import { openEmbedded } from '@redress/prisma/embedded/open';
import { findPostmaster } from '@redress/prisma/embedded/postmaster';

const asRoot = process.geteuid?.() === 0;

/** The folder of one test, the only thing that is ever removed. */
let home: string;
let dataDir: string;
let cluster: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'redress-test-'));
  await chmod(home, 0o755);
  dataDir = join(home, 'data');
  cluster = layoutOf(dataDir).cluster;
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  if (findPostmaster(cluster)) await (await openEmbedded({ dataDir })).release();
  await rm(home, { recursive: true, force: true });
});

/** Another process that opens the same folder, and answers to lines: `release`. */
async function openElsewhere(): Promise<{ child: ChildProcess; url: string; released: Promise<number | null> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'holder.ts'), dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname, '../..'),
  });
  children.push(child);
  const released = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  const url = await new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout }).once('line', done);
    child.once('exit', (code) => fail(new Error(`The other process ended with ${code}.`)));
  });
  return { child, url, released };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = () => findPostmaster(cluster)?.pid;

async function until<T>(probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    await sleep(20);
  }
}

describe('the embedded PostgreSQL', () => {
  test('[DB1] opens in an empty folder, keeps its data, and is stopped by the last one out', async () => {
    const first = await openEmbedded({ dataDir });
    await query(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    const second = await openEmbedded({ dataDir });
    expect(second.url).toBe(first.url);
    await first.release();
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([[7]]);
    await second.release();
    expect(postmasterPid()).toBeUndefined();
    const again = await openEmbedded({ dataDir });
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([[7]]);
    await again.release();
  });

  test('[DB1] runs in UTC, sorts by code point, waits for the disk, and listens on no port', async () => {
    const database = await openEmbedded({ dataDir });
    const settings = await query(
      database.url,
      `SELECT current_setting('TimeZone'), current_setting('fsync'), current_setting('synchronous_commit'),
              current_setting('listen_addresses'), datlocprovider::text, datlocale, 'Z' < 'a', pg_encoding_to_char(encoding)
       FROM pg_database WHERE datname = current_database()`,
    );
    const addresses = process.platform === 'win32' ? '127.0.0.1' : '';
    expect(settings).toEqual([['UTC', 'on', 'on', addresses, 'b', 'C.UTF-8', true, 'UTF8']]);
    await database.release();
  });

  test('[DB2] processes that open one folder at once share one server', async () => {
    const [here, there, third] = await Promise.all([openEmbedded({ dataDir }), openElsewhere(), openElsewhere()]);
    expect(there.url).toBe(here.url);
    expect(third.url).toBe(here.url);
    const pid = postmasterPid();
    there.child.stdin?.end();
    expect(await there.released).toBe(0);
    await here.release();
    expect(postmasterPid()).toBe(pid);
    third.child.stdin?.end();
    expect(await third.released).toBe(0);
    expect(postmasterPid()).toBeUndefined();
  });

  test('[DB3] a process that is killed leaves a server that the next one adopts and then stops', async () => {
    const killed = await openElsewhere();
    await query(killed.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    const pid = postmasterPid();
    killed.child.kill('SIGKILL');
    await killed.released;
    const heard: string[] = [];
    const next = await openEmbedded({ dataDir, log: (message) => heard.push(message) });
    expect(heard).toEqual([expect.stringContaining(`process ${pid}`)]);
    expect(await query(next.url, 'SELECT n FROM kept')).toEqual([[7]]);
    await next.release();
    expect(postmasterPid()).toBeUndefined();
  });

  test('[DB3] a process that dies while it makes the cluster leaves nothing that stops the next one', async () => {
    const dying = openElsewhere();
    dying.catch(() => undefined);
    await until(
      () => (readable(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('postgres.new-'))) || undefined,
    );
    children[0]?.kill('SIGKILL');
    const next = await openEmbedded({ dataDir });
    expect(await query(next.url, 'SELECT 1')).toEqual([[1]]);
    await next.release();
  });

  test('[DB4] a server that is killed is started again under those who use it, with every acknowledged write', async () => {
    const database = await openEmbedded({ dataDir });
    await query(database.url, 'CREATE TABLE acknowledged (n int)');
    const writer = new pg.Client({ connectionString: database.url });
    writer.on('error', () => undefined);
    await writer.connect();
    let acknowledged = 0;
    const first = postmasterPid();
    try {
      for (;;) {
        await writer.query('INSERT INTO acknowledged VALUES ($1)', [acknowledged + 1]);
        acknowledged += 1;
        if (acknowledged === 200) killCluster();
      }
    } catch {
      // The connection is gone: what was acknowledged until now is what must be there.
    }
    const second = await until(() => (postmasterPid() === first ? undefined : postmasterPid()));
    expect(second).not.toBe(first);
    const rows = await until(() =>
      query(database.url, 'SELECT count(*)::int, max(n) FROM acknowledged').catch(() => undefined),
    );
    const [[count, highest]] = rows as [[number, number]];
    expect(count).toBe(highest);
    expect(count).toBeGreaterThanOrEqual(acknowledged);
    await database.release();
  });

  test('[DB4] both killed at once: the next one to open recovers', async () => {
    const killed = await openElsewhere();
    await query(killed.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    killed.child.kill('SIGKILL');
    await killed.released;
    killCluster();
    const next = await openEmbedded({ dataDir });
    expect(await query(next.url, 'SELECT n FROM kept')).toEqual([[7]]);
    await next.release();
  });

  test('[DB5] a data folder whose path is too long for a socket, or holds odd characters, works all the same', async () => {
    dataDir = join(dataDir, `${'long '.repeat(20)},"'$`, '投诉');
    cluster = layoutOf(dataDir).cluster;
    await mkdir(dataDir, { recursive: true });
    const database = await openEmbedded({ dataDir });
    expect(await query(database.url, 'SELECT 1')).toEqual([[1]]);
    await database.release();
  });

  test('[DB5] a folder that is not a cluster, or is of another version, is refused and left alone', async () => {
    await mkdir(cluster, { recursive: true });
    await chmod(dataDir, 0o755);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(cluster, 'PG_VERSION'), '14\n');
    await expect(openEmbedded({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_OTHER_VERSION' });
    await rm(join(cluster, 'PG_VERSION'));
    await writeFile(join(cluster, 'photo.jpg'), '');
    await expect(openEmbedded({ dataDir })).rejects.toMatchObject({ code: 'INIT_FAILED' });
  });

  test.runIf(asRoot)(
    '[DB6] as root, a folder that the database user cannot enter is refused by name, and nothing is made',
    async () => {
      await chmod(home, 0o700);
      await expect(openEmbedded({ dataDir })).rejects.toMatchObject({
        code: 'DATA_DIR_UNREACHABLE',
        message: expect.stringMatching(new RegExp(`can't enter ${home},[^]*DATA_DIR=`)),
      });
      expect(readable(dataDir)).toBe(false);
    },
  );
});

/** Kills the server and all its processes, as a power failure would. */
function killCluster(): void {
  const pid = postmasterPid();
  if (pid === undefined) throw new Error('There is no server to kill.');
  process.kill(pid, 'SIGKILL');
}

function readable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
