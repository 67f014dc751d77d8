/**
 * The live board in memory: what the server told, with the viewer's own unconfirmed actions laid over it. Parts
 * subscribe to one card or one column and get the same snapshot until it has changed, so that one event renders one
 * card. It knows neither the network nor React.
 */
import type { Stage } from '@redress/domain/rules/vocabulary';
import { BoardBase } from './board-base.ts';
import type { ApplyOutcome, ReadWindow } from './board-base.ts';
import type { ShownCard } from './board-card.ts';
import type { ComplaintChange, LiveEvent } from './board-event.ts';
import type { BoardPhase, CardView, ColumnView } from './board-view.ts';
import { CardPermits } from './board-viewer.ts';
import type { BoardViewer } from './board-viewer.ts';
import type { CardNotice } from './card-notice.ts';
import { ChangeFeed } from './change-feed.ts';
import { Landings } from './landing.ts';
import { Marks } from './marks.ts';
import { columnOf, insertAtPlace, movesShown, predictCard } from './overlay.ts';
import type { Overlay } from './overlay.ts';
import { systemTimers } from './timers.ts';
import type { Timers } from './timers.ts';
import type { ActionAnswer, BoardAction, BoardPicture, CountsPicture, PagePicture } from './transport.ts';

export interface BoardStoreOptions {
  /** Who is looking: what they may do is shown with each card, and their own actions are not marked as another's. */
  viewer: BoardViewer;
  /** Calls `flush` soon: in a browser with the next frame. */
  schedule: (flush: () => void) => void;
  timers?: Timers;
}

export class BoardStore {
  /** Subscriptions of parts, and the flush that tells them. */
  readonly changes: ChangeFeed;
  #viewer: BoardViewer;
  #permits: CardPermits;
  readonly #marks: Marks;
  readonly #base: BoardBase;
  readonly #landings: Landings;
  #overlays: Overlay[] = [];
  readonly #notices = new Map<string, CardNotice>();
  readonly #paging = new Map<Stage, 'loading' | 'failed'>();
  #phase: BoardPhase = { kind: 'loading' };
  readonly #cardViews = new Map<string, CardView>();
  readonly #columnViews = new Map<Stage, ColumnView>();
  readonly #eventListeners = new Map<string, Set<() => void>>();
  readonly #othersListeners = new Set<(event: ComplaintChange) => void>();

