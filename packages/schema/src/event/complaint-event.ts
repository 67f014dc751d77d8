/** What is told about a complaint: the two interfaces that every event implements, and how one is defined. */
import type { FieldMap, ObjectFieldsShape } from '@pothos/core';
import { formatCursor } from '@redress/domain/events/cursor';
import type { EventType, StoredEvent } from '@redress/domain/events/types';
import type { BoardEventSource, StreamPlace } from '../board/board-event-source.ts';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import type { Types } from '../connection.ts';
import { encodeId } from '../ids.ts';
import { Actor, actorOf } from './actor.ts';

/** An event of a complaint: out of the stream with its place there, out of the timeline without. */
export type ComplaintEventSource = StoredEvent & Partial<StreamPlace>;

export const BoardEvent = builder.interfaceRef<BoardEventSource | ComplaintEventSource>('BoardEvent').implement({
  description:
    'Something that a subscriber of the board is told. They come in the order of their cursors, nothing lost, nothing twice.',
  fields: (t) => ({
    cursor: t.field({
      type: 'EventCursor',
      description: 'Its place in the stream. Subscribe with it as `after` to go on behind it.',
      resolve: (event, _args, { stream }) => event.cursor ?? formatCursor(stream.epoch, (event as StoredEvent).seq),
    }),
    previous: t.field({
      type: 'EventCursor',
      nullable: true,
      description:
        'What this subscription told before it. When it is greater than the last cursor that was received, something was lost. Null at the start of a subscription, and in a timeline.',
      resolve: (event) => event.previous ?? null,
    }),
  }),
  resolveType: (event) => event.type,
});

export const ComplaintEvent = builder.interfaceRef<ComplaintEventSource>('ComplaintEvent').implement({
  description: 'Something that happened to a complaint. New kinds may be added at any time: have a default branch.',
  interfaces: [BoardEvent],
  fields: (t) => ({
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description:
        'When it happened. It may precede its neighbours: a breach that was found after a stop; the order is the cursor’s.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was written down.' }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: 'Who did it; null: the system, by a deadline or a rule.',
      resolve: actorOf,
    }),
    change: t.id({
      description:
        'The change that it tells of; all events of one change have it in common. Its entry of the audit trail has the same id.',
      resolve: ({ changeId }) => encodeId('AuditEntry', changeId),
    }),
    takesBack: t.id({
      nullable: true,
      description: 'The `change` that this one took back, as who did both says; null when it took none back.',
      resolve: ({ payload: { takesBack } }) => (takesBack === undefined ? null : encodeId('AuditEntry', takesBack)),
    }),
    complaint: t.field({
      type: Complaint,
      description: 'The complaint as it is now, never older than the event.',
      resolve: async (event, _args, { loaders }) => (await loaders.complaint.load(event.complaintId!))!,
    }),
  }),
  resolveType: (event) => event.type,
});

/** A stored event of one type. */
export type EventOf<T extends EventType> = Extract<StoredEvent, { type: T }>;

/** Defines the event type of this name, with what it tells beyond every event. */
export function complaintEvent<T extends EventType>(
  type: T,
  description: string,
  fields: ObjectFieldsShape<Types, EventOf<T>> = () => ({}) as FieldMap,
): void {
  builder.objectRef<EventOf<T>>(type).implement({
    description,
    interfaces: [ComplaintEvent, BoardEvent],
    fields,
  });
}
