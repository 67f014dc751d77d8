import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { apiOrigin, boardPort } from './env.ts';
import { firstChunks } from './first-chunks.ts';
import { firstTexts } from './first-texts-plugin.ts';

/** In development Vite serves the board and hands everything else of the product to the API. */
const api = { target: apiOrigin, changeOrigin: false };

/** Screens that are opened so often that all of their parts are asked for at once. */
const OFTEN = /\/(board|complaint-route)-/;

export default defineConfig({
  plugins: [react(), firstTexts()],
  server: {
    host: '127.0.0.1',
    port: boardPort,
    strictPort: true,
    proxy: { '/graphql': { ...api, ws: true }, '/demo.json': api, '/healthz': api, '/readyz': api },
  },
  build: {
    target: 'es2022',
    sourcemap: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: firstChunks } },
    // The names of what later screens share would be a part of the first load; they ask for their parts themselves.
    modulePreload: {
      resolveDependencies: (file, deps, { hostType }) => (hostType === 'html' || OFTEN.test(file) ? deps : []),
    },
  },
});
