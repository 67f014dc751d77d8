/** What the live layer needs from the network. The board gives it urql and graphql-ws; tests give it a model of a server. */
import type { StageRefusal, StageRequirement } from '@redress/domain/rules/stages';
import type { DeclinePreset, Stage } from '@redress/domain/rules/vocabulary';
import type { BoardCard, CardMember } from './board-card.ts';
import type { LiveEvent } from './board-event.ts';
import type { BoardFilter } from './board-filter.ts';

/** What a column counts, loaded or not. */
export interface ColumnCounts {
  total: number;
  breached: number;
  oldestReceivedAt: string | null;
}

/** A stretch of a column in the order of positions. */
export interface ColumnPage {
  stage: Stage;
  counts: ColumnCounts;
  cards: BoardCard[];
  /** Where the next stretch starts; null when this is the end of the column. */
  next: string | null;
}

/** A consistent picture: everything up to `cursor` is in it, and nothing after. */
export interface BoardPicture {
  cursor: string;
  scope: string;
  /** RFC 3339. */
  serverTime: string;
  columns: ColumnPage[];
}

export interface CountsPicture {
  cursor: string;
  columns: { stage: Stage; counts: ColumnCounts }[];
}

export interface PagePicture {
  cursor: string;
  page: ColumnPage;
}

/** Where a card is put: directly below `afterId`, else directly above `beforeId`, else on top. */
export interface Place {
  afterId: string | null;
  beforeId: string | null;
}

/** One business action that the board predicts. `takesBack`: the change that it takes back, by its cursor. */
export type BoardAction = { takesBack?: string | undefined } & (
  | {
      kind: 'move';
      cardId: string;
      toStage: Stage;
      place: Place;
      /** Null when the move stays in its column, where positions alone decide. */
      expectedVersion: number | null;
      reason: string | null;
      override: boolean;
    }
  | { kind: 'claim'; cardId: string }
  /** Null: nobody works on it any more. */
  | { kind: 'assign'; cardId: string; assignee: CardMember | null; expectedVersion: number }
  | { kind: 'accept'; cardId: string; handoffId: string }
  | {
      kind: 'decline';
      cardId: string;
      handoffId: string;
      preset: DeclinePreset;
      reason: string | null;
      belongsToDepartmentCode: string | null;
    }
);

/** An expected failure, as the contract's `UserError` and its kin tell it. */
export interface ActionRefusal {
  /** The contract's ErrorCode; NETWORK and SERVER are this layer's own, for no answer and for an error without a type. */
  code: string;
  /** In the viewer's language; empty for this layer's own codes. */
  message: string;
  missing: StageRequirement[];
  refusal: StageRefusal | null;
  /** Who was first, and when; only with ALREADY_CLAIMED. */
  claimedBy: string | null;
  claimedAt: string | null;
  /** The complaint as it is now, where the error carries it. */
  current: BoardCard | null;
}

export type ActionAnswer =
  | {
      ok: true;
      card: BoardCard;
      cursor: string /** False: the neighbour had left, and the card went on top. */;
      placed: boolean;
    }
  /** It was done when it was first sent, and has taken the card out of sight: the stream tells the rest. */
  | { ok: true; card: null }
  | { ok: false; refusal: ActionRefusal };

/** Why a request has no answer, or a stream no end of its own. */
export type DropReason = 'network' | 'unauthenticated' | 'server';

/** Why a request has no answer. `network` may be tried again with the same key; the others may not. */
export class TransportError extends Error {
  readonly kind: DropReason;

  constructor(kind: DropReason, message: string) {
    super(message);
    this.name = 'TransportError';
    this.kind = kind;
  }
}

/** The receiving end of the stream. After `dropped` nothing follows. */
export interface StreamSink {
  /** The server has taken the connection; events follow. */
  opened(): void;
  next(event: LiveEvent): void;
  /** The stream ended, for whatever reason. `unauthenticated`: nobody is signed in, at least not by the session that was. */
  dropped(why: DropReason): void;
}

export interface Transport {
  /** `first`: how many cards of each column, at most 500. */
  loadBoard(filter: BoardFilter, first?: number): Promise<BoardPicture>;
  loadPage(filter: BoardFilter, stage: Stage, after: string, first?: number): Promise<PagePicture>;
  loadCounts(filter: BoardFilter): Promise<CountsPicture>;
  /** Carries an action; the same key is the same attempt, however often it is sent. */
  act(action: BoardAction, idempotencyKey: string): Promise<ActionAnswer>;
  /** Streams what happens after the cursor; the returned function ends it at once. */
  subscribe(from: { after: string; scope: string; filter: BoardFilter }, sink: StreamSink): () => void;
}
