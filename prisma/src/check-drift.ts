import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { compareCatalogues, readCatalogue } from './catalogue.ts';
import { openTemporary } from './embedded/temporary.ts';
import { byHandPart, readMigrations } from './migration-files.ts';
import { packageRoot } from './package-root.ts';
import { diffSchemas } from './schema-diff.ts';
import { createScratchDatabase } from './scratch.ts';

/**
 * Fails when the migrations and schema.prisma lead to different databases: `pnpm --filter @redress/prisma run drift`.
 *
 * One scratch database gets the migrations as they are. Another gets the whole of schema.prisma at once, and then the
 * parts of all migrations that were written by hand, in order. Their catalogues have to agree. A part by hand that a
 * later migration undoes must therefore be undone by hand as well.
 */
const server = await openTemporary();
try {
  const migrated = await createScratchDatabase(server.url);
  const designed = await createScratchDatabase(server.url, 'template0');
  await buildFromSchema(designed.url);
  const difference = compareCatalogues(await readCatalogue(migrated.url), await readCatalogue(designed.url));
  if (difference.length > 0) {
    console.error('The migrations (-) and schema.prisma (+) lead to different databases:');
    for (const line of difference) console.error(`  ${line}`);
    console.error('Write the missing migration: pnpm --filter @redress/prisma run migration NAME');
    process.exitCode = 1;
  } else {
    console.log('The migrations lead to what schema.prisma says.');
  }
} finally {
  await server.release();
}

async function buildFromSchema(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(await diffSchemas(null, await readFile(join(packageRoot(), 'schema.prisma'), 'utf8')));
    for (const migration of await readMigrations()) {
      const sql = byHandPart(migration);
      if (sql) await client.query(sql);
    }
  } finally {
    await client.end();
  }
}
