import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { Binaries } from './binaries.ts';
import type { DatabaseUser } from './database-user.ts';
import type { Layout } from './layout.ts';
import { runProgram } from './run-program.ts';

/**
 * Starts the server's process and leaves it to itself: it outlives this one, in a session of its own, so that a Ctrl-C
 * in the terminal does not reach it. That it runs does not mean that it answers yet.
 *
 * On Windows pg_ctl does it, because the server refuses an administrator's rights and pg_ctl takes them away. Elsewhere
 * pg_ctl would put the paths into a shell's command, where some characters of a folder's name break it.
 *
 * @returns whether the process is known to have ended again; `null` when that can't be told.
 */
export async function launch(
  layout: Layout,
  binaries: Binaries,
  user: DatabaseUser | null,
): Promise<{ hasEnded(): boolean | null }> {
  if (process.platform === 'win32') {
    const { status } = await runProgram(
      binaries.pgCtl,
      ['start', '-D', layout.cluster, '-l', layout.log, '-W'],
      user,
      layout.cluster,
    );
    return { hasEnded: () => (status === 0 ? null : true) };
  }
  const log = await open(layout.log, 'a', 0o600);
  try {
    if (user) await log.chown(user.uid, user.gid);
    let ended = false;
    const server = spawn(binaries.postgres, ['-D', layout.cluster], {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: layout.cluster,
      env: { LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    const end = () => {
      ended = true;
    };
    server.once('exit', end).once('error', end).unref();
    return { hasEnded: () => ended };
  } finally {
    await log.close();
  }
}
