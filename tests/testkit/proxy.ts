/** A wire to a database that can be cut, and mended again. */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import pg from 'pg';

export interface TestProxy {
  /** The database's URL, by way of the wire. */
  url: string;
  /** Ends what is connected, and refuses what wants to be. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

/** Puts a wire before a database, be it reached by TCP or by a socket in a folder. */
export async function startProxy(databaseUrl: string): Promise<TestProxy> {
  const { host, port } = new pg.Client({ connectionString: databaseUrl });
  const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const lines = new Set<Socket>();
  let isCut = false;
  const cut = () => {
    isCut = true;
    for (const line of lines) line.destroy();
    lines.clear();
  };
  const keep = (line: Socket) => {
    lines.add(line);
    line.on('error', () => line.destroy());
    line.on('close', () => lines.delete(line));
  };
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(target);
    keep(near);
    keep(far);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.searchParams.set('host', '127.0.0.1');
  url.searchParams.set('port', String((server.address() as AddressInfo).port));
  return {
    url: url.href,
    cut,
    mend() {
      isCut = false;
    },
    async stop() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
