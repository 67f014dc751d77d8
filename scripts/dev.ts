import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './root.ts';
import { toolPath } from './run-tool.ts';

/**
 * The same as `start`, with reload: the server starts anew when one of its sources changes, and Vite serves the board
 * and swaps its modules. Ctrl-C ends Vite first and then the server, which takes its leave of the database last.
 */
const host = process.env['HOST'] || '127.0.0.1';
const apiPort = process.env['PORT'] || '4000';
const boardPort = process.env['BOARD_PORT'] || '5173';
const boardOrigin = `http://127.0.0.1:${boardPort}`;

const api = launch('.', ['tsx', 'watch', '--clear-screen=false', 'apps/api/src/main.ts'], {
  // Browsers name Vite's origin when they write, so it has to be one that the server knows.
  PUBLIC_ORIGIN:
    process.env['PUBLIC_ORIGIN'] || `${boardOrigin},http://localhost:${boardPort},http://${host}:${apiPort}`,
});
const board = launch('apps/board', ['vite', '--logLevel', 'warn', '--clearScreen', 'false'], {
  API_ORIGIN: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${apiPort}`,
  BOARD_PORT: boardPort,
});
console.log(`The board, with reload: ${boardOrigin}`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
for (const child of [api, board]) child.once('exit', (code) => void stop(code ?? 1));

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const child of [board, api]) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
  process.exit(code);
}

/**
 * Starts a tool in a process group of its own: a Ctrl-C in the terminal would otherwise reach both at once, and the
 * order of their end would be chance.
 */
function launch(workspace: string, [tool = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [toolPath(workspace, tool), ...args], {
    cwd: join(root, workspace),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
}
