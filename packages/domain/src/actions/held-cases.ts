/**
 * Cases held in the process, so that what happens on a drag is one round trip to the database: the commit. A case is
 * valid for its revision, and every change is guarded by the revision that it was decided on; one that is out of date
 * can cost a second try, never a wrong answer (docs/adr/0023).
 */
import type { Database } from '@redress/prisma/client';
import type { Change } from '../events/change.ts';
import { storedEvents } from '../events/commit.ts';
import type { CommitResult } from '../events/commit.ts';
import { parseCursor } from '../events/cursor.ts';
import type { ComplaintView } from '../reads/complaint-view.ts';
import type { HeldBoard } from '../reads/held-board.ts';
import type { Stretch } from '../reads/stretch.ts';
import { positionBetween } from '../rules/ordering.ts';
import { canSee } from '../rules/principal.ts';
import type { Scope } from '../rules/principal.ts';
import type { Stage } from '../rules/vocabulary.ts';
import { grantsOf, loadCases } from './case.ts';
import type { Case } from './case.ts';
import type { Draft } from './draft.ts';
import type { Place, Wanted } from './place-in-column.ts';

interface Held {
  found: Case;
  /** As a card shows it, at the same revision; null when that is not known. */
  view: ComplaintView | null;
}

/** Where this process has put a card, until the stream has told it so. */
interface Put {
  seq: number;
  stage: Stage;
  position: string;
}

/** What this process has written, as it would read it; but `wakeAt` is only that of the complaints that it wrote. */
export type OwnStretch = Omit<Stretch, 'floor'>;

export interface HeldCasesOptions {
  db: Database;
  board: HeldBoard;
  /** Whether somebody tells this process what happens; else what it holds is too old to begin with. */
  isTold: () => boolean;
  /** Called with each change that is known whole, in the order in which their commits were answered. */
  tellOwn: (stretch: OwnStretch) => void;
}

type Committed = Extract<CommitResult, { kind: 'COMMITTED' }>;

const CASES_AT_MOST = 5_000;
/** So many cases of the board are read before anybody asks for them. */
const READ_AHEAD = 1_000;
const READ_TOGETHER = 100;
/** Cases that others have changed are read again, those of a moment together. */
const READ_AGAIN_MS = 150;

export class HeldCases {
  private readonly db: Database;
  private readonly board: HeldBoard;
  private readonly isTold: () => boolean;
  private readonly tellOwn: (stretch: OwnStretch) => void;
  private readonly cases = new Map<string, Held>();
  private readonly put = new Map<string, Put>();
  private outdated = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private reading: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor({ db, board, isTold, tellOwn }: HeldCasesOptions) {
    this.db = db;
    this.board = board;
    this.isTold = isTold;
    this.tellOwn = tellOwn;
  }

  /** Reads the first cases of each open column ahead; those that are never read wait for their first drag. */
  start(): void {
    for (const id of this.board.openIds(READ_AHEAD)) this.outdated.add(id);
    this.readAgain();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.reading;
  }

  /** Another history began. */
  clear(): void {
    this.cases.clear();
    this.put.clear();
    this.outdated.clear();
  }

  /** The case as this process knows it; undefined when it is not held. */
  find(id: string): Case | undefined {
    const held = this.isTold() ? this.cases.get(id) : undefined;
    if (held === undefined) return undefined;
    this.cases.delete(id);
    this.cases.set(id, held);
    return held.found;
  }

  /** Keeps what was read. */
  keep(found: Case): void {
    const { id, revision, stage } = found.complaint;
    if (stage === 'CLOSED') return;
    const known = this.cases.get(id);
    if (known !== undefined && known.found.complaint.revision >= revision) return;
    this.set(id, { found, view: this.viewAt(id, revision) });
  }

