import { existsSync } from 'node:fs';
import { appendFile, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BY_HAND_MARKER, defaultMigrationsDir } from './migration-files.ts';
import { packageRoot } from './package-root.ts';
import { diffSchemas } from './schema-diff.ts';

/**
 * Writes the next migration: `pnpm --filter @redress/prisma run migration NAME [--by-hand FILE]`.
 *
 * The statements are the difference between the snapshot kept beside the migrations and schema.prisma; those of FILE
 * follow below a marker, for what Prisma can't express. Read the result before it is committed: a rename comes out as a
 * drop and an add.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'by-hand': { type: 'string' } } });
const name = positionals[0] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Give the migration a name of small letters, digits and underscores: pnpm --filter @redress/prisma run migration add_survey',
  );
  process.exit(2);
}

const schema = join(packageRoot(), 'schema.prisma');
const snapshot = join(defaultMigrationsDir(), 'schema.snapshot.prisma');
const before = existsSync(snapshot) ? await readFile(snapshot, 'utf8') : null;
const generated = await diffSchemas(before, await readFile(schema, 'utf8'));
const byHand = values['by-hand'] === undefined ? '' : (await readFile(values['by-hand'], 'utf8')).trim();
if (!generated && !byHand) {
  console.error('schema.prisma is as the last migration left it. For statements of your own, give --by-hand FILE.');
  process.exit(2);
}

const folder = join(defaultMigrationsDir(), `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
const file = join(folder, 'migration.sql');
await mkdir(folder, { recursive: true });
await writeFile(file, generated ? `${generated}\n` : '');
if (byHand) await appendFile(file, `${generated ? '\n' : ''}${BY_HAND_MARKER}\n${byHand}\n`);
await copyFile(schema, snapshot);
console.log(`Wrote ${file}. Read it through; what you add yourself goes below a line "${BY_HAND_MARKER}".`);
