/**
 * One run of the fuzz: a company, its processes and its clients, rounds of steps and troubles, and after each round a
 * moment of quiet at which every board must be what the database is.
 */
import { createBoardTransport } from '@redress/board/features/board/board-transport';
import { TransportError } from '@redress/board/live/transport';
import type { BoardPicture } from '@redress/board/live/transport';
import { parseCursor } from '@redress/domain/events/cursor';
import { Client } from '../testkit/client.ts';
import { Truth, compare, shownBy, shownIn } from './board-judge.ts';
import { Company, DEPARTMENTS } from './company.ts';
import type { FuzzDatabase } from './database.ts';
import { filterOf, perform } from './deeds.ts';
import { Fleet } from './fleet.ts';
import { Line } from './line.ts';
import { judge } from './log-judge.ts';
import { createNetwork } from './network.ts';
import { planRound } from './plan.ts';
import { Player } from './player.ts';
import { Random } from './random.ts';
import { Records } from './records.ts';
import { Troubles } from './troubles.ts';

export interface RunOptions {
  seed: number;
  clients: number;
  servers: number;
  rounds: number;
  /** Of each round. */
  steps: number;
  /** How many complaints there are at first. */
  complaints: number;
}

export interface RunReport {
  events: number;
  written: number;
  refused: number;
  unanswered: number;
  streams: number;
  pictures: number;
}

/** What was found wrong, with what led to it. */
export class FuzzFailure extends Error {}

/** How many writes of one client may wait for their answers at a time. */
const IN_FLIGHT = 2;
/** Nothing takes as long that is not broken. */
const PATIENCE_MS = 60_000;
const FAULTS_SHOWN = 12;
const LINES_SHOWN = 60;

export async function runSeed(database: FuzzDatabase, options: RunOptions): Promise<RunReport> {
  const { seed, clients, servers, rounds } = options;
  const random = new Random(seed);
  const hands = { at: Date.now() };
  const records = new Records();
  const company = await Company.open(database, clients, () => new Date(hands.at));
  const { databaseUrl } = company;
  const fleet = await Fleet.start({ databaseUrl, folder: database.folder, now: () => hands.at }, servers);
  const players: Player[] = [];
  try {
    for (let n = 0; n < options.complaints; n += 1) await company.register(DEPARTMENTS[n % 4] ?? null);
    for (const colleague of company.colleagues) {
      const line = await Line.open(() => fleet.ports, random.fork());
      const client = new Client(line.url);
      await client.signIn(colleague);
      const { name, globalId: memberId, roles } = colleague;
      const sightOf = (version: string) => company.sights.get(version)?.key ?? version;
      const player = new Player({
        name,
        memberId,
        roles,
        cookie: client.cookie,
        line,
        random: random.fork(),
        records,
        sightOf,
      });
      players.push(player);
      player.show(filterOf(random.below(100)));
    }
    const run = new Run({ options, random, hands, records, company, fleet, players, database });
    for (let round = 0; round < rounds; round += 1) await run.round(round);
    const faults = await judge(company.db, company, records);
    if (faults.length > 0) throw run.failure(faults);
    return run.report();
  } finally {
    for (const player of players) await player.close();
    await fleet.end();
    await company.close();
  }
}

interface Cast {
  options: RunOptions;
  random: Random;
  hands: { at: number };
  records: Records;
  company: Company;
  fleet: Fleet;
  players: readonly Player[];
  database: FuzzDatabase;
}

class Run {
  readonly #cast: Cast;
  readonly #troubles: Troubles;
  /** What clients are doing. */
  readonly #deeds = new Set<Promise<void>>();

  constructor(cast: Cast) {
    this.#cast = cast;
    this.#troubles = new Troubles(cast);
  }

