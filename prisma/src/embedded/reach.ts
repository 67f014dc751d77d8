import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseUser } from './database-user.ts';
import { EmbeddedError } from './embedded-error.ts';
import { runProgram } from './run-program.ts';

/**
 * Makes the data folder, when it is not there, so that both this process and the database user can enter it.
 *
 * Whether the user can enter is found out by doing it (access lists and mounts may say otherwise than the mode bits);
 * the bits are only read to tell the operator which folder is closed. Nothing is made when the answer is no.
 *
 * @throws EmbeddedError DATA_DIR_UNREACHABLE, DATA_DIR_FOREIGN, or NO_DATABASE_USER when root may not change users here.
 */
export async function openDataDir(dataDir: string, user: DatabaseUser | null): Promise<void> {
  if (user) {
    const existing = nearestExisting(dataDir);
    if (!(await canEnter('/', user))) throw locked(user);
    if (!(await canEnter(existing, user))) throw unreachable(dataDir, closedFolder(existing, user) ?? existing, user);
  }
  try {
    const first = mkdirSync(dataDir, { recursive: true });
    // A strict umask would have closed the new folders to the database user again.
    if (user && first)
      for (let folder = dataDir; folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o755);
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new EmbeddedError(
      'DATA_DIR_FOREIGN',
      `The folder ${dataDir} can't be made or written to (${(error as Error).message}). Set DATA_DIR to a folder that you may write to.`,
      { cause: error },
    );
  }
}

/** The shell goes there itself: a working directory that is given at the start is entered as root, before the change of user. */
async function canEnter(folder: string, user: DatabaseUser): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], user, '/')).status === 0;
}

function nearestExisting(folder: string): string {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  return existing;
}

/** The outermost folder on the way that the mode bits close to the user. */
function closedFolder(folder: string, user: DatabaseUser): string | undefined {
  const above = dirname(folder) === folder ? undefined : closedFolder(dirname(folder), user);
  if (above) return above;
  const { mode, uid, gid } = statSync(folder);
  const executable = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return mode & executable ? undefined : folder;
}

function unreachable(dataDir: string, closed: string, user: DatabaseUser): EmbeddedError {
  return new EmbeddedError(
    'DATA_DIR_UNREACHABLE',
    [
      `As root, PostgreSQL runs as user "${user.name}", who can't enter ${closed}, and the data is to lie in ${dataDir}.`,
      'Set DATA_DIR to a folder that this user can reach, for example DATA_DIR=/var/lib/redress, or run Redress as an ordinary user.',
    ].join('\n'),
  );
}

function locked(user: DatabaseUser): EmbeddedError {
  return new EmbeddedError(
    'NO_DATABASE_USER',
    `As root, PostgreSQL has to run as user "${user.name}", but this system does not let root start programs as that user. Run Redress as an ordinary user, or set DATABASE_URL.`,
  );
}
