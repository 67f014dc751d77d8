/** What the servers told the clients, kept for the judges at the end: every stream, every picture, every write. */
import type { BoardCard } from '@redress/board/live/board-card';
import type { LiveEvent } from '@redress/board/live/board-event';
import type { BoardFilter } from '@redress/board/live/board-filter';
import type { ColumnPage, ColumnCounts } from '@redress/board/live/transport';
import type { Stage } from '@redress/domain/rules/vocabulary';

/** One subscription of one client, from its beginning to its end. */
export interface ToldStream {
  who: string;
  memberId: string;
  after: string;
  /** The version of the sight in which the board had been loaded. */
  scope: string;
  filter: BoardFilter;
  told: LiveEvent[];
}

/** An answer of `board`: a whole picture, one page of a column, or counts alone. */
export interface ToldPicture {
  who: string;
  memberId: string;
  cursor: string;
  /** The sight that the answer named; that of the last picture where it names none. */
  scope: string | null;
  filter: BoardFilter;
  /** The cursor of the client's own last write that it knew of when it asked. */
  wroteLast: string | null;
  columns: { stage: Stage; counts: ColumnCounts; page: ColumnPage | null; from: string | null }[];
}

/** One change that somebody asked for, however often it was sent. */
export interface Letter {
  key: string;
  who: string;
  memberId: string;
  what: string;
  attempts: number;
  /** `open`: no answer has come, and perhaps never will. */
  outcome: 'open' | 'done' | 'refused';
  cursor: string | null;
  code: string | null;
}

export class Records {
  readonly streams: ToldStream[] = [];
  readonly pictures: ToldPicture[] = [];
  readonly letters = new Map<string, Letter>();
  /** What went wrong while it happened. */
  readonly faults: string[] = [];
  readonly #cards = new Map<string, { who: string; content: string }>();
  readonly #trace: string[] = [];
  readonly #startedAt = performance.now();

  /** Notes what happens, for whoever has to find out why. */
  note(what: string): void {
    this.#trace.push(`${((performance.now() - this.#startedAt) / 1000).toFixed(3)} ${what}`);
  }

  /** The end of the trace; of what is about these complaints, and of what these clients loaded, when any are named. */
  trace(lines: number, complaints: readonly string[] = [], clients: readonly string[] = []): string[] {
    const isOf = (line: string) =>
      complaints.some((id) => line.includes(id)) ||
      clients.some((name) => line.includes(`${name} loads`) || line.includes(`${name} subscribes`));
    return (complaints.length === 0 ? this.#trace : this.#trace.filter(isOf)).slice(-lines);
  }

  /** A card that a client was shown: of one revision there is one content, whoever of one sight is shown it. */
  card(who: string, scope: string, card: BoardCard): void {
    const key = `${scope} ${card.id} ${card.revision}`;
    const content = JSON.stringify(card, Object.keys(card).sort().concat(NESTED));
    const known = this.#cards.get(key);
    if (known === undefined) this.#cards.set(key, { who, content });
    else if (known.content !== content) {
      this.faults.push(
        `two contents of ${card.id} at revision ${card.revision}: ${known.who} saw ${known.content}, ${who} sees ${content}`,
      );
    }
  }

  letter(letter: Omit<Letter, 'attempts' | 'outcome' | 'cursor' | 'code'>): Letter {
    let known = this.letters.get(letter.key);
    if (known === undefined) {
      known = { ...letter, attempts: 0, outcome: 'open', cursor: null, code: null };
      this.letters.set(letter.key, known);
    }
    known.attempts += 1;
    return known;
  }
}

/** Fields of what a card holds, for a text that does not depend on their order. */
const NESTED = [
  ...['code', 'shortName', 'nameZh', 'nameEn', 'name', 'tier', 'kind', 'startedAt', 'dueAt', 'state', 'until'],
  ...['requestedBy', 'requestedAt', 'reason', 'from', 'to'],
];