  constructor(options: BoardStoreOptions) {
    this.#viewer = options.viewer;
    this.#permits = new CardPermits(options.viewer);
    this.changes = new ChangeFeed(options.schedule);
    this.#marks = new Marks(options.timers ?? systemTimers, (cardId) => this.#touchCard(cardId));
    this.#base = new BoardBase({
      card: (id) => this.#touchCard(id),
      column: (stage) => this.#touchColumn(stage),
      travelled: (id) => this.changes.travelled(id),
    });
    this.#landings = new Landings(this.#base);
  }

  get phase(): BoardPhase {
    return this.#phase;
  }

  /** Where to go on in the stream; null before the first picture. */
  get cursor(): string | null {
    return this.#base.cursor;
  }

  /** Whether only the server can still count some column. */
  get countsDoubtful(): boolean {
    return this.#base.countsDoubtful;
  }

  /** The card as it is to be shown; undefined when it is not among the loaded ones. */
  card(id: string): CardView | undefined {
    const known = this.#cardViews.get(id);
    if (known !== undefined) return known;
    const base = this.#base.cards.get(id);
    if (base === undefined) return undefined;
    const mine = this.#overlays.filter(({ action }) => action.cardId === id);
    const predicted = mine.reduce((card, { action }) => predictCard(card, action, this.#viewer.member), base);
    const view: CardView = {
      card: this.#permits.show(predicted),
      pending: mine.at(-1)?.action.kind ?? null,
      notice: this.#notices.get(id) ?? null,
      mark: this.#marks.get(id),
    };
    this.#cardViews.set(id, view);
    return view;
  }

  /** The column as it is to be shown; empty before the first picture. */
  column(stage: Stage): ColumnView {
    const known = this.#columnViews.get(stage);
    if (known !== undefined) return known;
    const base = this.#base.column(stage);
    const counts = base?.counts() ?? { total: 0, breached: 0, oldestReceivedAt: null };
    const moves = movesShown(this.#overlays);
    const told = base?.cards.ids() ?? [];
    const ids = moves.size === 0 ? told : told.filter((id) => !moves.has(id));
    for (const [cardId, move] of moves) {
      const card = this.#base.cards.get(cardId);
      if (card === undefined) continue;
      const change = (move.toStage === stage ? 1 : 0) - (card.stage === stage ? 1 : 0);
      counts.total += change;
      if (card.isBreached) counts.breached += change;
      if (move.toStage === stage) insertAtPlace(ids, cardId, move.place);
    }
    const view: ColumnView = {
      stage,
      ids,
      ...counts,
      hasMore: this.nextPage(stage) !== null,
      paging: this.#paging.get(stage) ?? 'idle',
      orphans: [...this.#notices.values()].filter(
        (notice) => notice.stage === stage && !this.#base.cards.has(notice.cardId),
      ),
    };
    this.#columnViews.set(stage, view);
    return view;
  }

  /** Where the next page of a column starts; null when all of it is loaded. */
  nextPage(stage: Stage): string | null {
    return this.#base.column(stage)?.next ?? null;
  }

  /** The card as the server last told it, without the viewer's unconfirmed actions. */
  told(id: string): ShownCard | undefined {
    const card = this.#base.cards.get(id);
    return card === undefined ? undefined : this.#permits.show(card);
  }

  /** The viewer's roles are others now, and with them what they may do with every card. */
  setViewer(viewer: BoardViewer): void {
    this.#viewer = viewer;
    this.#permits = new CardPermits(viewer);
    for (const id of this.#base.cards.keys()) this.#touchCard(id);
    this.changes.flush();
  }

  /** Calls for each event about a complaint, whether or not its card is loaded, and when the board was loaded anew. */
  onComplaintEvent(complaintId: string, listener: () => void): () => void {
    const listeners = this.#eventListeners.get(complaintId) ?? new Set();
    this.#eventListeners.set(complaintId, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#eventListeners.get(complaintId) === listeners) {
        this.#eventListeners.delete(complaintId);
      }
    };
  }

  /** Calls with each event that is not the viewer's own doing, as it is taken in. */
  onEventByOthers(listener: (event: ComplaintChange) => void): () => void {
    this.#othersListeners.add(listener);
    return () => this.#othersListeners.delete(listener);
  }

  #tellOfComplaint(complaintId: string): void {
    for (const listener of [...(this.#eventListeners.get(complaintId) ?? [])]) listener();
  }

  setPhase(phase: BoardPhase): void {
    this.#phase = phase;
    this.changes.touchPhase();
  }

  /**
   * Replaces everything by a picture; unconfirmed actions stay laid over it.
   * @param resetBy why the stream asked for it, when it did
   */
  load(picture: BoardPicture, resetBy: string | null = null): void {
    const isFirst = this.cursor === null;
    this.#paging.clear();
    this.#marks.clear();
    this.#base.load(picture);
    for (const overlay of this.#landings.reset()) this.#lift(overlay);
    this.setPhase({ kind: 'ready', resetBy });
    if (!isFirst) for (const id of this.#eventListeners.keys()) this.#tellOfComplaint(id);
    this.changes.flush();
  }

  /** Takes the next event of the stream. `gap`: load the board again. */
  apply(event: LiveEvent): ApplyOutcome {
    const outcome = this.#base.apply(event);
    if (outcome !== 'applied') return outcome;
    for (const overlay of this.#landings.advance()) this.#lift(overlay);
    if (event.kind === 'complaint') {
      const isOwn = event.actor !== null && event.actor.id === this.#viewer.member.id;
      if (!isOwn && this.#base.cards.has(event.card.id)) this.#marks.set(event.card.id, event.type, event.actor);
      if (!isOwn) for (const listener of this.#othersListeners) listener(event);
      this.#tellOfComplaint(event.card.id);
    } else if (event.kind === 'left') {
      this.#tellOfComplaint(event.complaintId);
    }
    return outcome;
  }

  /** To be called before a page or counts are asked for; `closeWindow` when the answer is taken or has failed. */
  openWindow(): ReadWindow {
    return this.#base.openWindow();
  }

  closeWindow(window: ReadWindow): void {
    this.#base.closeWindow(window);
  }

  addPage(picture: PagePicture, window: ReadWindow): boolean {
    return this.#base.addPage(picture, window);
  }

  addCounts(picture: CountsPicture, window: ReadWindow): boolean {
    return this.#base.addCounts(picture, window);
  }

  setPaging(stage: Stage, state: ColumnView['paging']): void {
    if (state === 'idle') this.#paging.delete(stage);
    else this.#paging.set(stage, state);
    this.#touchColumn(stage);
  }

  /** Shows an action as done, until it is settled or retracted. False when its card is not on the board. */
  predict(key: string, action: BoardAction): boolean {
    const card = this.#base.cards.get(action.cardId);
    if (card === undefined) return false;
    this.#notices.delete(action.cardId);
    const overlay = { key, action, number: card.number, stage: card.stage };
    this.#overlays.push(overlay);
    this.#landings.begin(overlay);
    this.#touchAction(action.cardId, card.stage);
    if (action.kind === 'move') this.#touchColumn(action.toStage);
    this.changes.flush();
    return true;
  }

  /** Takes back what was only shown: it was never sent. */
  retract(key: string): void {
    const overlay = this.#overlays.find((one) => one.key === key);
    if (overlay === undefined) return;
    this.#landings.forget(overlay);
    this.#lift(overlay);
    this.changes.flush();
  }

  /** Takes the answer to an action: its own prediction goes, and no other. */
  settle(key: string, answer: ActionAnswer): void {
    const overlay = this.#overlays.find((one) => one.key === key);
    if (overlay === undefined) return;
    const { action, number: cardNumber } = overlay;
    if (answer.ok && answer.card !== null) {
      if (answer.placed && this.#landings.waits(overlay, answer.card, answer.cursor)) return;
      this.#base.settle(answer.card, answer.cursor);
    } else if (!answer.ok) {
      const { current } = answer.refusal;
      if (current !== null && this.cursor !== null) this.#base.settle(current, this.cursor);
      const notice = { cardId: action.cardId, cardNumber, stage: columnOf(overlay), action, refusal: answer.refusal };
      this.#notices.set(action.cardId, notice);
      if (action.kind === 'move') this.changes.travelled(action.cardId);
    }
    this.#landings.forget(overlay);
    this.#lift(overlay);
  }

  #lift(overlay: Overlay): void {
    this.#overlays = this.#overlays.filter((one) => one !== overlay);
    this.#touchAction(overlay.action.cardId, columnOf(overlay));
  }

  dismissNotice(cardId: string): void {
    const notice = this.#notices.get(cardId);
    if (notice === undefined) return;
    this.#notices.delete(cardId);
    this.#touchAction(cardId, notice.stage);
    this.changes.flush();
  }

  #touchAction(cardId: string, stage: Stage): void {
    this.#touchCard(cardId);
    this.#touchColumn(stage);
    const card = this.#base.cards.get(cardId);
    if (card !== undefined) this.#touchColumn(card.stage);
  }

  #touchCard(id: string): void {
    this.#cardViews.delete(id);
    this.changes.touchCard(id);
    // A column also shows what lies over it: predicted moves into it, and notices about cards that are gone.
    for (const overlay of this.#overlays) if (overlay.action.cardId === id) this.#touchColumn(columnOf(overlay));
    const notice = this.#notices.get(id);
    if (notice !== undefined) this.#touchColumn(notice.stage);
  }

  #touchColumn(stage: Stage): void {
    this.#columnViews.delete(stage);
    this.changes.touchColumn(stage);
  }

  /** Lets timers go; the store is not used afterwards. */
  dispose(): void {
    this.#marks.clear();
  }
}
