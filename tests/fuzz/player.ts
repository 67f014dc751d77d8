/** A client: the board's own live layer over a line that has bad days, and what is kept of all that it is told. */
import { createBoardTransport } from '@redress/board/features/board/board-transport';
import { BoardSession } from '@redress/board/live/board-session';
import type { LiveEvent } from '@redress/board/live/board-event';
import type { BoardFilter } from '@redress/board/live/board-filter';
import { ServerClock } from '@redress/board/live/server-clock';
import type { Timers } from '@redress/board/live/timers';
import { TransportError } from '@redress/board/live/transport';
import type { Transport } from '@redress/board/live/transport';
import type { RoleHolding } from '@redress/domain/rules/principal';
import type { Line } from './line.ts';
import { Jar, ask, createNetwork } from './network.ts';
import type { Random } from './random.ts';
import type { Records, ToldStream } from './records.ts';

/** A client's own time runs faster than the clock on the wall, so that its pauses cost the run little. */
const HURRY = 8;
/** Small, so that columns have pages. */
const PAGE_SIZE = 6;
/** How long a form goes on sending, in milliseconds on the wall. */
const GIVE_UP_MS = 8_000;

const hurried: Timers = {
  now: () => performance.timeOrigin + performance.now() * HURRY,
  after(ms, call) {
    const timer = setTimeout(call, ms / HURRY);
    return () => clearTimeout(timer);
  },
};

export interface PlayerOptions {
  name: string;
  /** The member's id in the contract. */
  memberId: string;
  roles: readonly RoleHolding[];
  cookie: string;
  line: Line;
  random: Random;
  records: Records;
  /** The key of the sight that a version stands for: whoever has it is shown the same. */
  sightOf: (version: string) => string;
}

export class Player {
  readonly name: string;
  readonly memberId: string;
  readonly line: Line;
  readonly session: BoardSession;
  readonly jar: Jar;
  filter: BoardFilter = {};
  readonly #options: PlayerOptions;
  #keys = 0;
  /** Where a stream may go on from: the last thing that was told, or a picture that was read since. */
  #resumable = new Set<string>();

  constructor(options: PlayerOptions) {
    const { name, memberId, line, random, roles } = options;
    this.name = name;
    this.memberId = memberId;
    this.line = line;
    this.#options = options;
    this.jar = new Jar(options.cookie);
    const plain = createBoardTransport(createNetwork(line.url, this.jar, PAGE_SIZE));
    this.session = new BoardSession({
      transport: this.#recorded(plain),
      viewer: { member: { id: memberId, name }, roles },
      clock: new ServerClock(() => hurried.now()),
      schedule: (flush) => queueMicrotask(flush),
      newKey: () => this.newKey(),
      timers: hurried,
      random: () => random.next(),
    });
  }

  /** A fresh idempotency key, the same one in each run of a seed. */
  newKey(): string {
    return `${this.name}-${(this.#keys += 1)}`;
  }

  show(filter: BoardFilter): void {
    this.filter = filter;
    this.session.open(filter);
  }

