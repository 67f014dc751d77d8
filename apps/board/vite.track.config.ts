import { defineConfig } from 'vite';

/**
 * The customer's page, built by itself: it shares no chunk with the board, so neither makes the other larger, and it is
 * written for phones that the board is not. It goes into the folder that the board was built into.
 */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2017',
    sourcemap: true,
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    rollupOptions: { input: 't.html' },
  },
});