  async round(round: number): Promise<void> {
    const { options, random, records, players, company, hands, fleet } = this.#cast;
    const plan = planRound(random, options.steps, round);
    for (const [n, step] of plan.entries()) {
      this.#troubles.endUntil(n);
      const player = players[step.who % players.length]!;
      if (step.what === 'hands') {
        hands.at += (1 + (step.a % 40)) * 30_000;
        records.note(`hands ${new Date(hands.at).toISOString()}`);
        await fleet.moveHands();
      } else if (step.what === 'post') await this.#changePost(step.who, step.a);
      else if (this.#troubles.isTrouble(step)) await this.#troubles.begin(step, n, player);
      else await this.#let(player, perform(player, step, company.colleagues));
    }
    this.#troubles.endAll();
    await this.#quiet(round);
  }

  /** Lets a client do something, with as many others as may be under way. */
  async #let(player: Player, deed: Promise<void>): Promise<void> {
    const { records, players } = this.#cast;
    const done = deed
      .catch((error: unknown) => {
        records.faults.push(`${player.name}: ${error instanceof Error ? error.stack : String(error)}`);
      })
      .finally(() => this.#deeds.delete(done));
    this.#deeds.add(done);
    if (this.#deeds.size >= players.length * IN_FLIGHT) await Promise.race(this.#deeds);
    else await new Promise((resolve) => setImmediate(resolve));
  }

  async #changePost(who: number, n: number): Promise<void> {
    const { company, records } = this.#cast;
    // The first one keeps coordinating: somebody has to see and do everything.
    const colleague = company.colleagues[1 + (who % (company.colleagues.length - 1))]!;
    const department = DEPARTMENTS[n % DEPARTMENTS.length]!;
    const roles = ['AGENT', 'DEPARTMENT_HEAD', 'DEPUTY_HEAD', 'COORDINATOR'] as const;
    const role = roles[n % roles.length]!;
    await this.#cast.database.answers();
    await company.setPost(colleague, role === 'COORDINATOR' ? { role } : { role, department });
    records.note(`${colleague.name} is ${role} ${department} now`);
  }

  /** Everything comes to rest, and is compared. */
  async #quiet(round: number): Promise<void> {
    const { company, database, fleet, records, players } = this.#cast;
    records.note(`quiet after round ${round}`);
    await database.answers();
    await fleet.heal();
    await fleet.moveHands();
    await this.#patiently('for all writes to end', async () => {
      await Promise.all(this.#deeds);
      return this.#deeds.size === 0;
    });
    let truth = await Truth.read(company.db);
    await this.#patiently('for the clock and every client to come to rest', async () => {
      truth = await Truth.read(company.db);
      return (await this.#nothingIsDue()) && players.every((player) => isUpToDate(player, truth.head));
    });
    const { departments } = company;
    const faults: string[] = [...records.faults];
    for (const [n, player] of players.entries()) {
      const colleague = company.colleagues[n]!;
      const scope = company.scopeOf(colleague);
      const truthOf = (stage: Parameters<Truth['column']>[0]) =>
        truth.column(stage, scope, player.filter, departments, colleague.id);
      faults.push(...compare(player.name, shownBy(player), truthOf));
      for (const port of fleet.ports) {
        const picture = await this.#loadFresh(port, player);
        const who = `a fresh load by ${player.name} at port ${port}`;
        if (parseCursor(picture.cursor)?.seq !== truth.head)
          faults.push(`${who} is of ${picture.cursor}, the head is ${truth.head}`);
        faults.push(...compare(who, shownIn(picture), truthOf));
      }
    }
    // The log tells more of why than a board does.
    if (faults.length > 0) throw this.failure([...faults, ...(await judge(company.db, company, records))]);
  }

  /** A whole board as one process answers it. One that is overloaded is asked again. */
  async #loadFresh(port: number, { jar, filter }: Player): Promise<BoardPicture> {
    const transport = createBoardTransport(createNetwork(`http://127.0.0.1:${port}`, jar, 500));
    const startedAt = performance.now();
    for (;;) {
      try {
        return await transport.loadBoard(filter);
      } catch (error) {
        const isPassing = error instanceof TransportError && error.kind === 'network';
        if (!isPassing || performance.now() - startedAt > PATIENCE_MS) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  async #nothingIsDue(): Promise<boolean> {
    const { company, hands } = this.#cast;
    const { rowCount } = await company.db.pool.query('SELECT 1 FROM "complaint" WHERE "wakeAt" <= $1 LIMIT 1', [
      new Date(hands.at),
    ]);
    return rowCount === 0;
  }

  /** Asks again and again until it is so; gives up when it takes longer than anything that works. */
  async #patiently(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const startedAt = performance.now();
    for (;;) {
      if (await isSo()) return;
      if (performance.now() - startedAt > PATIENCE_MS)
        throw this.failure([`waited too long ${what}`, ...this.#states()]);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  #states(): string[] {
    return this.#cast.players.map(({ name, filter, session: { store, connection } }) => {
      const counts = store.countsDoubtful ? ', counts in doubt' : '';
      return `${name}: ${JSON.stringify(store.phase)}, ${connection.state.kind}, at ${store.cursor}, filter ${JSON.stringify(filter)}${counts}`;
    });
  }

  report(): RunReport {
    const { letters, streams, pictures } = this.#cast.records;
    const outcomes = [...letters.values()].map(({ outcome }) => outcome);
    const events = Math.max(
      ...this.#cast.players.map(({ session }) => parseCursor(session.store.cursor ?? '')?.seq ?? 0),
    );
    return {
      events,
      written: outcomes.filter((outcome) => outcome === 'done').length,
      refused: outcomes.filter((outcome) => outcome === 'refused').length,
      unanswered: outcomes.filter((outcome) => outcome === 'open').length,
      streams: streams.length,
      pictures: pictures.length,
    };
  }

  failure(faults: readonly string[]): FuzzFailure {
    const { seed, clients, servers, rounds, steps, complaints } = this.#cast.options;
    const again = `pnpm fuzz --seed ${seed} --clients ${clients} --servers ${servers} --rounds ${rounds} --steps ${steps} --complaints ${complaints}`;
    const ids = [...new Set(faults.join(' ').match(/cmp_[0-9a-f]{32}/g) ?? [])].slice(0, 3);
    const more = faults.length > FAULTS_SHOWN ? [`… and ${faults.length - FAULTS_SHOWN} more`] : [];
    const names = this.#cast.players
      .map(({ name }) => name)
      .filter((name) => faults.some((fault) => fault.includes(`${name} `)));
    const lines = this.#cast.records.trace(LINES_SHOWN, ids, names);
    return new FuzzFailure(
      [
        `seed ${seed}: ${faults.length} faults; again: ${again}`,
        ...faults.slice(0, FAULTS_SHOWN),
        ...more,
        '',
        ...lines,
      ].join('\n'),
    );
  }
}

function isUpToDate({ session }: Player, head: number): boolean {
  const { store } = session;
  // Whoever looks at a board that could not be loaded presses the button that tries again.
  if (store.phase.kind === 'failed') session.wake();
  const cursor = store.cursor === null ? null : parseCursor(store.cursor);
  return store.phase.kind === 'ready' && cursor?.seq === head && !store.countsDoubtful;
}