  /**
   * Takes over what a committed draft has left behind, and gives the complaint as a card shows it now; null when that
   * can't be told without reading it, and then the case is held no longer.
   *
   * @param change what was committed, if the draft was all of it: then the stream need not be read for it.
   */
  committed(draft: Draft, committed: Committed, change: Change | null): ComplaintView | null {
    const { id, stage, position, revision } = draft.complaint;
    this.put.set(id, { seq: committed.lastSeq, stage, position });
    const before = this.cases.get(id);
    const found = draft.caseAfter();
    const base = before?.found.complaint.revision === revision - 1 ? before.view : null;
    // The stream may have been faster than the answer to the commit.
    const view = this.viewAt(id, revision) ?? this.viewAfter(draft, found, base ?? this.viewAt(id, revision - 1));
    if (found !== null) this.set(id, { found, view });
    else if (this.cases.delete(id)) this.outdate(id);
    if (found !== null && view !== null && change !== null) {
      const { epoch } = parseCursor(committed.cursor)!;
      const events = storedEvents(change, committed.firstSeq);
      const cards = [{ view, grants: grantsOf(draft.access) }];
      this.tellOwn({ epoch, head: committed.lastSeq, events, cards, wakeAt: draft.complaint.wakeAt });
    }
    return view;
  }

  /** To be called with every stretch of the stream, after the board has moved on with it. */
  moveOn({ cards, events }: OwnStretch): void {
    for (const { view } of cards) {
      const held = this.cases.get(view.id);
      if (held === undefined) continue;
      if (held.found.complaint.revision === view.revision) held.view = view;
      else if (held.found.complaint.revision < view.revision) {
        this.cases.delete(view.id);
        this.outdate(view.id);
      }
    }
    const last = events.at(-1)?.seq ?? 0;
    for (const [id, { seq }] of this.put) {
      if (seq <= last) this.put.delete(id);
    }
  }

  /** As `placeInColumn` finds it; null when the column is not held. */
  place(scope: Scope, { id, toStage, afterId, beforeId }: Wanted): Place | null {
    // Behind the closed cards of the board lie all that were ever closed.
    if (toStage === 'CLOSED' || !this.isTold() || !this.board.isWhole) return null;
    const isElsewhere = (other: string) => other === id || this.put.has(other);
    const column = this.board.column(toStage);
    const own = [...this.put]
      .filter(([other, { stage }]) => other !== id && stage === toStage)
      .map(([, { position }]) => position);
    const neighbourId = afterId ?? beforeId;
    const beside = neighbourId === null || neighbourId === id ? null : this.positionOf(scope, neighbourId, toStage);
    if (beside === null) {
      const top = least([column.top(isElsewhere), ...own]);
      return { position: positionBetween(null, top, Math.random()), neighbourLeft: neighbourId !== null };
    }
    const { above, below } = column.around(beside, isElsewhere);
    const next = least([below, ...own.filter((position) => position > beside)]);
    const previous = greatest([above, ...own.filter((position) => position < beside)]);
    const [over, under] = afterId === null ? [previous, beside] : [beside, next];
    return { position: positionBetween(over, under, Math.random()), neighbourLeft: false };
  }

  /** Null when the card is not in the column, or not in sight. */
  private positionOf(scope: Scope, id: string, stage: Stage): string | null {
    const card = this.board.card(id);
    if (card === undefined || !canSee(scope, card.grants)) return null;
    const at = this.put.get(id) ?? card.view;
    return at.stage === stage ? at.position : null;
  }

  private viewAfter(draft: Draft, found: Case | null, base: ComplaintView | null): ComplaintView | null {
    return found === null || base === null ? null : draft.viewAfter(base);
  }

  private viewAt(id: string, revision: number): ComplaintView | null {
    const view = this.board.card(id)?.view;
    return view?.revision === revision ? view : null;
  }

  private set(id: string, held: Held): void {
    this.cases.delete(id);
    this.cases.set(id, held);
    if (this.cases.size <= CASES_AT_MOST) return;
    for (const oldest of this.cases.keys()) {
      this.cases.delete(oldest);
      return;
    }
  }

  private outdate(id: string): void {
    this.outdated.add(id);
    if (this.timer !== null || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.readAgain();
    }, READ_AGAIN_MS);
    this.timer.unref();
  }

  private readAgain(): void {
    this.reading = this.reading.then(() => this.readOutdated()).catch(() => undefined);
  }

  private async readOutdated(): Promise<void> {
    while (this.outdated.size > 0 && !this.stopped) {
      const ids = [...this.outdated].slice(0, READ_TOGETHER);
      for (const id of ids) this.outdated.delete(id);
      for (const found of await loadCases(this.db, ids)) this.keep(found);
    }
  }
}

function least(positions: readonly (string | null)[]): string | null {
  return positions.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
}

function greatest(positions: readonly (string | null)[]): string | null {
  return positions.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}
