/**
 * From events to messages: decides what a group is told of each, executes its selection once, makes the bytes once.
 * Live and in replay alike, so a board that was away ends where it would have been (docs/PROTOCOL.md).
 */
import { formatCursor } from '@redress/domain/events/cursor';
import type { StoredEvent } from '@redress/domain/events/types';
import { decideDelivery } from '@redress/domain/rules/delivery';
import type { Scope } from '@redress/domain/rules/principal';
import type { BoardEventSource, BoardResetReason } from '@redress/schema/board/board-event-source';
import type { BoardEventsRoot } from '@redress/schema/board/board-events.subscription';
import type { SchemaContext } from '@redress/schema/context';
import type { Loaders } from '@redress/schema/loaders';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { GroupSpec } from './group-spec.ts';
import type { Message } from './parcel.ts';
import { matchingText } from './text-matches.ts';

export interface Teller {
  readonly epoch: string;
  /** Number of the last event that this process has handled. */
  readonly head: number;
  /** Reads for everybody of one sight, as of a moment after the event was heard. */
  loadersFor: (scope: Scope, seq: number) => Loaders;
  execute: (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;
  maskError: (error: unknown) => GraphQLError;
}

/**
 * The messages of these events for a group, in order; none for what is not theirs. `previous` is the number of what was
 * told before, null when nothing was.
 */
export async function tellEvents(
  teller: Teller,
  spec: GroupSpec,
  previous: number | null,
  events: readonly StoredEvent[],
): Promise<Message[]> {
  const context = spec.createContext(teller.loadersFor(spec.scope, events.at(-1)?.seq ?? teller.head));
  const withText = await matchingText(context.db, spec.filter, events);
  const decided = events.flatMap((event) => {
    const delivery = decideDelivery(spec.scope, spec.filter, spec.viewerId, event, withText(event));
    return delivery === 'NOTHING' ? [] : [{ event, delivery }];
  });
  if (decided.length === 0) return [];

  let told = previous;
  const sources = decided.map(({ event, delivery }): { seq: number; source: BoardEventSource } => {
    const place = { cursor: formatCursor(teller.epoch, event.seq), previous: cursorOrNull(teller.epoch, told) };
    told = event.seq;
    if (delivery === 'EVENT') return { seq: event.seq, source: { ...event, ...place } };
    return { seq: event.seq, source: { type: 'ComplaintLeft', complaintId: event.complaintId!, ...place } };
  });
  return Promise.all(
    sources.map(async ({ seq, source }) => ({ seq, body: await render(teller, spec, source, context) })),
  );
}

/** Nothing for the group up to `seq`. */
export async function tellCheckpoint(
  teller: Teller,
  spec: GroupSpec,
  previous: number | null,
  seq: number,
): Promise<Message> {
  const place = { cursor: formatCursor(teller.epoch, seq), previous: cursorOrNull(teller.epoch, previous) };
  return { seq, body: await render(teller, spec, { type: 'BoardCheckpoint', ...place }, spec.createContext()) };
}

/** The last message of a subscription: the board has to be loaded again. */
export async function tellReset(teller: Teller, spec: GroupSpec, reason: BoardResetReason): Promise<Message> {
  const { epoch, head } = teller;
  const source = { type: 'BoardReset' as const, reason, cursor: formatCursor(epoch, head), previous: null };
  return { seq: head, body: await render(teller, spec, source, spec.createContext()) };
}

async function render(
  teller: Teller,
  spec: GroupSpec,
  source: BoardEventSource,
  context: SchemaContext,
): Promise<Buffer> {
  const { schema, document, operationName, variableValues } = spec;
  const rootValue: BoardEventsRoot = { boardEvents: source };
  const result = await teller.execute({
    schema,
    document,
    operationName,
    variableValues,
    rootValue,
    contextValue: context,
  });
  const payload = result.errors === undefined ? result : { ...result, errors: result.errors.map(teller.maskError) };
  return Buffer.from(`"type":"next","payload":${JSON.stringify(payload)}}`);
}

function cursorOrNull(epoch: string, seq: number | null): string | null {
  return seq === null ? null : formatCursor(epoch, seq);
}
