/** Supervision (督办): a coordinator holds a case until it moves (docs/SPEC.md, ES12). */
import type { EventPayloads } from '../events/types.ts';
import type { Draft } from './draft.ts';

interface Began {
  supervisorId: string | null;
  byLadder: boolean;
  at: Date;
  noteId?: string | undefined;
}

/** Begins, or passes on, the supervision of the draft's complaint. */
export function beginSupervision(draft: Draft, { supervisorId, byLadder, at, noteId }: Began): void {
  draft.complaint.supervisedAt = at;
  draft.complaint.supervisedById = supervisorId;
  draft.emit({
    type: 'SupervisionBegan',
    payload: { supervisorId, byLadder },
    occurredAt: at,
    ...(noteId !== undefined && { noteId }),
  });
}

/** Ends the supervision, if there is one. */
export function endSupervision(
  draft: Draft,
  because: EventPayloads['SupervisionEnded']['because'],
  noteId?: string,
): void {
  const { complaint } = draft;
  if (complaint.supervisedAt === null) return;
  complaint.supervisedAt = null;
  complaint.supervisedById = null;
  draft.emit({ type: 'SupervisionEnded', payload: { because }, ...(noteId !== undefined && { noteId }) });
}
