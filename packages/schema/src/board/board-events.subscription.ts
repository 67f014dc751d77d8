/**
 * `boardEvents`. Each thing that is told is executed with the root value `{ boardEvents: <source> }`, whoever runs it:
 * graphql's `subscribe` takes such values from the live port, and the server's fan-out calls `execute` with one for each
 * group. Both end in the same `resolve`.
 */
import { builder } from '../builder.ts';
import { ComplaintFilter, readFilter } from '../complaint/complaint-filter.ts';
import type { SchemaContext } from '../context.ts';
import { BoardEvent } from '../event/complaint-event.ts';
import type { BoardEventSource } from './board-event-source.ts';

/** The root value of an execution. */
export interface BoardEventsRoot {
  boardEvents: BoardEventSource;
}

type Arguments = { after?: string | null; scope?: string | null; filter?: typeof ComplaintFilter.$inferInput | null };

builder.subscriptionField('boardEvents', (t) =>
  t.field({
    type: BoardEvent,
    description:
      'What happens on the board from `after` on: nothing is lost, nothing comes twice, in the order of the cursors. Within a second after the stream has moved on, something tells so, if only a `BoardCheckpoint`. With another filter, load the board again and subscribe anew.',
    args: {
      after: t.arg({
        type: 'EventCursor',
        description: 'The cursor of the board that was loaded, or of the last thing that was told. Null: from now on.',
      }),
      scope: t.arg.string({
        description:
          'The `scope` of the board that was loaded; when it has changed since, the answer is a `BoardReset`.',
      }),
      filter: t.arg({ type: ComplaintFilter, description: 'The filter of the board that was loaded.' }),
    },
    subscribe: (_root, { after, scope, filter }: Arguments, ctx) =>
      ctx.live.boardEvents({ after: after ?? null, scope: scope ?? null, filter: readFilter(filter, ctx.directory) }),
    resolve: (root, _args, ctx) => inSight((root as BoardEventsRoot).boardEvents, ctx),
  }),
);

/**
 * Between an event and its telling the complaint may have gone out of sight; its content is then no longer the
 * subscriber's, and they are told that it has left.
 */
async function inSight(source: BoardEventSource, { loaders }: SchemaContext): Promise<BoardEventSource> {
  if (!('complaintId' in source) || source.complaintId === null || source.type === 'ComplaintLeft') return source;
  if ((await loaders.complaint.load(source.complaintId)) !== null) return source;
  const { complaintId, cursor, previous } = source;
  return { type: 'ComplaintLeft', complaintId, cursor, previous };
}
