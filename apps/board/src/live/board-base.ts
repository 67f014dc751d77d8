/**
 * The board as the server told it: the picture it was loaded from and the events since, without anything that is only
 * predicted. Its rules (docs/SPEC.md, BS): a lower revision never replaces a higher one; cursors only go forwards; a
 * card beyond the loaded stretch of its column is counted and not kept.
 */
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { BaseColumn } from './base-column.ts';
import type { BoardCard } from './board-card.ts';
import type { ComplaintChange, LiveEvent } from './board-event.ts';
import { isAfter, sameEpoch } from './cursor.ts';
import type { BoardPicture, CountsPicture, PagePicture } from './transport.ts';

/** What a change touched, so that views of other cards and columns keep their identity. */
export interface Touch {
  card(id: string): void;
  column(stage: Stage): void;
  /** The card went from one place to another by somebody's hand. */
  travelled(id: string): void;
}

/** `gap`: an event before this one never came, or the history is another one; only a new picture helps. */
export type ApplyOutcome = 'applied' | 'duplicate' | 'gap';

type ComplaintEvent = Extract<LiveEvent, { kind: 'complaint' | 'left' }>;

/** A read that is under way. What happens meanwhile is remembered, because its answer may be older. */
export interface ReadWindow {
  readonly startedAt: string;
}

export class BoardBase {
  readonly cards = new Map<string, BoardCard>();
  readonly #columns = new Map<Stage, BaseColumn>();
  readonly #touch: Touch;
  readonly #windows = new Set<ReadWindow>();
  /** The last event of each complaint since the oldest open window. */
  readonly #journal = new Map<string, ComplaintEvent>();
  #cursor: string | null = null;
  #countsDoubtful = false;

  constructor(touch: Touch) {
    this.#touch = touch;
  }

  /** The last event taken in; null before the first picture. */
  get cursor(): string | null {
    return this.#cursor;
  }

  /** Whether a column that is loaded in part has changed since the server counted it. */
  get countsDoubtful(): boolean {
    return this.#countsDoubtful;
  }

  column(stage: Stage): BaseColumn | undefined {
    return this.#columns.get(stage);
  }

  /** Replaces everything by a picture. */
  load(picture: BoardPicture): void {
    for (const id of this.cards.keys()) this.#touch.card(id);
    this.cards.clear();
    this.#columns.clear();
    this.#windows.clear();
    this.#journal.clear();
    this.#cursor = picture.cursor;
    this.#countsDoubtful = false;
    for (const page of picture.columns) {
      const column = new BaseColumn(page, picture.cursor);
      this.#columns.set(page.stage, column);
      for (const card of page.cards) {
        this.cards.set(card.id, card);
        column.cards.insert(card);
        this.#touch.card(card.id);
      }
    }
    for (const stage of STAGES) this.#touch.column(stage);
  }

  /** Takes the next event of the stream. */
  apply(event: LiveEvent): ApplyOutcome {
    const now = this.#cursor;
    if (now === null || !sameEpoch(now, event.cursor)) return 'gap';
    if (event.previous !== null && isAfter(event.previous, now)) return 'gap';
    if (!isAfter(event.cursor, now)) return 'duplicate';
    this.#cursor = event.cursor;
    if (event.kind === 'complaint' || event.kind === 'left') {
      const id = event.kind === 'left' ? event.complaintId : event.card.id;
      if (this.#windows.size > 0) this.#journal.set(id, event);
      this.#applyChange(event, true);
    }
    for (const column of this.#columns.values()) {
      if (column.advance(event.cursor)) this.#touch.column(column.stage);
    }
    return 'applied';
  }

  #applyChange(event: ComplaintEvent, counted: boolean): void {
    if (event.kind === 'left') {
      this.#remove(event.complaintId, event.cursor, counted);
      return;
    }
    const { card, cursor } = event;
    const known = this.cards.get(card.id);
    if (known === undefined && counted) this.#countStranger(event);
    const moved = known !== undefined && (known.stage !== card.stage || known.position !== card.position);
    if (this.#put(card, cursor, counted) && moved) this.#touch.travelled(card.id);
  }

  /** Counts an event about a card that is not loaded, as far as the event itself tells. */
  #countStranger(event: ComplaintChange): void {
    const breached = event.card.isBreached ? 1 : 0;
    if (event.type === 'ComplaintRegistered') this.#count(event.card.stage, event.cursor, 1, breached);
    if (event.fromStage !== undefined && event.fromStage !== event.card.stage) {
      this.#count(event.fromStage, event.cursor, -1, -breached);
      this.#count(event.card.stage, event.cursor, 1, breached);
      this.#touch.column(event.fromStage);
    }
    this.#countsDoubtful = true;
    this.#touch.column(event.card.stage);
  }

