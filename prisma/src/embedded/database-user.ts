import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { EmbeddedError } from './embedded-error.ts';
import type { Layout } from './layout.ts';

/** Who runs PostgreSQL, when that is not simply who runs this process. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. A root process therefore runs it as whom the data already belongs to, else as
 * `postgres`, else as `nobody`. Anybody else runs it as themselves: the answer is null, as it is on Windows.
 *
 * @throws EmbeddedError NO_DATABASE_USER, or DATA_DIR_FOREIGN when the data belongs to someone whom this process can't be.
 */
export function chooseDatabaseUser(layout: Layout): DatabaseUser | null {
  const me = process.geteuid?.();
  if (me === undefined) return null;
  const owner = ownerOf(layout.cluster);
  if (me !== 0) {
    if (owner === undefined || owner.uid === me) return null;
    throw new EmbeddedError(
      'DATA_DIR_FOREIGN',
      `The data in ${layout.cluster} belongs to user ${owner.name}. Run Redress as that user, or set DATA_DIR to another folder.`,
    );
  }
  if (owner !== undefined && owner.uid !== 0) return owner;
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new EmbeddedError(
    'NO_DATABASE_USER',
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as. Run Redress as an ordinary user, or set DATABASE_URL.',
  );
}

function ownerOf(folder: string): DatabaseUser | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return undefined;
  return { name: idOf('-un', String(stat.uid)) ?? `#${stat.uid}`, uid: stat.uid, gid: stat.gid };
}

function lookUp(name: string): DatabaseUser | undefined {
  const [uid, gid] = [Number(idOf('-u', name)), Number(idOf('-g', name))];
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { name, uid, gid } : undefined;
}

/** Asked of the system's own `id`, which also knows users who are not in /etc/passwd. */
function idOf(option: '-u' | '-g' | '-un', user: string): string | undefined {
  try {
    return execFileSync('id', [option, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
