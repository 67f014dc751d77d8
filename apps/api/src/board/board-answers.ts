/**
 * Answers to board operations, as bytes. While the stream stands still, what was answered is answered again; when it has
 * moved on, a board is put together from the cards that are as they were and those that changed (docs/adr/0021).
 *
 * An answer is kept for who sees the same in the same language, by the text of the request; where it depends on who asks,
 * for them alone. It is used as long as this process has heard of nothing newer, and for a second at most, because it
 * says what time it is.
 */
import { parseCursor } from '@redress/domain/events/cursor';
import type { Cursor } from '@redress/domain/events/cursor';
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import type { SchemaContext } from '@redress/schema/context';
import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Services } from '../services.ts';
import { boardOperation } from './board-operation.ts';
import type { BoardOperation, CardsPath } from './board-operation.ts';
import { CardPieces, makePiece, pagesIn, watched } from './card-pieces.ts';
import type { RunBoard } from './card-pieces.ts';
import { KeptBytes } from './kept-bytes.ts';

/** An operation as a request names it. */
export interface Asked {
  document: DocumentNode;
  operationName: string | null;
  variables: Record<string, unknown>;
  /** The document's text. */
  query: string;
}

type Parts = Pick<Services, 'directory' | 'feed' | 'schema' | 'execute' | 'time'>;

interface Kept {
  at: Cursor;
  /** By the injected clock, in milliseconds. */
  madeAt: number;
  bytes: KeptBytes;
}

const KEPT_FOR_MS = 1_000;
const KEPT_BYTES = 64 * 1024 * 1024;
/** Stands where a column's cards go; the quotation marks around it make it nobody's text. */
const CARDS_HERE = '\u0000cards\u0000';

export class BoardAnswers {
  private readonly parts: Parts;
  private readonly pieces: CardPieces;
  private readonly kept = new Map<string, Kept>();
  private keptBytes = 0;
  private readonly underWay = new Map<string, { since: number; answer: Promise<Kept | null> }>();

  constructor(parts: Parts) {
    this.parts = parts;
    this.pieces = new CardPieces(parts.directory);
  }

  /** The operation as one of a board; null when it asks for anything else. */
  recognise({ document, operationName }: Asked): BoardOperation | null {
    return boardOperation(this.parts.schema, document, operationName);
  }

  /**
   * The answer for who asks in this context, who may ask. Null when it carries an error, which is to be answered by who
   * answers errors.
   *
   * @param viewer names who asks, whatever they see.
   */
  async answer(
    operation: BoardOperation,
    asked: Asked,
    context: SchemaContext,
    viewer: string,
  ): Promise<KeptBytes | null> {
    const { feed } = this.parts;
    if (!feed.hasHeardItself) await feed.heardItself();
    const text = JSON.stringify([asked.query, asked.operationName, asked.variables]);
    // A filter may ask for what is the viewer's own; whether it does stands in the document or in a variable.
    const whose = operation.isViewers || text.includes('mine') ? viewer : '';
    const key = JSON.stringify([context.scopeVersion, context.scope.key, context.locale, whose, text]);
    const kept = this.kept.get(key);
    // What the caller did last may have been waited for in vain: then the database is asked.
    if (context.board.isCurrent()) {
      if (kept !== undefined && this.isFresh(kept)) return kept.bytes;
      const underWay = this.underWay.get(key);
      if (underWay?.since === feed.head) return (await underWay.answer)?.bytes ?? null;
    }

    const answer = this.make(operation, asked, context);
    this.underWay.set(key, { since: feed.head, answer });
    try {
      const made = await answer;
      if (made !== null) this.keep(key, made);
      return made?.bytes ?? null;
    } finally {
      if (this.underWay.get(key)?.answer === answer) this.underWay.delete(key);
    }
  }

  private isFresh({ at, madeAt }: Kept): boolean {
    const { feed, time } = this.parts;
    const age = time.now().getTime() - madeAt;
    return at.epoch === feed.epoch && at.seq >= feed.head && age >= 0 && age < KEPT_FOR_MS;
  }

  private keep(key: string, made: Kept): void {
    this.forget(key);
    this.kept.set(key, made);
    this.keptBytes += made.bytes.length;
    for (const oldest of this.kept.keys()) {
      if (this.keptBytes <= KEPT_BYTES) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const kept = this.kept.get(key);
    if (kept === undefined) return;
    this.kept.delete(key);
    this.keptBytes -= kept.bytes.length;
  }

  private async make({ cards }: BoardOperation, asked: Asked, context: SchemaContext): Promise<Kept | null> {
    const madeAt = this.parts.time.now().getTime();
    let oldest: Cursor | null = null;
    const see = <T extends { cursor: string }>(board: T): T => {
      const at = parseCursor(board.cursor);
      if (at !== null && (oldest === null || at.seq < oldest.seq)) oldest = at;
      return board;
    };
    const seen: SchemaContext['board']['read'] = (query, page) => {
      const board = context.board.read(query, page);
      return board instanceof Promise ? board.then(see) : see(board);
    };
    const run = this.runner(asked, context);
    const text = cards === null ? whole(await run(seen, null)) : await this.assemble(run, seen, cards, context.locale);
    // One that was read at several moments is as old as the first of them.
    const at = oldest as Cursor | null;
    return text === null || at === null ? null : { at, madeAt, bytes: new KeptBytes(text) };
  }

  private runner({ document, operationName, variables }: Asked, context: SchemaContext): RunBoard {
    const { schema, execute } = this.parts;
    return async (read, watch) => {
      const own = Object.create(context, { board: { value: { ...context.board, read } } }) as SchemaContext;
      const contextValue = watch === null ? own : watched(own, watch);
      return execute({ schema, document, operationName, variableValues: variables, contextValue });
    };
  }

  /** Everything but the cards is executed; each card is taken from what is kept, or made. */
  private async assemble(
    run: RunBoard,
    read: SchemaContext['board']['read'],
    path: CardsPath,
    locale: string,
  ): Promise<string | null> {
    const columns: ComplaintView[][] = [];
    const result = await run(async (query, page) => {
      const board = await read(query, page);
      return {
        ...board,
        columns: board.columns.map((column) => {
          columns.push(column.page?.edges.map(({ node }) => node) ?? []);
          return { ...column, page: column.page && { ...column.page, edges: [] } };
        }),
      };
    }, null);
    if (result.errors !== undefined) return null;
    const pages = pagesIn(result, path);
    // A page that was asked for in several ways was read by each of them, with its cards.
    if (pages.length !== columns.length || pages.some((page) => (page[path.nodes] as unknown[]).length > 0)) {
      return whole(await run(read, null));
    }
    for (const page of pages) page[path.nodes] = CARDS_HERE;
    const [begin, ...rest] = JSON.stringify(result).split(JSON.stringify(CARDS_HERE));
    const kept = this.pieces.kind(path, locale);
    let text = begin!;
    for (const [n, behind] of rest.entries()) {
      const pieces: string[] = [];
      for (const view of columns[n]!) {
        const piece = kept.get(view) ?? (await makePiece(run, path, view, kept));
        if (piece === null) return null;
        pieces.push(piece);
      }
      text += `[${pieces.join(',')}]${behind}`;
    }
    return text;
  }
}

function whole(result: ExecutionResult): string | null {
  return result.errors === undefined ? JSON.stringify(result) : null;
}
