import { link, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.ts';
import { type ProcessIdentity, identifySelf, isAlive, isStillRunning } from './process-identity.ts';

interface Holder extends ProcessIdentity {
  readonly held: boolean;
}

const POLL_MS = 40;
const PATIENCE_MS = 150_000;

/**
 * Runs `work` while no other process (and nothing else in this one) runs under the lock of the same folder. A holder
 * that died is passed over at once.
 *
 * Node has no flock. A plain lock file can't be taken over from a dead holder without a race between two heirs, so the
 * lock is a sequence of files, one for each generation. The newest file decides; the next generation is made by link(),
 * which succeeds for one process only; and the newest file is never removed, only marked as free, so that whoever acts
 * on an outdated listing finds a newer generation and steps back.
 *
 * @throws EmbeddedError BUSY when a live process holds the lock for more than two and a half minutes.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = await acquire(folder);
  try {
    return await work();
  } finally {
    const free = await writeHolder(folder, { ...identifySelf(), held: false });
    await rename(free, path);
  }
}

async function acquire(folder: string): Promise<string> {
  const patientUntil = Date.now() + PATIENCE_MS;
  for (;;) {
    const newest = (await generations(folder)).at(-1) ?? 0;
    const holder = newest === 0 ? undefined : await readHolder(fileOf(folder, newest));
    if (holder?.held && isStillRunning(holder)) {
      if (Date.now() > patientUntil) {
        throw new EmbeddedError(
          'BUSY',
          `Process ${holder.pid} has been starting or stopping the database in ${folder} for too long. Stop it and try again.`,
        );
      }
      await sleep(POLL_MS);
      continue;
    }
    const mine = newest + 1;
    if (await claim(folder, mine)) {
      await sweep(folder, mine);
      return fileOf(folder, mine);
    }
  }
}

/** Makes the file of a generation; false when another process was first, or had already gone past it. */
async function claim(folder: string, generation: number): Promise<boolean> {
  const draft = await writeHolder(folder, { ...identifySelf(), held: true });
  const path = fileOf(folder, generation);
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  if ((await generations(folder)).at(-1) === generation) return true;
  await rm(path, { force: true });
  return false;
}

/** Removes older generations, and drafts whose writer died over them. */
async function sweep(folder: string, mine: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const outdated = name.startsWith('.') ? !isAlive(Number.parseInt(name.slice(1), 10)) : Number(name) < mine;
    if (outdated) await rm(join(folder, name), { force: true });
  }
}

let drafts = 0;

async function writeHolder(folder: string, holder: Holder): Promise<string> {
  const draft = join(folder, `.${process.pid}-${++drafts}`);
  await writeFile(draft, JSON.stringify(holder));
  return draft;
}

/** Undefined when the file is gone, or was cut short by a power failure: nobody holds it then. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function generations(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

function fileOf(folder: string, generation: number): string {
  return join(folder, String(generation));
}
