import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoint } from './endpoint.ts';
import { isAlive } from './process-identity.ts';

/** A running server of a cluster, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  /** Null while the server has not got so far as to write it down. */
  readonly endpoint: Endpoint | null;
}

/** The live server of this cluster. A zombie is none, nor is a foreign process that was given the pid of a dead one. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readPidFile(cluster);
  const pid = Number(lines?.[0]);
  if (!lines || !isAlive(pid) || worksElsewhere(pid, cluster)) return undefined;
  const [port, folder, address] = [Number(lines[3]), lines[4], lines[5]];
  if (folder) return { pid, endpoint: { kind: 'socket', folder } };
  return { pid, endpoint: address && port ? { kind: 'loopback', port } : null };
}

/**
 * Removes the pid file and the socket's lock of a dead server, which PostgreSQL itself would take for a live one when
 * its pid was given to another process, or its zombie is never reaped. Only where it can be seen (Linux) that no
 * process of the cluster is left, since a worker that outlives its server may still write.
 */
export async function removeStaleLocks(cluster: string): Promise<void> {
  const lines = readPidFile(cluster);
  if (process.platform !== 'linux' || !lines) return;
  const folder = realpathSync(cluster);
  if (readdirSync('/proc').some((name) => /^\d+$/.test(name) && workingFolder(Number(name)) === folder)) return;
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  if (lines[4]) await rm(join(lines[4], `.s.PGSQL.${lines[3]}.lock`), { force: true });
}

function readPidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/** Every process of PostgreSQL works in its cluster's folder; unknown counts as there. */
function worksElsewhere(pid: number, cluster: string): boolean {
  const folder = workingFolder(pid);
  return folder !== undefined && folder !== realpathSync(cluster);
}

function workingFolder(pid: number): string | undefined {
  try {
    return process.platform === 'linux' ? readlinkSync(`/proc/${pid}/cwd`) : undefined;
  } catch {
    return undefined;
  }
}
