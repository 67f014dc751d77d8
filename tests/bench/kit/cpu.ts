/** What processes have spent of the CPU, as Linux counts it: in hundredths of a second. */
import { readFileSync, readdirSync } from 'node:fs';

const TICK_MS = 10;

/** CPU of a process, all its threads, in user and kernel mode, in milliseconds; 0 when it is gone. */
export function cpuMsOf(pid: number): number {
  const fields = statOf(pid);
  return fields === null ? 0 : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/**
 * CPU of a whole PostgreSQL: the postmaster, its sessions of now, and those that have ended.
 *
 * @param backendPid any session's, as pg_backend_pid() gives it.
 * @returns a meter in milliseconds.
 */
export function postgresMeter(backendPid: number): () => number {
  const postmaster = Number(statOf(backendPid)?.[1]);
  if (!postmaster) throw new Error('the benches read CPU from /proc, which is not here');
  return () => {
    const own = statOf(postmaster);
    if (own === null) return 0;
    const ended = (Number(own[13]) + Number(own[14])) * TICK_MS;
    const running = processes().filter((pid) => statOf(pid)?.[1] === String(postmaster));
    return running.reduce((sum, pid) => sum + cpuMsOf(pid), cpuMsOf(postmaster) + ended);
  };
}

function processes(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** The fields of /proc/PID/stat after the command's name: [0] state, [1] parent, [11] utime, [12] stime, [13] cutime … */
function statOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  } catch {
    return null;
  }
}
