/** The events of the board's stream, freed from GraphQL's unions. */
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { BoardCard } from './board-card.ts';

interface StreamPlace {
  cursor: string;
  /** The event before this one in this subscription; null when there is none. */
  previous: string | null;
}

/** Who did it; null for the system (a deadline, a rule). `id` is null for customers. */
export type EventActor = { id: string | null; name: string } | null;

/** Something happened to a complaint; `card` is as it was when the event was sent, never older than the event. */
export interface ComplaintChange extends StreamPlace {
  kind: 'complaint';
  /** The type of the event in the contract: `ComplaintMoved`, `HandoffRequested`, and others to come. */
  type: string;
  actor: EventActor;
  card: BoardCard;
  /** The stage it came from; only in `ComplaintMoved`. */
  fromStage?: Stage;
}

export type LiveEvent =
  | ComplaintChange
  /** No longer visible, or no longer matching the filter. */
  | (StreamPlace & { kind: 'left'; complaintId: string })
  /** The stream can't go on from here: load the board again. */
  | (StreamPlace & { kind: 'reset'; reason: string })
  /** Nothing for this viewer up to here. */
  | (StreamPlace & { kind: 'checkpoint' });
