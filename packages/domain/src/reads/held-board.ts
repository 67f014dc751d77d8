/**
 * The board held in the process: a cache of what the log has led to, never a second truth (docs/adr/0021). It is read
 * from the database as of one number of the stream, moves on with each stretch of it, and answers a board exactly as the
 * statement of `board.ts` would at that number, or says that it can't.
 */
import type { Database } from '@redress/prisma/client';
import { formatCursor } from '../events/cursor.ts';
import { matchesFilter, NO_FILTER } from '../rules/filter.ts';
import type { Filter, FilteredFacts } from '../rules/filter.ts';
import { canSee } from '../rules/principal.ts';
import type { Scope } from '../rules/principal.ts';
import { STAGES } from '../rules/vocabulary.ts';
import type { Stage } from '../rules/vocabulary.ts';
import { closedSince, columnPage, parseColumnPage } from './board.ts';
import type { BoardColumnView, BoardQuery, BoardView } from './board.ts';
import { COMPLAINT_JOINS, COMPLAINT_SELECT } from './complaint-sql.ts';
import type { ComplaintView } from './complaint-view.ts';
import type { PageArgs, PageRequest } from './connection.ts';
import { HeldColumn } from './held-column.ts';
import { OPEN_GRANTS, seenCard } from './stretch.ts';
import type { SeenCard, Stretch } from './stretch.ts';

/** A card of the board, and what filters look at, which is worked out once. */
export interface HeldCard extends SeenCard {
  facts: FilteredFacts;
}

/** More than that are not held: the board is read from the database. */
const CARDS_AT_MOST = 50_000;
const PRUNE_EVERY_MS = 3_600_000;

export interface HeldBoardOptions {
  db: Database;
  /** The injected clock. */
  now: () => Date;
  /** How many cards may be held; 0: none are, and every board is read from the database. */
  atMost?: number;
}

export class HeldBoard {
  private readonly db: Database;
  private readonly now: () => Date;
  private readonly atMost: number;
  private readonly cards = new Map<string, HeldCard>();
  private readonly columns = new Map(STAGES.map((stage) => [stage, new HeldColumn()]));
  private epoch = '';
  /** Everything up to here is in the cards. */
  private head = 0;
  /** What is held is the board as of `head`, and of no later moment. */
  private exact = false;
  private loading: Promise<void> | null = null;
  private prunedAt = 0;
  /** What the stream brought while the board was being read. */
  private meanwhile: Omit<Stretch, 'floor'>[] = [];

  constructor({ db, now, atMost = CARDS_AT_MOST }: HeldBoardOptions) {
    this.db = db;
    this.now = now;
    this.atMost = atMost;
  }

  /** How many cards are held. */
  get size(): number {
    return this.cards.size;
  }

