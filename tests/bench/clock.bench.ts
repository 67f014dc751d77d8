/**
 * The clock under load (docs/SPEC.md, CLK1–CLK4): 10,000 open complaints with 100,000 open deadlines, two server
 * processes, a subscriber at a socket. Breaches fall one after the other, then a thousand at once. How late each is
 * told, as a share of the second that it may take; and what sleeping, finding and publishing cost the database.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '@redress/api/app';
import type { App } from '@redress/api/app';
import { systemTime } from '@redress/api/clock/time-source';
import { createLog } from '@redress/api/log';
import { commentAdd } from '@redress/domain/actions/comment-add';
import type { ActionContext } from '@redress/domain/actions/context';
import { tokenCreate } from '@redress/domain/actions/token-change';
import type { Database } from '@redress/prisma/client';
import { openSocket } from '../testkit/socket.ts';
import { openCompany } from './kit/bench-company.ts';
import { compare, report } from './kit/compare.ts';
import { fillClocks } from './kit/many-clocks.ts';
import { print } from './kit/transcript.ts';

const COMPLAINTS = 10_000;
const CLOCKS_EACH = 10;
/** One after the other: so many in a second, for so long. */
const STREAM = { perSecond: 25, seconds: 40 };
const BURST = 1_000;
const ALLOWED_MS = 1_000;
const PROCESSES = 2;

export async function bench(): Promise<void> {
  const { url, db, ctx, close } = await openCompany(1);
  const apps: App[] = [];
  try {
    await fillClocks(db, COMPLAINTS, CLOCKS_EACH);
    const { token } = await tokenCreate(ctx, { name: 'bench', scopes: ['READ'], expiresAt: null });
    for (let n = 0; n < PROCESSES; n++) apps.push(await start(url));
    await looking(db);

    const idle = await cost(db, () => pause(10_000));
    print(`\nasleep over ${COMPLAINTS} complaints and ${COMPLAINTS * CLOCKS_EACH} clocks, ${PROCESSES} processes`);
    print(
      `PostgreSQL: ${(idle.ms / 10).toFixed(1)} ms of CPU a second, ${(idle.statements / 10).toFixed(1)} commits a second`,
    );

    const stream = await falling(ctx, apps[0]!, token, STREAM.perSecond * STREAM.seconds, 1_000 / STREAM.perSecond);
    tell(`${STREAM.perSecond} breaches a second, for ${STREAM.seconds} s`, stream);
    const burst = await falling(ctx, apps[0]!, token, BURST, 0);
    tell(`${BURST} breaches at one moment`, burst);
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
    await close();
  }
}

function start(databaseUrl: string): Promise<App> {
  return startApp({
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    files: { folder: join(tmpdir(), `redress-bench-${process.pid}`), s3: null },
    boardDir: '/nonexistent',
    publicOrigins: [],
    trustProxy: false,
    time: systemTime,
    log: createLog('fatal'),
  });
}

/** How a server finds what is due: by the complaints' own wake-ups, against asking all the clocks. */
async function looking(db: Database): Promise<void> {
  const rates = await compare(
    [
      {
        name: 'limit: SELECT 1',
        run: () => db.pool.query({ name: 'bench_one', text: 'SELECT 1' }),
      },
      {
        name: 'when does something happen next (complaint.wakeAt)',
        run: () =>
          db.pool.query({
            name: 'bench_next',
            text: `SELECT min("wakeAt") AS next FROM "complaint" WHERE "wakeAt" IS NOT NULL`,
          }),
      },
      {
        name: 'peer: the earliest of all open clocks',
        run: () =>
          db.pool.query({
            name: 'bench_scan',
            text: `SELECT min("dueAt") AS next FROM "deadline" WHERE "state" = 'OPEN' AND "breachPublishedAt" IS NULL`,
          }),
      },
    ],
    { writers: 1, rounds: 3 },
  );
  report('finding the next moment', rates);
}

interface Fallen {
  /** From the moment at which a breach fell to the moment at which the subscriber was told, in milliseconds. */
  lags: number[];
  perBreach: Cost;
}

