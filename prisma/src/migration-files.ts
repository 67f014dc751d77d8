import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** One migration as it lies in its folder. */
export interface MigrationFile {
  /** The folder's name, which begins with its time, e.g. `20261121230000_initial`. Names sort in the order of applying. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hex, as Prisma computes it. */
  readonly checksum: string;
}

/** The line of a migration.sql below which its statements were written by hand, not derived from schema.prisma. */
export const BY_HAND_MARKER = '-- by hand:';

export function defaultMigrationsDir(): string {
  return join(packageRoot(), 'migrations');
}

/** All migrations of a folder, in the order of applying. */
export async function readMigrations(dir: string = defaultMigrationsDir()): Promise<MigrationFile[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(dir, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}

/** The statements of a migration below the marker; empty when there are none. */
export function byHandPart(migration: MigrationFile): string {
  const lines = migration.sql.split('\n');
  const marker = lines.findIndex((line) => line.trim() === BY_HAND_MARKER);
  return marker < 0
    ? ''
    : lines
        .slice(marker + 1)
        .join('\n')
        .trim();
}
