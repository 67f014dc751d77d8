/**
 * The seam between the contract and the fan-out. The field `boardEvents` decodes its arguments and asks the context's
 * live port for a stream; the port answers with the request itself, and the socket joins a group that serves it. So the
 * contract never knows that thousands of subscriptions are served by one execution.
 */
import type { BoardEventsRequest } from '@redress/schema/board/board-event-source';
import type { BoardEventsRoot } from '@redress/schema/board/board-events.subscription';

export class BoardEventsAsked implements AsyncIterable<BoardEventsRoot> {
  readonly request: BoardEventsRequest;

  constructor(request: BoardEventsRequest) {
    this.request = request;
  }

  [Symbol.asyncIterator](): AsyncIterator<BoardEventsRoot> {
    throw new Error('boardEvents is served by a group; nobody reads the request itself');
  }
}
