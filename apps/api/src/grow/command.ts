/** `redress grow`: fills a database with as many complaints as a company of that size would have, to see how it bears them. */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { UsageError } from '../cli/usage-error.ts';
import { openDatabaseServer } from '../database-server.ts';
import { parseEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { repositoryRoot } from '../root.ts';
import { setUp } from '../set-up.ts';
import { grow } from './grow.ts';
import type { Growth } from './plan.ts';

/** Gives the exit code. @throws UsageError when the command was not typed as it has to be. */
export async function growCommand(args: readonly string[]): Promise<number> {
  const growth = parseGrowth(args);
  const env = parseEnv(repositoryRoot);
  const log = createLog(env.logLevel === 'info' ? 'warn' : env.logLevel);
  const server = await openDatabaseServer(env, log);
  try {
    await setUp({ databaseUrl: server.url, appUrl: server.appUrl, demo: true, now: () => new Date(), log });
    if (!(await holdsDemoOnly(server.url))) {
      process.stderr.write('This database is in use by a company of its own. grow is for an empty one.\n');
      return 1;
    }
    const { events, seconds } = await grow(server.url, growth, (line) => process.stderr.write(`${line}\n`));
    process.stdout.write(
      `${growth.closed} closed and ${growth.open} open complaints with ${events} events in ${seconds.toFixed(0)} s.\n`,
    );
    return 0;
  } finally {
    await server.release();
  }
}

function parseGrowth(args: readonly string[]): Growth {
  const given = parsed(args);
  const number = (name: keyof typeof given, fallback: number) => {
    const text = given[name];
    if (text === undefined) return fallback;
    if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} is a number; it is "${text}".`);
    return Number(text);
  };
  const closed = number('closed', 1_000_000);
  const recent = number('recent', Math.min(closed, 2_000));
  if (recent > closed) throw new UsageError('--recent is a part of --closed.');
  const years = Math.max(1, number('years', 3));
  const eventsEach = number('events-each', 20);
  return { closed, recent, open: number('open', 10_000), eventsEach, years, seed: number('seed', 1) };
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { closed: text, recent: text, open: text, 'events-each': text, years: text, seed: text };
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The demo company has some hundred; more than this were there before, or come from an earlier grow. */
const DEMO_AT_MOST = 1_000;

/** Whether nobody but the demo company is in it: what is there is replaced. */
async function holdsDemoOnly(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ others: boolean; complaints: number }>(
      `SELECT EXISTS (SELECT 1 FROM "member" WHERE NOT "demo") AS "others",
         (SELECT count(*)::int FROM (SELECT 1 FROM "complaint" LIMIT ${DEMO_AT_MOST + 1}) AS c) AS "complaints"`,
    );
    return !rows[0]!.others && rows[0]!.complaints <= DEMO_AT_MOST;
  } finally {
    await client.end();
  }
}
