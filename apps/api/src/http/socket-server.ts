/**
 * WebSockets at /graphql: who asks is found at the upgrade, before a socket exists. graphql-ws speaks the protocol;
 * what it is handed comes from where HTTP has it.
 */
import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { CLOSE } from '../live/connections.ts';
import { Pace } from '../live/pace.ts';
import type { Services } from '../services.ts';
import { BadCredential, foreseeCaller, registerCaller } from './caller.ts';
import { KeepAlive } from './keep-alive.ts';
import { isSameOrigin } from './same-origin.ts';
import { run, subscribe } from './socket-operation.ts';
import type { Prepared } from './socket-operation.ts';
import { Socket } from './socket.ts';

/** For `connection_init`. Whoever comes with thousands of others may be slow to say it, and would only come again. */
const INIT_WITHIN_MS = 15_000;
const MAX_MESSAGE = 256 * 1024;

export interface SocketServer {
  /** Closes every socket with 1001 and takes no more. */
  stop(): Promise<void>;
}

export function attachSockets(server: Server, services: Services): SocketServer {
  const sockets = new WeakMap<WebSocket, Socket>();
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE,
    // Frames are made once for many sockets; compressed, each socket would need its own.
    perMessageDeflate: false,
  });
  const socketOf = (webSocket: WebSocket): Socket => {
    const socket = sockets.get(webSocket);
    if (socket === undefined) throw new Error('a socket that nobody upgraded');
    return socket;
  };

  const pace = new Pace();
  const keepAlive = new KeepAlive();
  keepAlive.start();

  useServer<Record<string, unknown>, { socket: WebSocket }>(
    {
      isProd: true,
      connectionInitWaitTimeout: INIT_WITHIN_MS,
      onConnect: ({ extra, connectionParams }) => socketOf(extra.socket).begin(connectionParams ?? {}),
      onSubscribe: ({ extra }, id, payload) => pace.turn(() => socketOf(extra.socket).prepare(id, payload)),
      execute: (args) => run(args as Prepared),
      subscribe: (args) => subscribe(args as Prepared),
      onComplete: ({ extra }, id) => sockets.get(extra.socket)?.operationEnds(id),
      onClose: ({ extra }) => sockets.get(extra.socket)?.over(),
    },
    webSockets,
    // Its own pings take a timer for each socket; see keep-alive.ts.
    0,
  );

  /** Refuses what needs no look at who asks; returns false when that was done. */
  const mayCome = (request: IncomingMessage, stream: Duplex): boolean => {
    const busyFor = services.overload.retryAfter('socket');
    if ((request.url ?? '').split('?')[0] !== '/graphql') refuse(stream, 404);
    else if (busyFor !== null) refuse(stream, 503, `Retry-After: ${busyFor}\r\n`);
    else if (!isSameOrigin(request, services.publicOrigins)) refuse(stream, 403);
    else return true;
    return false;
  };

  const upgrade = async (request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> => {
    if (stream.destroyed) return undefined;
    return registerCaller(request, services.principals, services, (caller) => {
      if (stream.destroyed) return;
      webSockets.handleUpgrade(request, stream, head, (webSocket) => {
        sockets.set(webSocket, new Socket(services, { webSocket, stream, request, caller }));
        keepAlive.add(webSocket, request.socket);
        webSockets.emit('connection', webSocket, request);
      });
    });
  };

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    if (!mayCome(request, stream)) return;
    const letIn = () =>
      upgrade(request, stream, head).catch((error: unknown) => {
        if (error instanceof BadCredential) return refuse(stream, 401);
        services.log.error({ err: error }, 'an upgrade failed');
        return refuse(stream, 500);
      });
    // Who can't be looked up just now is when their turn comes.
    foreseeCaller(request, services.principals)
      .finally(() => pace.run(letIn))
      .catch(() => undefined);
  });

  return {
    async stop() {
      keepAlive.stop();
      for (const webSocket of webSockets.clients) webSocket.close(...CLOSE.GOING_AWAY);
      await new Promise<void>((resolve) => {
        const cut = setTimeout(() => {
          for (const webSocket of webSockets.clients) webSocket.terminate();
        }, 1_000);
        webSockets.close(() => {
          clearTimeout(cut);
          resolve();
        });
      });
    },
  };
}

function refuse(stream: Duplex, status: number, headers = ''): void {
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
