/** An HTTP contender for `compare`: clients in closed loops, each on a connection of its own, every answer checked. */
import type { Child } from './child.ts';
import type { Contender } from './compare.ts';
import { HttpConnection } from './http-client.ts';
import type { Answer } from './http-client.ts';

export interface HttpContender {
  name: string;
  server: Child;
  /** The next request; `turn` counts up over all clients. Made once where it never changes. */
  request: (turn: number) => Buffer;
  /** Whether it is the right answer, as cheaply as that can be said: see `countIn`. Its status was 200. */
  check: (answer: Answer, turn: number) => boolean;
  /** Besides the server's own CPU. */
  meters?: Readonly<Record<string, () => number>>;
}

export function httpContender({ name, server, request, check, meters = {} }: HttpContender): Contender {
  const connections: HttpConnection[] = [];
  return {
    name,
    meters: { server: () => server.cpuMs(), ...meters },
    async run(turn, client) {
      const connection = (connections[client] ??= new HttpConnection(server.url));
      const answer = await connection.send(request(turn));
      if (answer.status !== 200 || !check(answer, turn)) {
        throw new Error(`${name} answered ${answer.status}: ${answer.body.toString('utf8', 0, 500)}`);
      }
    },
  };
}

/** How often a text is in the body: counts cards without parsing them. */
export function countIn(body: Buffer, text: string): number {
  let count = 0;
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + text.length)) count += 1;
  return count;
}
