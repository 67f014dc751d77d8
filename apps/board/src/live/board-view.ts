/** What the board's parts look at. Snapshots: the same object until something that it shows has changed. */
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { ShownCard } from './board-card.ts';
import type { CardNotice } from './card-notice.ts';
import type { CardMark } from './marks.ts';
import type { BoardAction, TransportError } from './transport.ts';

export interface CardView {
  /** As predicted: with the viewer's own unconfirmed actions applied. */
  card: ShownCard;
  /** The viewer's action that the server has not confirmed yet. */
  pending: BoardAction['kind'] | null;
  notice: CardNotice | null;
  mark: CardMark | null;
}

export interface ColumnView {
  stage: Stage;
  /** The loaded cards, top to bottom. */
  ids: readonly string[];
  /** All matching cards, loaded or not. */
  total: number;
  breached: number;
  /** RFC 3339; null in an empty column. */
  oldestReceivedAt: string | null;
  hasMore: boolean;
  /** The state of the next page; `failed` until it is asked for again. */
  paging: 'idle' | 'loading' | 'failed';
  /** Notices about cards that are no longer on the board; they stand at the head of the column they were for. */
  orphans: readonly CardNotice[];
}

export type BoardPhase =
  | { kind: 'loading' }
  /** `resetBy`: the picture was loaded anew because the stream could not go on, and why; null otherwise. */
  | { kind: 'ready'; resetBy: string | null }
  /** An older picture, or one of another filter, is shown while a new one is loaded. */
  | { kind: 'reloading' }
  /** There is nothing to show; the reason decides what to say. */
  | { kind: 'failed'; why: TransportError['kind']; message: string };
