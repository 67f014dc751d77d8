/**
 * Requests in an open loop, from a process of their own: so many a second, whatever became of those before, as callers who
 * don't know of one another send them. Steered over HTTP.
 */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { HttpConnection, graphqlRequest } from '../kit/http-client.ts';
import type { Answer } from '../kit/http-client.ts';
import { countIn } from '../kit/http-load.ts';
import { listen } from '../limits/listen.ts';

export interface FloodOrder {
  url: string;
  query: string;
  token: string;
  /** What a right answer has so many of. */
  expects: { text: string; times: number };
  perSecond: number;
  forMs: number;
  /** An answer after this time finds nobody who waits. */
  inTimeMs: number;
}

/** What became of the requests, a second. */
export interface Flood {
  sent: number;
  inTime: number;
  late: number;
  /** 503 with Retry-After. */
  sentAway: number;
  /** No answer, or no right one. */
  failed: number;
  /** Of what was answered in time or late, in ms. */
  p50Ms: number;
  p99Ms: number;
  /** Of what was sent away, in ms. */
  awayP99Ms: number;
}

const TICK_MS = 5;
/**
 * Opened before the flood begins, a few at a time: a server that is asked for thousands at once has its kernel drop some,
 * and those who wait seconds to try again are no load. Who finds none that is free has no answer.
 */
const CONNECTIONS = 2_000;
const OPENED_TOGETHER = 50;
const HELLO = Buffer.from('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
const REST_MS = 10_000;

async function flood(order: FloodOrder): Promise<Flood> {
  const { url, query, token, expects, perSecond, forMs, inTimeMs } = order;
  const idle = await openConnections(url);
  const all = new Set(idle);
  const took: number[] = [];
  const away: number[] = [];
  let [sent, failed, under] = [0, 0, 0];

  const right = ({ body }: Answer) => countIn(body, expects.text) === expects.times;
  const ask = async (turn: number) => {
    const connection = idle.pop() ?? new HttpConnection(url);
    all.add(connection);
    const begun = performance.now();
    try {
      // A variable that nobody declared asks for the same in other words: nothing that was kept answers it.
      const answer = await connection.send(graphqlRequest(query, { turn }, token));
      const ms = performance.now() - begun;
      if (answer.status === 503 && /\r\nretry-after: *\d/i.test(answer.head)) away.push(ms);
      else if (answer.status === 200 && right(answer)) took.push(ms);
      else failed += 1;
      idle.push(connection);
    } catch {
      failed += 1;
      all.delete(connection);
    }
  };

  const start = performance.now();
  for (let now = start; now - start < forMs; now = performance.now()) {
    const due = Math.floor(((now - start) * perSecond) / 1_000);
    while (sent < due) {
      sent += 1;
      if (under >= CONNECTIONS) {
        failed += 1;
        continue;
      }
      under += 1;
      ask(sent)
        .finally(() => (under -= 1))
        .catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  const end = performance.now();
  while (under > 0 && performance.now() - end < REST_MS) await new Promise((resolve) => setTimeout(resolve, 50));
  failed += under;
  for (const connection of all) connection.close();

  const perSec = (count: number) => (count * 1_000) / (end - start);
  const inTime = took.filter((ms) => ms <= inTimeMs).length;
  return {
    sent: perSec(sent),
    inTime: perSec(inTime),
    late: perSec(took.length - inTime),
    sentAway: perSec(away.length),
    failed: perSec(failed),
    p50Ms: quantile(took, 0.5),
    p99Ms: quantile(took, 0.99),
    awayP99Ms: quantile(away, 0.99),
  };
}

function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

async function openConnections(url: string): Promise<HttpConnection[]> {
  const connections = Array.from({ length: CONNECTIONS }, () => new HttpConnection(url));
  for (let n = 0; n < CONNECTIONS; n += OPENED_TOGETHER) {
    await Promise.all(connections.slice(n, n + OPENED_TOGETHER).map((connection) => connection.send(HELLO)));
  }
  return connections;
}

async function bodyOf(request: IncomingMessage): Promise<FloodOrder> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as FloodOrder;
}

listen(
  createServer((request, response) => {
    bodyOf(request)
      .then(flood)
      .then((outcome) => response.end(JSON.stringify(outcome)))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  }),
);
