/** What leads back from one act on many complaints: for each the ordinary act that would lead back from it alone. */
import type { BoardCard } from '../../live/board-card.ts';
import type { OneTakenBack, Stayed, TakenBack } from './offers.ts';
import type { Undo, UndoOfMany } from './undo.ts';

type Former = Pick<BoardCard, 'id' | 'number' | 'version' | 'stage' | 'assignee'> & { act?: string | undefined };

/**
 * Back to who worked on each. An assignment is one change: where the server's version is another than the next one, a
 * colleague's fell before it, nobody here knows whose it was then, and going back is refused.
 * @param before the cards that were assigned, as they were
 */
export function undoOfAssignments(before: readonly Former[]): Undo | null {
  return manyOf(
    before.map(({ id: complaintId, number, version, stage, assignee, act }) => ({
      kind: 'assign',
      act,
      complaintId,
      number,
      version: version + 1,
      stage,
      assignee,
    })),
  );
}

/** @param handoffs those that were asked for */
export function undoOfHandoffs(
  handoffs: readonly Omit<Extract<UndoOfMany, { kind: 'withdrawHandoff' }>, 'kind'>[],
): Undo | null {
  return manyOf(handoffs.map((one) => ({ kind: 'withdrawHandoff', ...one })));
}

function manyOf(each: readonly UndoOfMany[]): Undo | null {
  const [only] = each;
  if (only === undefined) return null;
  return each.length === 1 ? only : { kind: 'many', each };
}

/** So many are asked for at a time: they would only wait for each other's numbers in the log. */
const AT_ONCE = 4;

/** Takes each back, whatever comes of the others. */
export async function goBackEach(
  each: readonly UndoOfMany[],
  goBack: (undo: UndoOfMany) => Promise<OneTakenBack>,
): Promise<TakenBack> {
  const came = new Map<UndoOfMany, OneTakenBack>();
  const waiting = [...each];
  const work = async () => {
    for (let undo = waiting.shift(); undo !== undefined; undo = waiting.shift()) came.set(undo, await goBack(undo));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const stayed = each.flatMap((undo): Stayed[] => {
    const why = came.get(undo)!;
    return why.kind === 'undone' ? [] : [{ undo, why }];
  });
  return { kind: 'many', done: each.length - stayed.length, stayed };
}
