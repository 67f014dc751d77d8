import { withLock } from './lock.ts';
import { findPostmaster } from './postmaster.ts';
import { type Server, ensureRunning } from './server.ts';

const LOOK_EVERY_MS = 1000;

/**
 * Starts the server again when it dies under a process that holds a lease. All who hold one look; the lock lets one
 * start it, and the others find it running. Does not keep this process alive.
 */
export function keepRunning(server: Server): { end(): Promise<void> } {
  let work: Promise<void> | undefined;
  const look = async () => {
    if (findPostmaster(server.layout.cluster)) return;
    server.log('PostgreSQL has died; starting it again');
    try {
      await withLock(server.layout.lock, () => ensureRunning(server));
    } catch (error) {
      server.log(`PostgreSQL could not be started again: ${(error as Error).message}`);
    }
  };
  const timer = setInterval(() => {
    work ??= look().finally(() => {
      work = undefined;
    });
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await work;
    },
  };
}
