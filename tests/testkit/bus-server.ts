/** NATS and Redis as they are, where their programs are installed: started, killed and started again on one port. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { freePort } from './free-port.ts';

export type BusProgram = 'nats-server' | 'redis-server';

export interface TestBusServer {
  /** For BUS_URL. */
  url: string;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it (again); resolves once it answers. */
  start(): Promise<void>;
}

/** Programs and what they print when they answer; neither keeps anything on disk. */
const PROGRAMS: Record<BusProgram, { scheme: string; ready: string; args: (port: number) => string[] }> = {
  'nats-server': {
    scheme: 'nats',
    ready: 'Server is ready',
    args: (port) => ['--addr', '127.0.0.1', '--port', String(port)],
  },
  'redis-server': {
    scheme: 'redis',
    ready: 'eady to accept connections',
    args: (port) => ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'],
  },
};

export async function startBusServer(program: BusProgram): Promise<TestBusServer> {
  const { scheme, ready, args } = PROGRAMS[program];
  const port = await freePort();
  let running: ChildProcess | null = null;
  const server: TestBusServer = {
    url: `${scheme}://127.0.0.1:${port}`,
    async start() {
      const child = spawn(program, args(port), { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' });
      running = child;
      // It goes with this process, whatever ends it.
      process.once('exit', () => child.kill('SIGKILL'));
      await new Promise<void>((resolve, reject) => {
        let said = '';
        const hear = (chunk: Buffer) => {
          said += chunk.toString('utf8');
          if (said.includes(ready)) resolve();
        };
        child.stdout?.on('data', hear);
        child.stderr?.on('data', hear);
        child.on('error', reject);
        child.on('exit', () => reject(new Error(`${program} ended: ${said}`)));
      });
    },
    async kill() {
      const child = running;
      running = null;
      if (child === null || child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
  await server.start();
  return server;
}
