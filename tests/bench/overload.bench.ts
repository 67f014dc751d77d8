/**
 * Three times as many requests as the server can answer, whatever became of those before (an open loop), against the same
 * server that takes them all: what is still answered in time, what the boards that were connected notice, and whether it
 * is over when it is over (docs/SPEC.md, OV1–OV4).
 */
import { OVERLOAD_LIMITS } from '@redress/api/http/overload';
import { tokenCreate } from '@redress/domain/actions/token-change';
import { openCompany } from './kit/bench-company.ts';
import { startFile, startServer } from './kit/child.ts';
import type { Child } from './kit/child.ts';
import { compare, median } from './kit/compare.ts';
import { finding } from './kit/finding.ts';
import type { Finding } from './kit/finding.ts';
import { HttpConnection, graphqlRequest } from './kit/http-client.ts';
import { countIn } from './kit/http-load.ts';
import { print } from './kit/transcript.ts';
import { BOARDS_OWN, Crowd, standing } from './live/crowd.ts';
import type { Flood, FloodOrder } from './live/flood.ts';
import { Mover } from './live/mover.ts';
import { signIn } from './live/sessions.ts';
import { quantile } from './live/telling.ts';

const CARDS = 500;
const TIMES = 3;
const FLOOD_MS = 6_000;
/** Nobody waits any longer for a board. */
const IN_TIME_MS = 2_000;
const FOLLOWERS = 100;
const MOVES_A_SECOND = 10;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);

/** As a process is that nobody has set anything for. */
const SHIPPED = {
  OVERLOAD_DELAY_MS: String(OVERLOAD_LIMITS.delayMs),
  OVERLOAD_WAITING: String(OVERLOAD_LIMITS.waiting),
};

/**
 * A whole board in few bytes: on two cores whoever takes thousands of answers a second would be what is measured, were
 * each of them as long as a board's own.
 */
const QUERY = `{ board { cursor columns { stage totalCount complaints(first: ${CARDS}) { nodes {
  stage severity channel isBreached } } } } }`;
const ONCE_A_CARD = '"isBreached"';

interface Round {
  capacity: number;
  flood: Flood;
  /** From a move's commit to the last of the sockets that stand, in ms. */
  calm: number[];
  flooded: number[];
  after: number;
}

interface Ground {
  mover: Mover;
  cookies: string[];
  token: string;
  flooder: Child;
}

export async function bench(): Promise<Finding[]> {
  const company = await openCompany(CARDS);
  try {
    const { token } = await tokenCreate(company.ctx, { name: 'bench', scopes: ['READ'], expiresAt: null });
    const cookies = await signIn(company, FOLLOWERS);
    const flooder = await startFile('live/flood.ts');
    const ground = { mover: await Mover.among(company), cookies, token, flooder };
    const [ours, naive]: [Round[], Round[]] = [[], []];
    try {
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(await put(ground, await startServer(company.url, SHIPPED)));
        naive.push(await put(ground, await startServer(company.url)));
      }
    } finally {
      await flooder.stop();
    }
    tell('A server that sends away what is too much', ours);
    tell('The same server, taking all', naive);
    return verdict(ours, naive);
  } finally {
    await company.close();
  }
}

