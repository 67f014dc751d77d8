import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process, told apart from a later one with the same pid: `stamp` is when it started, in the system's own words. Null
 * where the system does not say (Windows); then the pid alone has to do.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly stamp: string | null;
}

/** Whether a process with this pid runs. A zombie does not: it only waits for its parent to notice. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return readLinuxStamp(pid) !== undefined;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process that has this pid now, or undefined when none (or only a zombie) has it. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!isAlive(pid)) return undefined;
  const stamp = readStamp(pid);
  return stamp === undefined ? undefined : { pid, stamp };
}

/** Whether the very process that was identified earlier still runs. */
export function isStillRunning(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid);
  return now !== undefined && (identity.stamp === null || now.stamp === null || now.stamp === identity.stamp);
}

let self: ProcessIdentity | undefined;

/** This process. */
export function identifySelf(): ProcessIdentity {
  self ??= identify(process.pid) ?? { pid: process.pid, stamp: null };
  return self;
}

function readStamp(pid: number): string | null | undefined {
  if (process.platform === 'linux') return readLinuxStamp(pid);
  if (process.platform === 'win32') return null;
  try {
    const line = execFileSync('ps', ['-o', 'state=', '-o', 'lstart=', '-p', String(pid)], {
      env: { LC_ALL: 'C' },
      encoding: 'utf8',
    });
    return line.startsWith('Z') ? undefined : line.trim().replace(/^\S+\s+/, '');
  } catch {
    return isAlive(pid) ? null : undefined;
  }
}

/** Boot and start time of a live process; undefined for a dead one and for a zombie. */
function readLinuxStamp(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may itself hold brackets and spaces; the fields follow the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTime] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? undefined : `${bootId()}/${startTime}`;
  } catch {
    return undefined;
  }
}

let boot: string | undefined;

/** Start times count from the boot, so after a reboot an old stamp could fit a new process. */
function bootId(): string {
  if (boot === undefined) {
    try {
      boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    } catch {
      boot = '';
    }
  }
  return boot;
}
