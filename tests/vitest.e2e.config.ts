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
    // A file has a browser, a server and a database at work, and waits for them most of the time.
    maxWorkers: 2,
    // The product is loaded, and the browser started, once for all files of a worker: see vitest.config.ts.
    isolate: false,
    // Generous: two browsers and the checks beside them leave little of a small machine, and some machines stand still
    // for many seconds. That makes a test slow, never wrong; nothing waits for as long unless it is broken.
    testTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 180_000,
  },
});
