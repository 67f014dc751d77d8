import { defineConfig } from 'prisma/config';
import { databaseUrl } from './env.ts';

/** For Prisma's own command line: `generate` here, `migrate deploy` where its engine can be had. */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  ...(databaseUrl && { datasource: { url: databaseUrl } }),
});