  /** Asks for a mutation as the board's forms do: again under the same key until there is an answer. */
  async submit(mutation: string, input: Record<string, unknown>): Promise<void> {
    const { records, line, random } = this.#options;
    const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
    const query = `mutation ($input: ${name}Input!) {
      ${mutation}(input: $input) { __typename ... on UserError { code } ... on ${name}Payload { cursor } }
    }`;
    const key = this.newKey();
    const startedAt = performance.now();
    for (let pauseMs = 20; performance.now() - startedAt < GIVE_UP_MS; pauseMs = Math.min(pauseMs * 2, 500)) {
      const letter = records.letter({ key, who: this.name, memberId: this.memberId, what: mutation });
      try {
        const data = await ask(line.url, this.jar, { query, variables: { input }, key });
        const answer = data[mutation] as { __typename: string; code?: string; cursor?: string };
        letter.code = answer.code ?? null;
        letter.cursor = answer.cursor ?? null;
        letter.outcome = answer.cursor !== undefined || answer.__typename === 'AlreadyDoneError' ? 'done' : 'refused';
        return;
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        if (error.kind !== 'network') {
          letter.code = error.kind;
          records.note(`${this.name} ${mutation} ${key}: ${error.message}`);
          return;
        }
        const wait = pauseMs * (1 + random.next());
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  async close(): Promise<void> {
    this.session.close();
    await this.line.close();
  }

  #recorded(plain: Transport): Transport {
    const { records, sightOf } = this.#options;
    const who = this.name;
    const { memberId } = this;
    const keep = (from: { cursor: string; scope: string | null; filter: BoardFilter; wroteLast: string | null }) => ({
      who,
      memberId,
      ...from,
    });
    return {
      loadBoard: async (filter) => {
        const { wroteLast } = this.jar;
        const picture = await plain.loadBoard(filter);
        const { cursor, scope, columns } = picture;
        const all = columns.map(({ stage, cards }) => `${stage} ${cards.map(({ id }) => id).join(' ')}`);
        this.#resumable.add(cursor);
        records.note(`${who} loads ${JSON.stringify(filter)} at ${cursor}: ${all.join(', ')}`);
        for (const { cards } of columns) for (const card of cards) records.card(who, sightOf(scope), card);
        const kept = columns.map((page) => ({ stage: page.stage, counts: page.counts, page, from: null }));
        records.pictures.push({ ...keep({ cursor, scope, filter, wroteLast }), columns: kept });
        return picture;
      },
      loadPage: async (filter, stage, after) => {
        const { wroteLast } = this.jar;
        const answer = await plain.loadPage(filter, stage, after);
        const { cursor, page } = answer;
        records.note(`${who} reads on in ${stage} at ${cursor}: ${page.cards.map(({ id }) => id).join(' ')}`);
        const columns = [{ stage, counts: page.counts, page, from: after }];
        records.pictures.push({ ...keep({ cursor, scope: null, filter, wroteLast }), columns });
        return answer;
      },
      loadCounts: async (filter) => {
        const { wroteLast } = this.jar;
        const answer = await plain.loadCounts(filter);
        const { cursor } = answer;
        const columns = answer.columns.map(({ stage, counts }) => ({ stage, counts, page: null, from: null }));
        records.pictures.push({ ...keep({ cursor, scope: null, filter, wroteLast }), columns });
        return answer;
      },
      act: async (action, key) => {
        const letter = records.letter({ key, who, memberId, what: action.kind });
        const answer = await plain.act(action, key);
        letter.outcome = answer.ok ? 'done' : 'refused';
        letter.cursor = answer.ok && answer.card !== null ? answer.cursor : null;
        letter.code = answer.ok ? null : answer.refusal.code;
        if (answer.ok && answer.card !== null)
          records.note(`${who} ${action.kind} ${key} ${action.cardId} done at ${answer.cursor}`);
        return answer;
      },
      subscribe: (from, sink) => {
        const stream: ToldStream = { who, memberId, ...from, told: [] };
        records.streams.push(stream);
        records.note(`${who} subscribes from ${from.after}`);
        if (!this.#resumable.has(from.after)) {
          records.faults.push(`${who} goes on from ${from.after}, which is neither what was told last nor a picture`);
        }
        return plain.subscribe(from, {
          opened: () => sink.opened(),
          next: (event) => {
            stream.told.push(event);
            if (event.kind !== 'reset') this.#resumable = new Set([event.cursor]);
            records.note(`${who} told ${inWords(event)}`);
            if (event.kind === 'complaint') records.card(who, sightOf(from.scope), event.card);
            sink.next(event);
          },
          dropped: (why) => {
            records.note(`${who} dropped: ${why}`);
            sink.dropped(why);
          },
        });
      },
    };
  }
}

function inWords(event: LiveEvent): string {
  if (event.kind === 'complaint') {
    const { id, revision, stage } = event.card;
    return `${event.cursor} ${event.type} ${id} revision ${revision} in ${stage}`;
  }
  return `${event.cursor} ${event.kind} ${event.kind === 'left' ? event.complaintId : ''}`;
}
