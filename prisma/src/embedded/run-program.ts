import { spawn } from 'node:child_process';
import type { DatabaseUser } from './database-user.ts';

export interface ProgramResult {
  /** Exit status; null when the program could not be started at all, or was killed (`output` then says why). */
  readonly status: number | null;
  readonly output: string;
}

/** A program that leaves a server behind may leave its output open as well; this long it is still listened to. */
const DRAIN_MS = 250;

/**
 * Runs one of PostgreSQL's programs to its end, as the given user, from a folder of their own or the root. Its
 * environment is empty but for the locale: what the operator has set for another PostgreSQL (PGDATA, PGPORT, TZ) must
 * not reach this one.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  user: DatabaseUser | null,
  cwd: string,
): Promise<ProgramResult> {
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  return new Promise((done) => {
    const child = spawn(file, args, {
      ...identity,
      cwd,
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const finish = (status: number | null) => {
      child.stdout.destroy();
      child.stderr.destroy();
      done({ status, output: output.trim() });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(null);
    });
    child.on('exit', (status, signal) => {
      if (signal) output += `killed by ${signal}`;
      setTimeout(finish, DRAIN_MS, status).unref();
    });
    child.on('close', (status) => finish(status));
  });
}
