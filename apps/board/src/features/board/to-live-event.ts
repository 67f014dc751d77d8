import type { ResultOf } from '../../graphql.ts';
import type { EventActor, LiveEvent } from '../../live/board-event.ts';
import type { boardEventsSubscription } from './board-documents.ts';

type AnyBoardEvent = ResultOf<typeof boardEventsSubscription>['boardEvents'];
type AnyActor = Extract<AnyBoardEvent, { actor: unknown }>['actor'];

/** The event without GraphQL's unions. One of a kind that this board does not know is kept by what all kinds share. */
export function toLiveEvent(event: AnyBoardEvent): LiveEvent {
  const place = { cursor: event.cursor, previous: event.previous };
  if (event.__typename === 'ComplaintLeft') return { ...place, kind: 'left', complaintId: event.complaintId };
  if (event.__typename === 'BoardReset') return { ...place, kind: 'reset', reason: event.reason };
  if (!('complaint' in event)) return { ...place, kind: 'checkpoint' };
  return {
    ...place,
    kind: 'complaint',
    type: event.__typename,
    actor: toActor(event.actor),
    card: event.complaint,
    ...(event.__typename === 'ComplaintMoved' && { fromStage: event.fromStage }),
  };
}

function toActor(actor: AnyActor): EventActor {
  if (actor === null) return null;
  return actor.__typename === 'CustomerActor' ? { id: null, name: actor.label } : { id: actor.id, name: actor.name };
}
