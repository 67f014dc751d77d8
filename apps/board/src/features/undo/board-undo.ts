/** The way back from what is done on the board, which shows it as done at once, as it shows any act. */
import { stageOption } from '@redress/domain/rules/stages';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { exitCriteria } from '../../app/stages.ts';
import type { BoardCard, CardMember } from '../../live/board-card.ts';
import type { BoardSession } from '../../live/board-session.ts';
import type { BoardStore } from '../../live/board-store.ts';
import type { BoardAction, Place } from '../../live/transport.ts';
import { stageFacts } from '../board/move-verdict.ts';
import { outcomeOf } from './outcome.ts';
import type { OneTakenBack } from './offers.ts';
import type { UndoOne } from './undo.ts';

/** With these stages something begins or ends that a move back does not call off: the customer is asked, the case is over. */
const FOR_GOOD: readonly Stage[] = ['FOLLOWING_UP', 'CLOSED'];

/** What moves and assignments change of a complaint. */
interface Placed {
  stage: Stage;
  position?: string;
}
type Left = Pick<BoardCard, 'id' | 'number' | 'version' | 'stage'>;

/** Back to the stage and the place that it had; null where a move is not taken back. */
export function undoOfMove(before: Placed, { id: complaintId, number, version, stage }: Left): UndoOne | null {
  const { stage: toStage, position = null } = before;
  if (toStage !== stage && (FOR_GOOD.includes(stage) || FOR_GOOD.includes(toStage))) return null;
  return { kind: 'move', complaintId, number, version, stage, toStage, position };
}

/** Back to who worked on it. */
export function undoOfAssignment(
  { assignee }: { assignee: CardMember | null },
  { id: complaintId, number, version, stage }: Left,
): UndoOne {
  return { kind: 'assign', complaintId, number, version, stage, assignee };
}

/** Null for what is not taken back. */
export function undoOfAction(action: BoardAction, before: BoardCard, after: BoardCard): UndoOne | null {
  switch (action.kind) {
    case 'assign':
      return undoOfAssignment(before, after);
    case 'move':
      return undoOfMove(before, after);
    case 'claim':
    case 'accept':
    case 'decline':
      return null;
  }
}

type OnBoard = Extract<UndoOne, { kind: 'move' | 'assign' }>;

/**
 * The action that takes it back now; null when somebody has gone on from there, or the rules don't let it back.
 * @param reason kept with a move that leads back
 */
export function actionBack(undo: OnBoard, store: BoardStore, reason: string): BoardAction | null {
  const { complaintId: cardId, version, stage } = undo;
  const card = store.told(cardId);
  if (card === undefined || card.version !== version || card.stage !== stage) return null;
  if (undo.kind === 'assign') {
    if (!card.viewerCan.assign) return null;
    return { kind: 'assign', cardId, assignee: undo.assignee, expectedVersion: version };
  }
  const { toStage, position } = undo;
  const place = position === null ? { afterId: null, beforeId: null } : placeAt(store, cardId, toStage, position);
  const move = { kind: 'move', cardId, toStage, place, override: false } as const;
  if (!card.viewerCan.move) return null;
  if (toStage === stage) return { ...move, expectedVersion: null, reason: null };
  const { refusal, missing } = stageOption(stageFacts(card), toStage, exitCriteria());
  if (refusal !== null || missing.length > 0) return null;
  return { ...move, expectedVersion: version, reason };
}

/** Where the card stood, among those that stand there now. */
function placeAt(store: BoardStore, cardId: string, stage: Stage, position: string): Place {
  const others = store.column(stage).ids.filter((id) => id !== cardId);
  const above = others.filter((id) => (store.told(id)?.position ?? '~') < position);
  const afterId = above.at(-1) ?? null;
  return { afterId, beforeId: afterId === null ? (others[0] ?? null) : null };
}

/** Actions that take something back: they are not offered to be taken back themselves. */
const leadingBack = new WeakSet<BoardAction>();

export function isLeadingBack(action: BoardAction): boolean {
  return leadingBack.has(action);
}

/** Takes it back on a board that shows the card. A refusal stands at the card too. */
export async function goBackOnBoard(undo: OnBoard, session: BoardSession, reason: string): Promise<OneTakenBack> {
  const action = actionBack(undo, session.store, reason);
  if (action === null) return { kind: 'changed' };
  const leading = { ...action, takesBack: undo.act };
  leadingBack.add(leading);
  const answer = await session.act(leading);
  return outcomeOf(answer.ok ? null : answer.refusal);
}
