/** What a vendor's robot is to the product: an address that takes JSON and answers with a code. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestRobotServer {
  origin: string;
  /** What it was sent, oldest first. */
  calls: { url: URL; body: Record<string, unknown> }[];
  /** What it answers with; afterwards, and when there is none, that all is well. */
  answers: { status?: number; body?: string; location?: string }[];
  stop(): Promise<void>;
}

const WELL = JSON.stringify({ errcode: 0, errmsg: 'ok', code: 0 });

export async function startRobotServer(): Promise<TestRobotServer> {
  const kept: TestRobotServer = { origin: '', calls: [], answers: [], stop: async () => undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, unknown>;
      kept.calls.push({ url: new URL(request.url ?? '/', kept.origin), body });
      const { status = 200, body: answer = WELL, location } = kept.answers.shift() ?? {};
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(location !== undefined && { location }),
      });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  kept.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  kept.stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return kept;
}
