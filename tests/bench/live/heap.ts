/** What a Node process holds, asked of it by its inspector: after a collection, so that only what is in use counts. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';

/** A port for an inspector: `NODE_OPTIONS=--inspect=127.0.0.1:<port>`. */
export async function inspectorPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** What is to be in the environment of a process that is to be asked. */
export function inspected(port: number): { NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--inspect=127.0.0.1:${port}` };
}

/** Bytes in use after a collection, of all that can be found: code that has not run lately goes too. */
export function heapInUse(port: number): Promise<number> {
  return withInspector(port, async (inspector) => {
    // Twice: what the first one finalises, the second one frees.
    await ask(inspector, 1, 'HeapProfiler.collectGarbage');
    await ask(inspector, 2, 'HeapProfiler.collectGarbage');
    const { usedSize } = (await ask(inspector, 3, 'Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  });
}

/** A collection as the process itself would make one, which leaves it as warm as it was. */
const COLLECT = `process.getBuiltinModule('v8').setFlagsFromString('--expose-gc');
  process.getBuiltinModule('vm').runInNewContext('gc')();`;

export function collectGarbage(port: number): Promise<void> {
  return withInspector(port, async (inspector) => {
    const answer = await ask(inspector, 1, 'Runtime.evaluate', { expression: COLLECT });
    if ((answer as { exceptionDetails?: unknown }).exceptionDetails !== undefined) throw new Error('no collection');
  });
}

async function withInspector<T>(port: number, work: (inspector: WebSocket) => Promise<T>): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await response.json()) as { webSocketDebuggerUrl: string }[];
  const inspector = new WebSocket(target!.webSocketDebuggerUrl);
  await once(inspector, 'open');
  try {
    return await work(inspector);
  } finally {
    inspector.close();
  }
}

async function ask(inspector: WebSocket, id: number, method: string, params: object = {}): Promise<unknown> {
  const answered = new Promise<unknown>((resolve) => {
    inspector.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString('utf8')) as { id?: number; result?: unknown };
      if (answer.id === id) resolve(answer.result);
    });
  });
  inspector.send(JSON.stringify({ id, method, params }));
  return answered;
}
