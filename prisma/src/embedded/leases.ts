import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProcessIdentity, identifySelf, isStillRunning } from './process-identity.ts';

let taken = 0;

/** Writes down that this process uses the server. Returns the lease's file. Call it under the lock. */
export async function takeLease(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = `${process.pid}-${++taken}`;
  const draft = join(folder, `.${name}`);
  await writeFile(draft, JSON.stringify(identifySelf()));
  await rename(draft, join(folder, name));
  return join(folder, name);
}

/**
 * Gives a lease back, clears away those of dead processes, and returns how many live ones remain. Call it under the
 * lock: whoever is told 0 stops the server.
 */
export async function returnLease(folder: string, lease: string): Promise<number> {
  await rm(lease, { force: true });
  let live = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (await isLive(path)) live += 1;
    else await rm(path, { force: true });
  }
  return live;
}

async function isLive(path: string): Promise<boolean> {
  try {
    return isStillRunning(JSON.parse(await readFile(path, 'utf8')) as ProcessIdentity);
  } catch {
    // Cut short by a power failure: then its process is gone as well.
    return false;
  }
}
