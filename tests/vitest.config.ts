/** Tests of the server and of pure parts. Those in a browser have a configuration of their own. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Vite takes graphql's ES modules, Node its CommonJS ones; two copies would refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    globalSetup: ['tests/testkit/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A worker loads the product once for all of its files, half of the suite's time: what runs lives in an app that a
    // test starts and stops, never in a module.
    isolate: false,
    // Generous: a busy machine makes a test slow, never wrong. Nothing waits for as long unless it is broken.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
