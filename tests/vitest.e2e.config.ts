/** Tests in a real browser, against the built server. `pnpm build` first; Chromium comes from npm, or from CHROME_PATH. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/testkit/global-setup.ts'],
    pool: 'forks',
    // A browser, a server and a database share the machine with each file.
    fileParallelism: false,
    // The product is loaded, and the browser started, once for all files: see vitest.config.ts.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
