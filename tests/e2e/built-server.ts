/** The built server as a process of its own, so that it can be killed like one. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../testkit/free-port.ts';

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

export interface BuiltServer {
  url: string;
  /** Ends it without a chance to say goodbye. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** Starts it on a database; with `demo`, an empty one gets the demo company. `settings` are its environment. */
export async function startBuiltServer(
  databaseUrl: string,
  demo = false,
  settings: Record<string, string> = {},
): Promise<BuiltServer> {
  if (!existsSync(MAIN)) throw new Error('the server has not been built; run: npx pnpm run build');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child === null || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    child = null;
  };
  const server: BuiltServer = {
    url,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async start() {
      const env = {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DEMO: demo ? '1' : '0',
        PORT: String(port),
        LOG_LEVEL: 'error',
        // A busy machine makes a test slow, never wrong.
        OVERLOAD_DELAY_MS: '0',
        OVERLOAD_WAITING: '0',
        ...settings,
      };
      const started = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      child = started;
      await announced(started);
    },
  };
  await server.start();
  return server;
}

/** Resolves when the server says where it is open; rejects when it ends before that. */
async function announced(child: ChildProcess): Promise<void> {
  let said = '';
  const open = new Promise<void>((resolve) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is open at')) resolve();
    });
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the server ended with ${String(code)}: ${said}`);
  });
  await Promise.race([open, ended]);
  ended.catch(() => undefined);
}
