/**
 * A real year of cases through the product's actions: how many actions a second, against the least and the ordinary way
 * to record a move, which take turns with it on the same database. Afterwards the board's figures must be those of the
 * file. REPLAY_LOG names the file, as docs/replay.md describes it.
 */
import { existsSync } from 'node:fs';
import { published } from '@redress/api/replay/due-clocks';
import { readStories } from '@redress/api/replay/read-stories';
import { storiesReport, tallyReport } from '@redress/api/replay/report';
import { runReplay } from '@redress/api/replay/run-replay';
import type { Tally } from '@redress/api/replay/tally';
import type { Database } from '@redress/prisma/client';
import { boardFigures } from '../replay/board-figures.ts';
import { fileFigures } from '../replay/file-figures.ts';
import type { LogFigures } from '../replay/file-figures.ts';
import { openCompany } from './kit/bench-company.ts';
import { compare, rateOf, report } from './kit/compare.ts';
import type { Rate } from './kit/compare.ts';
import { leastMove, prismaMove } from './kit/move-peers.ts';
import { print } from './kit/transcript.ts';

const CARDS = 500;
const WRITERS = 8;
/** Actions of the replay between two turns of the others. */
const STRETCH = 10_000;
const SOURCE = 'log';

export async function bench(): Promise<void> {
  const path = process.env['REPLAY_LOG'] ?? '';
  if (!existsSync(path)) {
    console.error(
      `REPLAY_LOG=${path || '(nothing)'} names no file. Set it to the CSV file of an event log (docs/replay.md).`,
    );
    process.exitCode = 2;
    return;
  }
  const stories = await readStories(path, 'UTC', new Date());
  print(storiesReport(stories));
  const { db, ctx, close } = await openCompany(CARDS);
  try {
    const turns = await Turns.begin(db);
    const tally = await runReplay({
      ctx,
      stories,
      source: SOURCE,
      writers: WRITERS,
      onHour: (until, counts) => turns.take(until, counts),
    });
    turns.end(tally);
    print(tallyReport(tally, await published(db, SOURCE)));
    hold(fileFigures(path).figures, await boardFigures(db, SOURCE));
  } finally {
    await close();
  }
}

/** The turns of the replay and of what it is measured against. */
class Turns {
  private readonly db: Database;
  private readonly cards: string[];
  private readonly rates: { replay: number[]; peers: Rate[][] } = { replay: [], peers: [] };
  private actions = 0;
  private since = performance.now();
  private replayed = 0;

  private constructor(db: Database, cards: string[]) {
    this.db = db;
    this.cards = cards;
  }

  static async begin(db: Database): Promise<Turns> {
    const { rows } = await db.pool.query<{ id: string }>('SELECT "id" FROM "complaint"');
    return new Turns(
      db,
      rows.map((row) => row.id),
    );
  }

  /** Lets the others work for a moment when the replay has come far enough. */
  async take(until: number, { actions }: Tally): Promise<void> {
    if (actions - this.actions < STRETCH) return;
    const seconds = this.stretch();
    this.rates.replay.push((actions - this.actions) / seconds);
    print(
      `${new Date(until).toISOString().slice(0, 10)}  ${actions} actions  ${this.rates.replay.at(-1)!.toFixed(0)} /s`,
    );
    this.actions = actions;
    const card = (turn: number) => this.cards[turn % this.cards.length]!;
    this.rates.peers.push(
      await compare(
        [
          { name: 'limit: guarded UPDATE + event, one statement', run: (turn) => leastMove(this.db, card(turn)) },
          { name: 'peer: a move in a Prisma transaction', run: (turn) => prismaMove(this.db, card(turn)) },
        ],
        { writers: WRITERS, rounds: 1, turnMs: 500 },
      ),
    );
    this.since = performance.now();
  }

  end({ actions }: Tally): void {
    this.stretch();
    print(`\n${actions} actions in ${this.replayed.toFixed(0)} s: ${(actions / this.replayed).toFixed(0)} /s in all`);
    if (this.rates.peers.length === 0) return;
    const [limit, peer] = this.rates.peers[0]!.map(({ name }, i) =>
      rateOf(
        name,
        this.rates.peers.map((rates) => rates[i]!.perSecond),
      ),
    );
    const replay = rateOf('actions of the replay, clocks included', this.rates.replay);
    report(`actions, ${WRITERS} cases side by side, medians of ${STRETCH} actions`, [limit!, replay, peer!]);
  }

  /** Seconds since the replay's turn began. */
  private stretch(): number {
    const seconds = (performance.now() - this.since) / 1_000;
    this.replayed += seconds;
    return seconds;
  }
}

/** Prints both sides, and makes the bench fail where they differ. */
function hold(file: LogFigures, board: LogFigures): void {
  const line = (name: string, a: unknown, b: unknown) => {
    const isSame = JSON.stringify(a) === JSON.stringify(b);
    if (!isSame) process.exitCode = 1;
    print(`${name.padEnd(28)} ${String(a).padStart(12)} ${String(b).padStart(12)}   ${isSame ? 'equal' : 'DIFFERENT'}`);
  };
  print(`\n${'figure'.padEnd(28)} ${'file'.padStart(12)} ${'board'.padStart(12)}`);
  line('cases', file.cases, board.cases);
  line('reassignments', file.reassignments, board.reassignments);
  line('reopenings', file.reopenings, board.reopenings);
  line('resolved', file.resolved, board.resolved);
  line('time to resolve p50, ms', file.p50Ms, board.p50Ms);
  line('time to resolve p90, ms', file.p90Ms, board.p90Ms);
  const groups = [...new Set([...Object.keys(file.groups), ...Object.keys(board.groups)])];
  const differing = groups.filter(
    (group) => JSON.stringify(file.groups[group]) !== JSON.stringify(board.groups[group]),
  );
  line('groups: cases, p50, p90', groups.length, groups.length - differing.length);
  for (const group of differing)
    print(`${group} ${JSON.stringify(file.groups[group])} ${JSON.stringify(board.groups[group])}`);
}