/** Puts a server through a calm time, a flood, and the time after it. Throws when a socket is lost or misses a move. */
async function put({ mover, cookies, token, flooder }: Ground, server: Child): Promise<Round> {
  let connections: HttpConnection[] = [];
  const run = async (turn: number, client: number) => {
    const connection = (connections[client] ??= new HttpConnection(server.url));
    for (;;) {
      const { status, body } = await connection.send(graphqlRequest(QUERY, { turn }, token));
      if (status === 200 && countIn(body, ONCE_A_CARD) === CARDS) return;
      // A process that has just begun, or is not through with the flood.
      if (status !== 503) throw new Error(`a board was answered with ${status}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const answered = async (rounds: number) => {
    const [rate] = await compare([{ name: 'boards', run }], { writers: 16, rounds, turnMs: 2_000 });
    // The server closes what is idle for long, maybe just when it is used again.
    for (const connection of connections) connection.close();
    connections = [];
    return rate!.perSecond;
  };
  const capacity = await answered(2);
  const from = await standing(BOARDS_OWN, server.url, cookies[0]!, mover);
  const crowd = await Crowd.open({ url: server.url, way: BOARDS_OWN, cookies, from });
  const delays = async () => {
    await crowd.reach(mover.last);
    const arrivals = (await crowd.seen()).filter(([seq]) => mover.committed.has(seq));
    return arrivals.map(([seq, , lastAt]) => lastAt - mover.committed.get(seq)!);
  };
  try {
    await mover.move(MOVES_A_SECOND, { ms: 3_000 });
    const calm = await delays();
    const flooding = flood(flooder, {
      url: server.url,
      query: QUERY,
      token,
      expects: { text: ONCE_A_CARD, times: CARDS },
      perSecond: capacity * TIMES,
      forMs: FLOOD_MS,
      inTimeMs: IN_TIME_MS,
    });
    await mover.move(MOVES_A_SECOND, flooding);
    const flooded = await delays();
    return { capacity, flood: await flooding, calm, flooded, after: await answered(1) };
  } finally {
    await crowd.close();
    await server.stop();
  }
}

async function flood(flooder: Child, order: FloodOrder): Promise<Flood> {
  const response = await fetch(flooder.url, { method: 'POST', body: JSON.stringify(order) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Flood;
}

const middle = (rounds: readonly Round[], of: (round: Round) => number) => median(rounds.map(of));
const p99 = (rounds: readonly Round[], of: (round: Round) => number[]) => quantile(rounds.flatMap(of), 0.99);

function tell(name: string, rounds: readonly Round[]): void {
  const rate = (of: (flood: Flood) => number) => middle(rounds, (round) => of(round.flood)).toFixed(0);
  print(`\n${name}: ${middle(rounds, ({ capacity }) => capacity).toFixed(0)} boards a second are what it can do`);
  print(
    `  of ${rate(({ sent }) => sent)} /s: ${rate(({ inTime }) => inTime)} in time (${IN_TIME_MS} ms), ` +
      `${rate(({ late }) => late)} too late, ${rate(({ sentAway }) => sentAway)} sent away, ${rate(({ failed }) => failed)} not answered; ` +
      `boards p50 ${rate(({ p50Ms }) => p50Ms)}, p99 ${rate(({ p99Ms }) => p99Ms)} ms, 503 p99 ${rate(({ awayP99Ms }) => awayP99Ms)} ms`,
  );
  print(
    `  ${FOLLOWERS} sockets, a move to the last of them: p99 ${p99(rounds, ({ flooded }) => flooded).toFixed(0)} ms, ` +
      `calm ${p99(rounds, ({ calm }) => calm).toFixed(0)} ms; right afterwards ${middle(rounds, ({ after }) => after).toFixed(0)} /s`,
  );
}

function verdict(ours: readonly Round[], naive: readonly Round[]): Finding[] {
  const area = 'Overload';
  const inTime = (rounds: readonly Round[]) => middle(rounds, ({ flood: { inTime: rate } }) => rate);
  const flooded = (rounds: readonly Round[]) => p99(rounds, (round) => round.flooded);
  const capacity = middle(ours, (round) => round.capacity);
  return [
    finding({
      area,
      what: `boards in time at ${TIMES} times capacity`,
      ours: `${inTime(ours).toFixed(0)} /s (taking all: ${inTime(naive).toFixed(0)} /s)`,
      against: `capacity, ${capacity.toFixed(0)} /s`,
      ratio: middle(ours, (round) => round.flood.inTime / round.capacity),
      target: { atLeast: 0.8 },
    }),
    finding({
      area,
      what: `a move to the last of ${FOLLOWERS} sockets meanwhile, p99`,
      ours: `${flooded(ours).toFixed(0)} ms (taking all: ${flooded(naive).toFixed(0)} ms)`,
      against: 'a second',
      ratio: flooded(ours) / 1_000,
      target: { atMost: 1 },
    }),
    finding({
      area,
      what: 'boards right afterwards',
      ours: `${middle(ours, ({ after }) => after).toFixed(0)} /s`,
      against: `capacity, ${capacity.toFixed(0)} /s`,
      ratio: middle(ours, (round) => round.after / round.capacity),
      target: { atLeast: 0.8 },
    }),
  ];
}
