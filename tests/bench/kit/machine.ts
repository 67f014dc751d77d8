/** What the benches ran on. */
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** As rows of a list. */
export function machineDescription(): string[] {
  const [cpu] = cpus();
  return [
    `CPU: ${cpu?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, ${arch()}`,
    `Memory: ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `System: ${system()} (${type()} ${release()})`,
    `Node.js ${process.versions.node}, V8 ${process.versions.v8}`,
  ];
}

/** How many processes wanted a core, on average over the last minute. */
export function load(): number {
  return loadavg()[0]!;
}

function system(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
