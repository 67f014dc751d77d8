/** How a contender says that it is ready: it listens on a free port and prints its URL. SIGTERM ends it. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As the server has it. */
const BACKLOG = 4_096;

export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', BACKLOG, () => {
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
