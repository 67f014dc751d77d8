/** Running an operation that came over a socket. A board subscription does not run by itself: it joins its group. */
import type { BoardEventsRequest } from '@redress/schema/board/board-event-source';
import type { SchemaContext } from '@redress/schema/context';
import { isViewerDependent } from '@redress/schema/viewer-dependent';
import { createSourceEventStream } from 'graphql';
import type { DocumentNode, ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';
import { BoardEventsAsked } from '../live/board-request.ts';
import type { Subscription } from '../live/boards.ts';
import { createChannel, mapChannel } from '../live/channel.ts';
import type { Channel } from '../live/channel.ts';
import { groupKey } from '../live/group-spec.ts';
import type { GroupSpec } from '../live/group-spec.ts';
import { scopeVersionOf } from '../session/member-principal.ts';
import { createContext, scopeOfCaller } from './context.ts';
import { maskError } from './masked-error.ts';
import { SocketSeat } from './seat.ts';
import type { Socket } from './socket.ts';

/** What `onSubscribe` hands to `execute` or `subscribe`. */
export interface Prepared extends ExecutionArgs {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null;
  variableValues: Record<string, unknown>;
  contextValue: SchemaContext;
  /** The client's id of the operation on this socket. */
  id: string;
  socket: Socket;
}

type Told = AsyncGenerator<ExecutionResult, void, void>;

export function run(prepared: Prepared): Promise<ExecutionResult> {
  return orError(prepared, async () => masked(prepared, await prepared.socket.services.execute(prepared)));
}

export function subscribe(prepared: Prepared): Promise<Told | ExecutionResult> {
  return orError(prepared, () => {
    prepared.socket.streamBegins(prepared.id);
    return begin(prepared);
  });
}

/** What is thrown is the operation's own error: left to graphql-ws, it would end the socket with all that runs on it. */
async function orError<T>(prepared: Prepared, work: () => Promise<T>): Promise<T | ExecutionResult> {
  try {
    return await work();
  } catch (error) {
    return { errors: [maskError(error, prepared.socket.services.log)] };
  }
}

async function begin(prepared: Prepared): Promise<Told | ExecutionResult> {
  const source = await createSourceEventStream(prepared);
  if (!(Symbol.asyncIterator in source)) return masked(prepared, source);
  if (source instanceof BoardEventsAsked) return joinBoard(prepared, source.request);
  const { socket } = prepared;
  return mapChannel(source as Channel<unknown>, (rootValue) =>
    run({ ...prepared, rootValue, contextValue: socket.createContext() }),
  );
}

/**
 * Begins a board subscription. What it tells goes straight to the socket; the generator that graphql-ws holds yields
 * nothing, and is there so that `complete`, from either side, and a closed socket clean up.
 */
function joinBoard(prepared: Prepared, request: BoardEventsRequest): Told {
  const { socket, id } = prepared;
  const { boards } = socket.services;
  let subscription: Subscription | null = null;
  const channel = createChannel<ExecutionResult>(() => {
    seat.over();
    if (subscription === null) return;
    socket.boards.delete(subscription);
    subscription.leave();
  });
  const seat = new SocketSeat(socket, id, channel);
  const spec = specOf(prepared, request);
  const isOtherSight = request.scope !== null && request.scope !== scopeVersionOf(socket.principal);
  subscription = isOtherSight ? boards.refuse(spec, seat, 'SCOPE_CHANGED') : boards.begin(spec, seat, request.after);
  socket.boards.add(subscription);
  return channel;
}

function specOf(prepared: Prepared, { filter }: BoardEventsRequest): GroupSpec {
  const { socket, schema, document, operationName, variableValues } = prepared;
  const { principal, caller, services } = socket;
  const isLightEnough = prepared.contextValue.isLightEnough === true;
  const scope = scopeOfCaller(principal);
  const isTheirs = filter.mine !== null || isViewerDependent(schema, document);
  const viewer = isTheirs && principal !== null && 'id' in principal ? `${principal.kind}/${principal.id}` : null;
  return {
    key: groupKey({ document, operationName, variableValues, filter, scope }, { locale: caller.locale, viewer }),
    schema,
    document,
    operationName,
    variableValues,
    scope,
    filter,
    viewerId: isTheirs && principal?.kind === 'MEMBER' ? principal.id : null,
    // In the sight in which the group was made, also when the member who made it is long gone.
    createContext: (loaders) => {
      const asked = { caller: { ...caller, principal }, response: null, idempotencyKey: null, loaders };
      // Weighed when it was asked for; it weighs the same with each event.
      return Object.assign(createContext(services, asked), { isLightEnough });
    },
  };
}

function masked({ socket }: Prepared, result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined) return result;
  return { ...result, errors: result.errors.map((error) => maskError(error, socket.services.log)) };
}
