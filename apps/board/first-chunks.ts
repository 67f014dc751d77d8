/**
 * What is loaded before the first card comes in two chunks: `first`, what every screen stands on, and `board`, what the
 * board adds to it. Left to itself the build makes a chunk of every handful of modules that some later screens share, some
 * sixty for the first load, which compress worse and are asked for one by one.
 *
 * A group takes what its one module needs, and what that needs, as far as no group before it has taken it. So `first`
 * imports no other chunk and `board` only `first`: a group that took some of them would make two chunks import each other,
 * and one of the two would run before what it needs.
 */
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

const MAIN = fileURLToPath(new URL('./src/main.tsx', import.meta.url));
const BOARD = fileURLToPath(new URL('./src/app/board-layout.tsx', import.meta.url));

export const firstChunks = {
  groups: [
    { name: 'first', test: (id) => id === MAIN, priority: 2 },
    { name: 'board', test: (id) => id === BOARD, priority: 1 },
  ],
} satisfies Rolldown.OutputOptions['codeSplitting'];
