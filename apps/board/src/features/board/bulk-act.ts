/** Carries an action for many cards, and reads what came of each. */
import { AttemptKeys } from '../../app/attempt-key.ts';
import type { BoardCard } from '../../live/board-card.ts';
import { undoOfAssignments, undoOfHandoffs } from '../undo/undo-many.ts';
import type { Undo } from '../undo/undo.ts';
import { bulkAssignMutation, bulkClaimMutation, bulkHandOffMutation } from './bulk-documents.ts';
import { send } from './send.ts';

export type BulkAction =
  | { kind: 'claim'; ids: string[] }
  | { kind: 'assign'; ids: string[]; assigneeId: string | null }
  | { kind: 'handOff'; ids: string[]; toDepartmentCode: string; reason: string };

export interface BulkOutcome {
  done: string[];
  /** The reasons of the server, by card. */
  refused: Map<string, string>;
  /** What leads back from those that it was done with. */
  undo: Undo | null;
}

interface AnyResult {
  __typename: string;
  message?: string;
  results?: readonly { id: string; result: OneResult }[];
}

interface OneResult {
  __typename: string;
  message?: string;
  cursor?: string;
  complaint?: { number: string };
  handoff?: { id: string };
}

// A retry after a lost answer goes under the same key, so nothing is done twice.
const keys = new AttemptKeys();

async function ask(action: BulkAction, key: string): Promise<AnyResult> {
  const { kind, ...input } = action;
  switch (kind) {
    case 'claim':
      return (await send('mutation', bulkClaimMutation, { input }, key)).complaintsClaim;
    case 'assign':
      return (await send('mutation', bulkAssignMutation, { input }, key)).complaintsAssign;
    case 'handOff': {
      const { toDepartmentCode, reason } = action as BulkAction & { kind: 'handOff' };
      const all = { ids: action.ids, toDepartmentCode, reason };
      return (await send('mutation', bulkHandOffMutation, { input: all }, key)).complaintsHandOff;
    }
  }
}

/**
 * Rejects with a TransportError when there is no usable answer; the same action may then be tried again.
 * @param cardOf a card as the server last told it
 */
export async function actOnCards(
  action: BulkAction,
  cardOf: (id: string) => BoardCard | undefined,
): Promise<BulkOutcome> {
  const before = action.ids.flatMap((id) => cardOf(id) ?? []);
  const result = await ask(action, keys.keyFor(action));
  keys.answered();
  const results: NonNullable<AnyResult['results']> = result.results ?? action.ids.map((id) => ({ id, result }));
  const done = results.filter(({ result: one }) => one.message === undefined).map(({ id }) => id);
  const refused = new Map(
    results.flatMap(({ id, result: one }) => (one.message === undefined ? [] : [[id, one.message] as const])),
  );
  return { done, refused, undo: undoOf(action, before, results) };
}

/** A claim meets a clock, and stands. */
function undoOf(
  { kind }: BulkAction,
  before: readonly BoardCard[],
  results: NonNullable<AnyResult['results']>,
): Undo | null {
  if (kind === 'claim') return null;
  const done = results.filter(({ result }) => result.message === undefined);
  if (kind === 'assign') {
    const acts = new Map(done.map(({ id, result: { cursor } }) => [id, cursor]));
    return undoOfAssignments(
      before.filter(({ id }) => acts.has(id)).map((card) => ({ ...card, act: acts.get(card.id) })),
    );
  }
  return undoOfHandoffs(
    done.flatMap(({ id: complaintId, result: { complaint, handoff, cursor: act } }) =>
      complaint === undefined || handoff === undefined
        ? []
        : [{ act, number: complaint.number, complaintId, handoffId: handoff.id }],
    ),
  );
}