/** Lets so many CLAIM clocks fall due, `apartMs` from each other, and waits until every one was told. */
async function falling(ctx: ActionContext, app: App, token: string, count: number, apartMs: number): Promise<Fallen> {
  const socket = await openSocket(app.url, { connectionParams: { authorization: `Bearer ${token}` } });
  const events = socket.subscribe(
    'subscription { boardEvents { __typename ... on DeadlineBreached { occurredAt deadline { kind } } } }',
  );
  await events.next();
  const lags: number[] = [];
  const spent = await cost(ctx.db, async () => {
    await setDue(ctx.db, count, apartMs);
    // Rows that are set by hand wake nobody: a change does.
    await commentAdd(ctx, { id: await anyComplaint(ctx.db), text: 'Count to three.', mentionedIds: [] });
    while (lags.length < count) {
      const { data } = await events.next<{ boardEvents: { __typename: string; occurredAt: string } }>();
      if (data?.boardEvents.__typename === 'DeadlineBreached') {
        lags.push(Date.now() - Date.parse(data.boardEvents.occurredAt));
      }
    }
  });
  socket.drop();
  return { lags, perBreach: { ms: spent.ms / count, statements: spent.statements / count } };
}

async function anyComplaint(db: Database): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>('SELECT "id" FROM "complaint" LIMIT 1');
  return rows[0]!.id;
}

/** Warned of already, the first falls in three seconds: until then the servers have found their next moment. */
async function setDue(db: Database, count: number, apartMs: number): Promise<void> {
  await db.pool.query(
    `WITH chosen AS (
       SELECT c."id", now() + interval '3 seconds' + (row_number() OVER () - 1) * $2::float8 * interval '1 millisecond' AS "at"
       FROM "complaint" c WHERE NOT c."isBreached" AND c."wakeAt" > now() + interval '10 minutes' LIMIT $1),
     due AS (
       UPDATE "deadline" d SET "warnedAt" = now(), "dueAt" = date_trunc('milliseconds', chosen."at") FROM chosen
       WHERE d."complaintId" = chosen."id" AND d."kind" = 'CLAIM')
     UPDATE "complaint" c SET "wakeAt" = date_trunc('milliseconds', chosen."at"), "revision" = "revision" + 1
     FROM chosen WHERE c."id" = chosen."id"`,
    [count, apartMs],
  );
}

interface Cost {
  /** CPU of the server's backends, in milliseconds. */
  ms: number;
  statements: number;
}

/** What the database spent while `work` ran, its own sessions and those of the servers together. */
async function cost(db: Database, work: () => Promise<void>): Promise<Cost> {
  const before = await spent(db);
  await work();
  const after = await spent(db);
  let ms = 0;
  for (const [pid, ticks] of after.ticks) ms += (ticks - (before.ticks.get(pid) ?? 0)) * 10;
  return { ms, statements: after.commits - before.commits };
}

async function spent(db: Database): Promise<{ ticks: Map<number, number>; commits: number }> {
  const { rows } = await db.pool.query<{ pid: number; commits: string }>(
    `SELECT a."pid", (SELECT "xact_commit"::text FROM pg_stat_database WHERE "datname" = current_database()) AS "commits"
     FROM pg_stat_activity a WHERE a."datname" = current_database()`,
  );
  return {
    ticks: new Map(rows.map(({ pid }) => [pid, ticksOf(pid)])),
    commits: Number(rows[0]!.commits),
  };
}

/** Clock ticks (a hundredth of a second) that a process has run, on Linux. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

function tell(title: string, { lags, perBreach }: Fallen): void {
  const sorted = [...lags].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  print(`\n${title}: told after`);
  for (const [name, ms] of [
    ['p50', at(0.5)],
    ['p99', at(0.99)],
    ['worst', at(1)],
  ] as const) {
    print(
      `${name.padEnd(8)} ${String(ms).padStart(6)} ms   ${(ms / ALLOWED_MS).toFixed(2).padStart(5)} of the allowed second`,
    );
  }
  print(`PostgreSQL: ${perBreach.ms.toFixed(2)} ms of CPU and ${perBreach.statements.toFixed(2)} commits a breach`);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
