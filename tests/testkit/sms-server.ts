/** A gateway for text messages as the product sees one: an address that takes JSON. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestSmsServer {
  url: string;
  /** What it was sent, oldest first. */
  calls: { headers: IncomingHttpHeaders; body: string }[];
  /** The statuses that it answers with; afterwards, and when there is none, 204. */
  answers: number[];
  stop(): Promise<void>;
}

export async function startSmsServer(): Promise<TestSmsServer> {
  const kept: TestSmsServer = { url: '', calls: [], answers: [], stop: async () => undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      kept.calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(kept.answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  kept.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`;
  kept.stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return kept;
}
