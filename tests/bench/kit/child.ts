/** Contenders as processes of their own: a limit, a peer, or the server as it was built. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleServer } from '../../../scripts/bundle-server.ts';
import { root } from '../../../scripts/root.ts';
import { cpuMsOf } from './cpu.ts';

export interface Child {
  /** Where it answers, without a slash at the end. */
  url: string;
  pid: number;
  /** CPU that it has spent so far, in milliseconds. */
  cpuMs(): number;
  /** Ends it, in order when it is able to. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): Promise<void>;
}

const PATIENCE_MS = 15_000;
const BUNDLES = 'tests/bench/.cache';

/**
 * Runs a file of this folder, written in TypeScript, as the server would be run: bundled and without a loader, which costs
 * every closure something. It says where it listens by printing its URL.
 *
 * @param file relative to tests/bench, such as `limits/board.ts`.
 * @param env besides the environment of this process.
 */
export async function startFile(file: string, env: Record<string, string> = {}): Promise<Child> {
  const name = file.replace(/\W+/g, '-').replace(/-ts$/, '');
  const folder = `${BUNDLES}/${name}`;
  await bundleServer([`tests/bench/${file}`], folder);
  const [script] = [join(root, folder, `${file.split('/').at(-1)!.replace(/\.ts$/, '')}.js`)];
  return startChild([script], env);
}

/**
 * The server itself, as `pnpm start` runs it, on a database that it may set up. Its files are in a folder that goes with it.
 *
 * @param env its settings, besides: any free port, errors in its log only, no demo, and nothing sent away: what is measured
 *   is what it can do. The bench of overload says otherwise.
 */
export async function startServer(databaseUrl: string, env: Record<string, string> = {}): Promise<Child> {
  await buildServer();
  const files = join('/tmp', `redress-bench-files-${process.pid}-${serial++}`);
  const child = await startChild([join(root, 'apps/api/dist/main.js')], {
    DATABASE_URL: databaseUrl,
    DEMO: '0',
    PORT: '0',
    LOG_LEVEL: 'error',
    FILES_DIR: files,
    OVERLOAD_DELAY_MS: '0',
    OVERLOAD_WAITING: '0',
    ...env,
  });
  const after = async (end: () => Promise<void>) => {
    await end();
    await rm(files, { recursive: true, force: true });
  };
  return { ...child, stop: () => after(child.stop), kill: () => after(child.kill) };
}

let serial = 0;
let built: Promise<void> | null = null;

/** Once in a run: what is measured is what the sources say now. The board is left out, it takes a minute. */
function buildServer(): Promise<void> {
  return (built ??= bundleServer(['apps/api/src/main.ts', 'apps/api/src/redress.ts'], 'apps/api/dist'));
}

/**
 * Runs a script with this Node until it has printed its URL. BENCH_PROFILE names a folder for a CPU profile of each.
 *
 * @param args the script, and its arguments.
 */
export async function startChild(args: readonly string[], env: Record<string, string> = {}): Promise<Child> {
  const profiles = process.env['BENCH_PROFILE'];
  const options = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const child = spawn(process.execPath, [...options, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  const end = async (signal: NodeJS.Signals) => {
    process.off('exit', orphaned);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await exited;
    clearTimeout(patience);
  };
  try {
    const url = await announced(child);
    const pid = child.pid!;
    return { url, pid, cpuMs: () => cpuMsOf(pid), stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
}

/** The first URL that it prints; an error when it ends before that. */
function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /https?:\/\/[\w.[\]:]+:\d+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`a contender ended with ${String(code)}: ${said}`)));
  });
}