  /** Reads the board from the database; until that is done, and where it is too large, nothing is answered. */
  load(): Promise<void> {
    this.loading ??= this.read().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  /** Another history began: nothing that is held belongs to it. */
  async reload(): Promise<void> {
    this.drop();
    await this.loading;
    await this.load();
  }

  /** Takes over what a stretch of the stream changed. To be called with every stretch, before it is told to anybody. */
  moveOn(stretch: Omit<Stretch, 'floor'>): void {
    if (this.loading !== null) {
      this.meanwhile.push(stretch);
      return;
    }
    if (this.epoch === '') return;
    // All that changed is taken out before any of it is put in: two cards may have changed places.
    const changed = new Map(stretch.cards.map((card) => [card.view.id, card]));
    for (const id of changed.keys()) this.remove(id);
    for (const card of changed.values()) this.put(card);
    this.prune();
    this.head = stretch.events.at(-1)?.seq ?? this.head;
    this.exact = this.head === stretch.head;
    if (this.cards.size > this.atMost) this.drop();
  }

  /** A card as it was at the number up to which the board has moved on; undefined for one that is not held. */
  card(id: string): HeldCard | undefined {
    return this.cards.get(id);
  }

  /** The column's cards in the order of their positions. */
  column(stage: Stage): HeldColumn {
    return this.columns.get(stage)!;
  }

  /** Whether all of the board is held, as of one number of the stream. */
  get isWhole(): boolean {
    return this.exact;
  }

  /** Whether what is held is at least of this number of the stream. */
  hasReached(seq: number): boolean {
    return this.epoch !== '' && this.loading === null && this.head >= seq;
  }

  /** Ids of open cards, from the tops of the columns on, at most so many. */
  openIds(atMost: number): string[] {
    const open = STAGES.filter((stage) => stage !== 'CLOSED');
    return open.flatMap((stage) => this.column(stage).ids(Math.ceil(atMost / open.length)));
  }

  /**
   * The board as of `head`; null when it is not held, or the query asks what only the search index can say.
   *
   * @throws PageError when the page's arguments are wrong.
   */
  answer(query: BoardQuery, args: PageArgs | null): BoardView | null {
    const request = args && parseColumnPage(args);
    if (!this.exact || query.filter.text !== null) return null;
    const since = closedSince(query.now);
    return {
      cursor: formatCursor(this.epoch, this.head),
      columns: STAGES.map((stage) => this.columnView(stage, since, query, request)),
    };
  }

  private columnView(stage: Stage, since: Date, query: BoardQuery, request: PageRequest | null): BoardColumnView {
    const column = this.columns.get(stage)!;
    const { filter, scope } = query;
    const wanted = filter.stages === null || filter.stages.includes(stage);
    const matches = wanted ? matcherOf(scope, filter, query.viewerId) : nothing;
    const isShown = stage === 'CLOSED' ? (card: HeldCard) => card.view.closedAt! >= since && matches(card) : matches;
    const isWhole = isShown === everything;
    const tally = isWhole ? column.tally() : column.tallyOf(isShown);
    return { stage, ...tally, page: request && columnPage(request, column.page(stage, request, isShown)) };
  }

  private async read(): Promise<void> {
    const since = closedSince(this.now());
    if (this.atMost === 0) return;
    const { rows } = await this.db.pool.query<unknown[]>({
      name: 'held_board',
      text: LOAD,
      values: [since, this.atMost + 1],
      rowMode: 'array',
    });
    const late = this.meanwhile;
    this.meanwhile = [];
    const [epoch, head] = rows[0] as [string, number];
    // The stream may have begun anew meanwhile; whoever noticed reads again.
    const cards = rows.filter((row) => row[AT_CARD] !== null);
    this.clear();
    if (cards.length > this.atMost) return;
    for (const row of cards) this.put(seenCard(row, AT_CARD - 1));
    this.epoch = epoch;
    this.head = head;
    this.exact = true;
    this.loading = null;
    for (const stretch of late) {
      if (stretch.epoch === epoch && stretch.head > head) this.moveOn(stretch);
    }
  }

  private put({ view, grants }: SeenCard): void {
    if (view.stage === 'CLOSED' && view.closedAt! < closedSince(this.now())) return;
    const card: HeldCard = { view, grants, facts: factsOf(view) };
    this.cards.set(view.id, card);
    this.columns.get(view.stage)!.insert(card);
  }

  private remove(id: string): void {
    const card = this.cards.get(id);
    if (card === undefined) return;
    this.cards.delete(id);
    this.columns.get(card.view.stage)!.remove(card);
  }

  /** Closed cards leave the board because their time has come, which no event tells. */
  private prune(): void {
    const now = this.now();
    if (now.getTime() - this.prunedAt < PRUNE_EVERY_MS) return;
    this.prunedAt = now.getTime();
    const since = closedSince(now);
    for (const { view } of [...this.cards.values()]) {
      if (view.stage === 'CLOSED' && view.closedAt! < since) this.remove(view.id);
    }
  }

  private drop(): void {
    this.clear();
    this.epoch = '';
    this.exact = false;
  }

  private clear(): void {
    this.cards.clear();
    for (const column of this.columns.values()) column.clear();
  }
}

const AT_CARD = 3;

const LOAD = `SELECT s."epoch", s."head", ${OPEN_GRANTS}, ${COMPLAINT_SELECT}
  FROM "stream" AS s
  LEFT JOIN LATERAL (SELECT o."id" FROM "complaint" AS o
    WHERE o."stage" <> 'CLOSED' OR o."closedAt" >= $1 LIMIT $2) AS held ON true
  LEFT JOIN "complaint" AS c ON c."id" = held."id" ${COMPLAINT_JOINS}
  WHERE s."id" = 1`;

const everything = () => true;
const nothing = () => false;

/** Whether a card is in sight and meets the filter. Nobody's filter has to look at every card. */
function matcherOf(scope: Scope, filter: Filter, viewerId: string | null): (card: HeldCard) => boolean {
  const isAll = filter === NO_FILTER || Object.values(filter).every((condition) => condition === null);
  if (isAll && scope.seesAll) return everything;
  return ({ facts, grants }) => canSee(scope, grants) && (isAll || matchesFilter(facts, filter, viewerId));
}

function factsOf(view: ComplaintView): FilteredFacts {
  return {
    stage: view.stage,
    severity: view.severity,
    channel: view.channel,
    departmentId: view.departmentId,
    categoryCode: view.categoryCode,
    assigneeId: view.assigneeId,
    processOwnerId: view.processOwnerId,
    receivedAt: view.receivedAt.toISOString(),
    isClaimed: view.claimedAt !== null,
    isBreached: view.isBreached,
    handoffPending: view.pendingHandoff !== null,
    isContested: view.contestedAt !== null,
    isEscalated: view.escalationLevel > 0,
    isOnHold: view.heldUntil !== null,
    isRegulator: view.isRegulator,
  };
}
