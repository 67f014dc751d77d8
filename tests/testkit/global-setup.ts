/** One PostgreSQL for a run of tests: the embedded one, or the one that TEST_DATABASE_URL names. */
import { openTemporary } from '@redress/prisma/embedded/temporary';
import { ensureTemplate } from '@redress/prisma/scratch';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a user who may make databases. */
    adminUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await openTemporary() : { url: given, release: async () => undefined };
  // Made here, so that workers that start together don't wait for each other.
  await ensureTemplate(server.url);
  project.provide('adminUrl', server.url);
  return () => server.release();
}