  /**
   * Counts a change of a column. Where that is loaded only in part this is a good guess: an event shows its complaint as
   * it is by now, which may be ahead of what the server had counted at the event's cursor.
   */
  #count(stage: Stage, cursor: string, total: number, breached: number): void {
    const column = this.#columns.get(stage);
    if (column === undefined || column.boundary === null) return;
    column.count(cursor, total, breached);
    this.#countsDoubtful = true;
  }

  /** Puts a card where it belongs now, unless something newer is known. Returns whether it was taken. */
  #put(card: BoardCard, cursor: string, counted: boolean): boolean {
    const known = this.cards.get(card.id);
    if (known !== undefined && known.revision >= card.revision) return false;
    const column = this.#columns.get(card.stage);
    if (column === undefined) return false;
    if (known !== undefined) {
      const from = this.#columns.get(known.stage);
      from?.cards.remove(known);
      if (counted) {
        this.#count(known.stage, cursor, -1, known.isBreached ? -1 : 0);
        this.#count(card.stage, cursor, 1, card.isBreached ? 1 : 0);
      }
      this.#touch.column(known.stage);
    }
    if (column.reaches(card.position)) {
      this.cards.set(card.id, card);
      column.cards.insert(card);
    } else {
      this.cards.delete(card.id);
    }
    this.#touch.card(card.id);
    this.#touch.column(card.stage);
    return true;
  }

  #remove(id: string, cursor: string, counted: boolean): void {
    const known = this.cards.get(id);
    if (known === undefined) {
      this.#countsDoubtful = true;
      return;
    }
    const column = this.#columns.get(known.stage);
    column?.cards.remove(known);
    if (counted) this.#count(known.stage, cursor, -1, known.isBreached ? -1 : 0);
    this.cards.delete(id);
    this.#touch.card(id);
    this.#touch.column(known.stage);
  }

  /**
   * Takes a card out of the answer of an action or of an error. It only ever replaces what is on the board and older:
   * a card that has left in the meantime stays away.
   */
  settle(card: BoardCard, cursor: string): void {
    if (this.cards.has(card.id)) this.#put(card, cursor, true);
  }

  /** The last loaded card of a column of which more is to come; null for any other column. */
  edgeOf(stage: Stage): BoardCard | null {
    const column = this.#columns.get(stage);
    return column === undefined || column.boundary === null ? null : (column.cards.last ?? null);
  }

  /**
   * The loaded stretch of a column now reaches down to a position, because nothing that is not known can lie above it.
   * What was put there in the meantime is found in the journal: a window must have been open since.
   */
  extendTo(stage: Stage, position: string): void {
    this.#columns.get(stage)?.extendTo(position);
    for (const event of this.#journal.values()) {
      if (event.kind === 'complaint' && !this.cards.has(event.card.id)) this.#applyChange(event, false);
    }
  }

  /** To be called before a read starts; ends with `closeWindow`. */
  openWindow(): ReadWindow {
    const window = { startedAt: this.#cursor ?? '' };
    this.#windows.add(window);
    return window;
  }

  closeWindow(window: ReadWindow): void {
    this.#windows.delete(window);
    if (this.#windows.size > 0 || this.#cursor === null) return;
    this.#journal.clear();
    for (const column of this.#columns.values()) column.fold(this.#cursor);
  }

  /** Whether an answer may be used: read in a window that is still open, and not before it was opened. */
  #isUsable(window: ReadWindow, cursor: string): boolean {
    return this.#windows.has(window) && sameEpoch(window.startedAt, cursor) && !isAfter(window.startedAt, cursor);
  }

  /** Adds the next page of a column. False when the answer is older than the question: ask again. */
  addPage({ cursor, page }: PagePicture, window: ReadWindow): boolean {
    const column = this.#columns.get(page.stage);
    if (column === undefined || this.#cursor === null || !this.#isUsable(window, cursor)) return false;
    column.extend(page);
    for (const card of page.cards) this.#put(card, cursor, this.cards.has(card.id));
    column.offerCounts(cursor, page.counts, this.#cursor);
    this.#replay(cursor);
    this.#touch.column(page.stage);
    return true;
  }

  /** Takes counts from the server. False when the answer is older than the question. */
  addCounts({ cursor, columns }: CountsPicture, window: ReadWindow): boolean {
    if (this.#cursor === null || !this.#isUsable(window, cursor)) return false;
    for (const { stage, counts } of columns) {
      this.#columns.get(stage)?.offerCounts(cursor, counts, this.#cursor);
      this.#touch.column(stage);
    }
    this.#countsDoubtful = false;
    return true;
  }

  /** Repeats what came after the cursor; it was counted when it came first. */
  #replay(after: string): void {
    for (const event of this.#journal.values()) {
      if (!isAfter(event.cursor, after)) continue;
      this.#applyChange(event, false);
      this.#countsDoubtful = true;
    }
  }
}
