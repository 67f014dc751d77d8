/**
 * Many sockets in a process of their own, steered over HTTP: each follows the stream, checks that nothing is lost, comes
 * twice or out of order, and comes back with its last cursor when it is told to.
 */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { listen } from '../limits/listen.ts';
import { Follower } from './follower.ts';
import type { Place, Way } from './follower.ts';

export interface OpenOrder {
  url: string;
  way: Way;
  /** Cookies, one for each socket. */
  cookies: string[];
  from: Place;
}

/** What the sockets have seen since they were asked last. */
export interface Seen {
  /** By number: how many sockets got it, and when the last of them did, in milliseconds of the epoch. */
  arrivals: [seq: number, sockets: number, lastAt: number][];
  faults: string[];
  /** Messages, and their bytes without what frames them. */
  messages: number;
  bytes: number;
}

const OPENED_TOGETHER = 50;
const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 30_000;

const arrivals = new Map<number, { sockets: number; lastAt: number }>();
const faults: string[] = [];
let followers: Follower[] = [];
let [messages, bytes] = [0, 0];

const heard = (length: number) => {
  messages += 1;
  bytes += length;
};

const arrived = (seq: number) => {
  const now = performance.timeOrigin + performance.now();
  const seen = arrivals.get(seq);
  if (seen === undefined) arrivals.set(seq, { sockets: 1, lastAt: now });
  else {
    seen.sockets += 1;
    seen.lastAt = now;
  }
};

/** A few at a time: this is how a day begins. */
async function open({ url, way, cookies, from }: OpenOrder): Promise<unknown> {
  const failed = (fault: string) => faults.push(fault);
  followers = cookies.map((cookie) => new Follower({ url, way, cookie, from, heard, arrived, failed }));
  for (let n = 0; n < followers.length; n += OPENED_TOGETHER) {
    await Promise.all(followers.slice(n, n + OPENED_TOGETHER).map((follower) => follower.connect()));
  }
  return {};
}

/** All at once; resolves with how long it took until the last one was current. */
async function connectAll(): Promise<{ ms: number }> {
  const start = performance.now();
  await Promise.all(followers.map((follower) => follower.connect()));
  return { ms: performance.now() - start };
}

/** They go and come back, each at its own pace, so many times in all. */
async function churn(times: number): Promise<unknown> {
  let left = times;
  const each = async (follower: Follower) => {
    while (left > 0) {
      left -= 1;
      await follower.drop();
      await follower.connect();
    }
  };
  await Promise.all(followers.map(each));
  return {};
}

/** Resolves when every socket has come to a number, live or by a checkpoint. */
async function reach(seq: number): Promise<unknown> {
  const end = performance.now() + PATIENCE_MS;
  while (followers.some((follower) => follower.position < seq)) {
    if (performance.now() > end || faults.length > 0) throw new Error(`not everybody came to ${seq}: ${faults[0]}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return {};
}

function seen(): Seen {
  const result: Seen = {
    arrivals: [...arrivals].map(([seq, { sockets, lastAt }]) => [seq, sockets, lastAt]),
    faults: faults.splice(0),
    messages,
    bytes,
  };
  [messages, bytes] = [0, 0];
  arrivals.clear();
  return result;
}

async function act(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  switch (request.url) {
    case '/open':
      return open(JSON.parse(body) as OpenOrder);
    case '/drop':
      await Promise.all(followers.map((follower) => follower.drop()));
      return {};
    case '/rejoin':
      return connectAll();
    case '/churn':
      return churn((JSON.parse(body) as { times: number }).times);
    case '/reach':
      return reach((JSON.parse(body) as { seq: number }).seq);
    case '/seen':
      return seen();
    default:
      throw new Error(`nobody knows ${request.url}`);
  }
}

listen(
  createServer((request, response) => {
    act(request).then(
      (answer) => response.end(JSON.stringify(answer)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }),
);
