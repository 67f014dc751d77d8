/** Reasons and comments: free text that events point to, so that it can be erased. */
import type { StoredEvent } from '@redress/domain/events/types';
import type { SchemaContext } from '../context.ts';

/** The text of the event's note; null without one, or when it was erased. */
export function noteOf(event: StoredEvent, _args: object, ctx: SchemaContext): Promise<string | null> | null {
  return event.noteId === null ? null : ctx.loaders.note.load(event.noteId);
}
