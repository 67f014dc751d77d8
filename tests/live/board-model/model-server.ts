/**
 * A server in miniature for the board's live layer: a list of cards in columns, a gapless log, pages, counts, a stream
 * and guarded actions with idempotency keys. Everything it is asked is answered in two steps, reading and delivering,
 * so that a test can put anything between them.
 */
import { STAGES } from '@redress/domain/rules/vocabulary';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { BoardCard } from '@redress/board/live/board-card';
import type { LiveEvent } from '@redress/board/live/board-event';
import { TransportError } from '@redress/board/live/transport';
import type {
  ActionAnswer,
  BoardAction,
  BoardPicture,
  ColumnPage,
  DropReason,
  Place,
  StreamSink,
  Transport,
} from '@redress/board/live/transport';
import { cursorOf, makeCard } from './make-card.ts';

interface LogEntry {
  n: number;
  cardId: string;
  type: string;
  actorId: string | null;
  fromStage?: Stage;
  /** Whether the subscriber's filter matched before and after. */
  matchedBefore: boolean;
  matches: boolean;
}

interface Subscription {
  sink: StreamSink;
  /** The last event that was looked at, and the last one that was sent. */
  seen: number;
  sent: number;
  /** Whether the checkpoint at the end of the replay is still to come. */
  isReplaying: boolean;
}

/** A string strictly between two others by code unit; '' and null stand for the ends. */
function between(low: string, high: string | null): string {
  for (let i = 0, key = ''; ; i += 1) {
    const a = i < low.length ? low.charCodeAt(i) : 97;
    const b = high !== null && i < high.length && high.startsWith(key) ? high.charCodeAt(i) : 123;
    const middle = (a + b) >> 1;
    if (middle > a) return key + String.fromCharCode(middle);
    key += String.fromCharCode(a);
  }
}

export class ModelServer implements Transport {
  readonly cards = new Map<string, BoardCard>();
  /** Cards that the subscriber's filter does not match just now. */
  readonly hidden = new Set<string>();
  /** The version of what the subscriber may see. */
  scope = 'at first';
  readonly #pageSize: number;
  readonly #log: LogEntry[] = [];
  readonly #answers = new Map<string, ActionAnswer>();
  #subscription: Subscription | null = null;
  #steps: (() => void)[] = [];
  #made = 0;

  constructor(pageSize: number) {
    this.#pageSize = pageSize;
  }

  get head(): number {
    return this.#log.length;
  }

  /** What a board of this subscriber must show in a column, top to bottom. */
  order(stage: Stage): string[] {
    return [...this.cards.values()]
      .filter((card) => card.stage === stage && !this.hidden.has(card.id))
      .sort((a, b) => (a.position < b.position ? -1 : 1))
      .map((card) => card.id);
  }

  // ── What others do ──

