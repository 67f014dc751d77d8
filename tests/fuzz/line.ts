/**
 * A client's line to the servers, with a bad day: connections go to any of them, are cut, freeze half-open, are late by
 * times of their own (so that answers overtake each other), and lose the answer to what was done.
 */
import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Random } from './random.ts';

interface Connection {
  client: Socket;
  server: Socket;
  frozen: boolean;
}

export class Line {
  /** New connections are late by at most so much in each direction, in milliseconds. */
  lagMs = 0;
  /** So many answers to requests are still to be lost. */
  answersToLose = 0;
  /** Nobody gets through. */
  isDown = false;
  readonly #ports: () => readonly number[];
  readonly #random: Random;
  readonly #connections = new Set<Connection>();
  readonly #listener: Server;

  private constructor(ports: () => readonly number[], random: Random) {
    this.#ports = ports;
    this.#random = random;
    this.#listener = createServer((client) => this.#connect(client));
  }

  /** @param ports where servers listen just now. */
  static open(ports: () => readonly number[], random: Random): Promise<Line> {
    const line = new Line(ports, random);
    return new Promise((resolve) => line.#listener.listen(0, '127.0.0.1', () => resolve(line)));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#listener.address() as AddressInfo).port}`;
  }

  /** Cuts every connection. */
  cut(): void {
    for (const connection of this.#connections) destroy(connection);
  }

  /** Every connection stays open and nothing comes through any more, until `cut` or `thaw`. */
  freeze(): void {
    for (const connection of this.#connections) {
      connection.frozen = true;
      connection.client.pause();
      connection.server.pause();
    }
  }

  /** What was frozen goes on, and what was sent meanwhile arrives. */
  thaw(): void {
    for (const connection of this.#connections) {
      connection.frozen = false;
      connection.client.resume();
      connection.server.resume();
    }
  }

  /** The day is good from here on. */
  heal(): void {
    this.lagMs = 0;
    this.answersToLose = 0;
    this.isDown = false;
    this.thaw();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#listener.close(resolve));
  }

  #connect(client: Socket): void {
    const port = this.#random.pick(this.#ports());
    if (this.isDown || port === undefined) {
      client.on('error', () => undefined);
      client.destroy();
      return;
    }
    const server = createConnection({ port, host: '127.0.0.1', noDelay: true });
    client.setNoDelay(true);
    const connection = { client, server, frozen: false };
    this.#connections.add(connection);
    const losesAnswer = { now: false };
    client.once('data', (first: Buffer) => {
      if (this.answersToLose === 0 || !first.subarray(0, 4).equals(Buffer.from('POST'))) return;
      this.answersToLose -= 1;
      losesAnswer.now = true;
    });
    this.#carry(connection, client, server, () => false);
    this.#carry(connection, server, client, () => losesAnswer.now);
  }

  /** Carries what comes from one side to the other, in order and by the same delay. */
  #carry(connection: Connection, from: Socket, to: Socket, isLost: () => boolean): void {
    const delayMs = this.lagMs === 0 ? 0 : this.#random.below(this.lagMs);
    const later = (task: () => void) => (delayMs === 0 ? task() : void setTimeout(task, delayMs));
    from.on('data', (chunk: Buffer) => {
      if (isLost()) destroy(connection);
      else later(() => void (to.writable && to.write(chunk)));
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#connections.delete(connection);
      later(() => to.destroySoon());
    });
  }
}

function destroy({ client, server }: Connection): void {
  client.destroy();
  server.destroy();
}
