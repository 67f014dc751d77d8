import { join, resolve } from 'node:path';

/** Where everything of the embedded PostgreSQL lies. All paths are absolute. */
export interface Layout {
  /** The folder that the operator knows as DATA_DIR. */
  readonly dataDir: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** The private folder of the socket, when its path is short enough. */
  readonly socket: string;
  /** One file for each process that uses the server. */
  readonly leases: string;
  /** The generations of the lock that serialises start and stop. */
  readonly lock: string;
  /** The server's log. */
  readonly log: string;
  /** The superuser's password, needed only where the server listens on loopback. */
  readonly password: string;
}

/** @param dataDir absolute, or relative to the working directory. */
export function layoutOf(dataDir: string): Layout {
  const root = resolve(dataDir);
  return {
    dataDir: root,
    cluster: join(root, 'postgres'),
    socket: join(root, 'socket'),
    leases: join(root, 'leases'),
    lock: join(root, 'lock'),
    log: join(root, 'postgres.log'),
    password: join(root, 'password'),
  };
}
