/** One PostgreSQL for a run of tests: the embedded one, or the one that TEST_DATABASE_URL names. */
import { APP_ROLE, ensureAppRole, signedInAs } from '@redress/prisma/app-role';
import { openTemporary } from '@redress/prisma/embedded/temporary';
import type { TemporaryServer } from '@redress/prisma/embedded/temporary';
import { ensureTemplate } from '@redress/prisma/scratch';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a user who may make databases. */
    adminUrl: string;
    /** Of any database of the server, as the role that owns nothing. */
    appUrl: string;
  }
}

/** Of the role on a server that is only for tests. */
const PASSWORD = 'the role of the tests';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await openTemporary() : await openGiven(given);
  // Made here, so that workers that start together don't wait for each other.
  await ensureTemplate(server.url);
  project.provide('adminUrl', server.url);
  project.provide('appUrl', server.appUrl);
  return () => server.release();
}

async function openGiven(url: string): Promise<Pick<TemporaryServer, 'url' | 'appUrl' | 'release'>> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await ensureAppRole(admin, PASSWORD);
  await admin.end();
  return { url, appUrl: signedInAs(url, APP_ROLE, PASSWORD), release: async () => undefined };
}
