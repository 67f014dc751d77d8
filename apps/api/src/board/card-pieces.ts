/**
 * Cards as JSON, made once for all boards that ask for the same of them. A piece is kept for as long as the process holds
 * the very view that it was made from, and only when making it asked for nothing but the card and the directory.
 */
import type { BoardView } from '@redress/domain/reads/board';
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import { Edge } from '@redress/domain/reads/connection';
import type { Directory } from '@redress/domain/reads/directory';
import type { SchemaContext } from '@redress/schema/context';
import type { ExecutionResult } from 'graphql';
import type { CardsPath } from './board-operation.ts';

/** A run of a board operation, in a context that the caller makes for it. */
export type RunBoard = (read: SchemaContext['board']['read'], watch: Watch | null) => Promise<ExecutionResult>;

/** Notes what a run asks for once it is at a card. */
export interface Watch {
  /** It has been at the board; from here on it is at its cards. */
  isAtCards: boolean;
  /** It asked for something besides. */
  askedElsewhere: boolean;
}

/** What a card may be shown from without anybody's noticing: the rest of the context is watched. */
const OF_THE_CARD: readonly (keyof SchemaContext)[] = ['directory', 'locale', 'board', 'scopeVersion', 'isLightEnough'];

/** Kinds of pieces that are kept: of the operations that were used last. */
const KINDS_AT_MOST = 20;

export class CardPieces {
  private readonly directory: Directory;
  private generation = -1;
  private readonly kinds = new Map<string, WeakMap<ComplaintView, string>>();

  constructor(directory: Directory) {
    this.directory = directory;
  }

  /** The pieces that are there for these words in this language. */
  kind(path: CardsPath, locale: string): WeakMap<ComplaintView, string> {
    if (this.generation !== this.directory.generation) {
      this.kinds.clear();
      this.generation = this.directory.generation;
    }
    const key = `${locale} ${path.text}`;
    const known = this.kinds.get(key) ?? new WeakMap<ComplaintView, string>();
    this.kinds.delete(key);
    this.kinds.set(key, known);
    for (const oldest of this.kinds.keys()) {
      if (this.kinds.size <= KINDS_AT_MOST) break;
      this.kinds.delete(oldest);
    }
    return known;
  }
}

/** The context, telling the watch of everything that is asked of it at a card. */
export function watched(context: SchemaContext, watch: Watch): SchemaContext {
  return new Proxy(context, {
    // What a getter looks at to answer is not asked by the card: it is called on the context itself.
    get(target, name): unknown {
      if (watch.isAtCards && !OF_THE_CARD.includes(name as keyof SchemaContext)) watch.askedElsewhere = true;
      return Reflect.get(target, name);
    },
  });
}

/** One card alone, as a board of it; null when the operation answers with an error. */
export async function makePiece(
  run: RunBoard,
  path: CardsPath,
  view: ComplaintView,
  kept: WeakMap<ComplaintView, string>,
): Promise<string | null> {
  const watch: Watch = { isAtCards: false, askedElsewhere: false };
  const result = await run(() => {
    watch.isAtCards = true;
    return boardOf(view);
  }, watch);
  const cards = result.errors === undefined ? cardsIn(result, path) : [];
  if (cards.length !== 1 || cards[0]!.length !== 1) return null;
  const piece = JSON.stringify(cards[0]![0]);
  if (!watch.askedElsewhere) kept.set(view, piece);
  return piece;
}

/** Where the cards of each column stand in an answer. */
export function cardsIn(result: ExecutionResult, path: CardsPath): unknown[][] {
  return pagesIn(result, path).map((page) => page[path.nodes] as unknown[]);
}

export function pagesIn(result: ExecutionResult, path: CardsPath): Record<string, unknown>[] {
  const board = (result.data as Record<string, Record<string, unknown>>)[path.board]!;
  const columns = board[path.columns] as Record<string, Record<string, unknown>>[];
  return columns.map((column) => column[path.complaints]!);
}

function boardOf(view: ComplaintView): BoardView {
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
  const page = { edges: [new Edge(view, '', () => [])], pageInfo };
  const counts = { totalCount: 1, breachedCount: 0, oldestReceivedAt: null };
  return { cursor: '', columns: [{ stage: view.stage, ...counts, page }] };
}
