/** What the live layer hands to the contract for each thing that it tells a subscriber. */
import type { StoredEvent } from '@redress/domain/events/types';
import type { Filter } from '@redress/domain/rules/filter';

/** Where it stands in the stream, and what this subscription was told before it. */
export interface StreamPlace {
  cursor: string;
  /** Null when this is the first thing that the subscription tells. */
  previous: string | null;
}

/** An event of a complaint, as the log keeps it. */
export type ComplaintEventSource = StoredEvent & StreamPlace;

export const BOARD_RESET_REASONS = ['EXPIRED', 'SCOPE_CHANGED', 'STREAM_RESTORED'] as const;
export type BoardResetReason = (typeof BOARD_RESET_REASONS)[number];

export type BoardEventSource =
  | ComplaintEventSource
  /** `complaintId` is a row's id. */
  | (StreamPlace & { type: 'ComplaintLeft'; complaintId: string })
  | (StreamPlace & { type: 'BoardReset'; reason: BoardResetReason })
  | (StreamPlace & { type: 'BoardCheckpoint' });

/** The arguments of `boardEvents`, decoded: codes and global ids have become rows' ids. */
export interface BoardEventsRequest {
  after: string | null;
  scope: string | null;
  filter: Filter;
}