  register(stage: Stage): string {
    const id = `c${String((this.#made += 1)).padStart(3, '0')}`;
    const card = makeCard({ id, stage, position: this.#positionFor(stage, id, { afterId: null, beforeId: null }) });
    this.cards.set(id, card);
    this.#write(card, 'ComplaintRegistered', 'other', { matchedBefore: false });
    return id;
  }

  move(id: string, stage: Stage, place: Place, actorId = 'other'): BoardCard | null {
    const card = this.cards.get(id);
    if (card === undefined) return null;
    const moved = {
      ...card,
      stage,
      position: this.#positionFor(stage, id, place),
      version: card.version + (stage === card.stage ? 0 : 1),
    };
    return this.#write(moved, 'ComplaintMoved', actorId, { fromStage: card.stage });
  }

  breach(id: string): void {
    const card = this.cards.get(id);
    if (card !== undefined && !card.isBreached)
      this.#write({ ...card, isBreached: true }, 'DeadlineBreached', null, {});
  }

  /** The card begins or ceases to match what the subscriber looks at. */
  toggle(id: string): void {
    const card = this.cards.get(id);
    if (card === undefined) return;
    const matchedBefore = !this.hidden.has(id);
    if (matchedBefore) this.hidden.add(id);
    else this.hidden.delete(id);
    this.#write(card, 'ComplaintRouted', 'other', { matchedBefore });
  }

  #write(card: BoardCard, type: string, actorId: string | null, entry: Partial<LogEntry>): BoardCard {
    const written = { ...card, revision: card.revision + 1 };
    this.cards.set(card.id, written);
    const matches = !this.hidden.has(card.id);
    this.#log.push({
      n: this.#log.length + 1,
      cardId: card.id,
      type,
      actorId,
      matchedBefore: matches,
      matches,
      ...entry,
    });
    return written;
  }

  #positionFor(stage: Stage, id: string, place: Place): string {
    const column = [...this.cards.values()]
      .filter((card) => card.stage === stage && card.id !== id)
      .sort((a, b) => (a.position < b.position ? -1 : 1));
    const after = column.findIndex((card) => card.id === place.afterId);
    const before = column.findIndex((card) => card.id === place.beforeId);
    const index = after >= 0 ? after + 1 : Math.max(before, 0);
    return between(column[index - 1]?.position ?? '', column[index]?.position ?? null);
  }

  // ── What the board asks ──

  /** Answers now, delivers when the test lets it. */
  #deliverLater<T>(answer: () => T, fails = false): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#steps.push(() => {
        let read: T;
        try {
          read = answer();
        } catch (error) {
          this.#steps.push(() => reject(error));
          return;
        }
        this.#steps.push(() => (fails ? reject(new TransportError('network', 'lost')) : resolve(read)));
      });
    });
  }

  #page(stage: Stage, after: string): ColumnPage {
    const ids = this.order(stage);
    const rest = ids
      .map((id) => this.cards.get(id))
      .filter((card): card is BoardCard => (card?.position ?? '') > after);
    const cards = rest.slice(0, this.#pageSize);
    return {
      stage,
      cards,
      next: rest.length > cards.length ? (cards.at(-1)?.position ?? null) : null,
      counts: {
        total: ids.length,
        breached: ids.filter((id) => this.cards.get(id)?.isBreached).length,
        oldestReceivedAt: ids.length > 0 ? '2026-11-01T08:00:00.000Z' : null,
      },
    };
  }

  /** The server answers that it failed, so many times. */
  failingLoads = 0;

  loadBoard(): Promise<BoardPicture> {
    if (this.failingLoads > 0) {
      this.failingLoads -= 1;
      return Promise.reject(new TransportError('server', 'broken'));
    }
    return this.#deliverLater(() => ({
      cursor: cursorOf(this.head),
      scope: this.scope,
      serverTime: '2026-11-01T08:00:00.000Z',
      columns: STAGES.map((stage) => this.#page(stage, '')),
    }));
  }

  loadPage(_filter: object, stage: Stage, after: string) {
    return this.#deliverLater(() => ({ cursor: cursorOf(this.head), page: this.#page(stage, after) }));
  }

  loadCounts() {
    return this.#deliverLater(() => ({
      cursor: cursorOf(this.head),
      columns: STAGES.map((stage) => ({ stage, counts: this.#page(stage, '').counts })),
    }));
  }

  /** The next action's answer is lost on the way back. */
  loseNextAnswer = false;
  /** Actions don't get here at all. */
  isUnreachable = false;

  act(action: BoardAction, key: string): Promise<ActionAnswer> {
    if (this.isUnreachable) return Promise.reject(new TransportError('network', 'unreachable'));
    const fails = this.loseNextAnswer;
    this.loseNextAnswer = false;
    return this.#deliverLater(() => {
      const known = this.#answers.get(key);
      if (known !== undefined) return known;
      const answer = this.#decide(action);
      if (answer.ok) this.#answers.set(key, answer);
      return answer;
    }, fails);
  }

  #decide(action: BoardAction): ActionAnswer {
    const card = this.cards.get(action.cardId);
    const none = { message: '', missing: [], refusal: null, claimedBy: null, claimedAt: null };
    if (card === undefined || this.hidden.has(card.id)) {
      return { ok: false, refusal: { ...none, code: 'NOT_FOUND', current: null } };
    }
    if (action.kind !== 'move') throw new Error('the model knows moves only');
    if (action.expectedVersion !== null && action.expectedVersion !== card.version) {
      return { ok: false, refusal: { ...none, code: 'STALE_VERSION', current: card } };
    }
    if (action.toStage === 'CLOSED' && card.stage !== 'CLOSED') {
      return { ok: false, refusal: { ...none, code: 'STAGE_REQUIREMENTS', missing: ['CLAIM'], current: card } };
    }
    const { afterId } = action.place;
    const neighbour = afterId === null ? undefined : this.cards.get(afterId);
    const placed = afterId === null || neighbour?.stage === action.toStage;
    const moved = this.move(card.id, action.toStage, action.place, 'me');
    if (moved === null) throw new Error('unreachable');
    return { ok: true, card: moved, cursor: cursorOf(this.head), placed };
  }

  // ── The stream ──

  subscribe(from: { after: string }, sink: StreamSink): () => void {
    const after = Number(from.after.split('.')[1]);
    const subscription = { sink, seen: after, sent: after, isReplaying: true };
    this.#subscription = subscription;
    this.#steps.push(() => {
      if (this.#subscription === subscription) sink.opened();
    });
    return () => {
      if (this.#subscription === subscription) this.#subscription = null;
    };
  }

  drop(why: DropReason = 'network'): void {
    const subscription = this.#subscription;
    this.#subscription = null;
    subscription?.sink.dropped(why);
  }

  /** The stream can't go on. */
  reset(reason: string): void {
    this.#subscription?.sink.next({
      kind: 'reset',
      cursor: cursorOf(this.head + 1),
      previous: cursorOf(this.head),
      reason,
    });
  }

  /** Sends the next event of the log to the subscriber; a checkpoint where it is not theirs. False: all is sent. */
  sendNext(isLost = false): boolean {
    const subscription = this.#subscription;
    const entry = subscription === null ? undefined : this.#log[subscription.seen];
    if (subscription === null) return false;
    if (entry === undefined) {
      if (!subscription.isReplaying) return false;
      subscription.isReplaying = false;
      const cursor = cursorOf(subscription.sent);
      subscription.sink.next({ kind: 'checkpoint', cursor, previous: cursor });
      return true;
    }
    const place = { cursor: cursorOf(entry.n), previous: cursorOf(subscription.sent) };
    subscription.seen = entry.n;
    subscription.sent = entry.n;
    if (!isLost) subscription.sink.next({ ...place, ...this.#render(entry) } as LiveEvent);
    return true;
  }

  #render(entry: LogEntry): object {
    const card = this.cards.get(entry.cardId);
    // As a server must: whoever does not match now is never sent, whatever the event said then.
    const matchesNow = card !== undefined && !this.hidden.has(entry.cardId);
    if (entry.matches && matchesNow) {
      const actor = entry.actorId === null ? null : { id: entry.actorId, name: entry.actorId };
      const { type, fromStage } = entry;
      return { kind: 'complaint', type, actor, card, fromStage };
    }
    if (entry.matchedBefore || entry.matches) return { kind: 'left', complaintId: entry.cardId };
    return { kind: 'checkpoint' };
  }

  // ── What the test turns ──

  /** Does one of the waiting steps (reading or delivering an answer); in any order the test likes. */
  step(index: number): boolean {
    if (this.#steps.length === 0) return false;
    const [step] = this.#steps.splice(index % this.#steps.length, 1);
    step?.();
    return true;
  }
}
