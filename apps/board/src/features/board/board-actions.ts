/** Carries an action of the board as its mutation. */
import type { ActionAnswer, BoardAction } from '../../live/transport.ts';
import { acceptMutation, assignMutation, claimMutation, declineMutation, moveMutation } from './board-documents.ts';
import type { Send } from './board-transport.ts';
import { toAnswer } from './to-answer.ts';

/** Sends the action under an idempotency key. */
export async function actOnCard(send: Send, action: BoardAction, key: string): Promise<ActionAnswer> {
  switch (action.kind) {
    case 'move': {
      const { cardId: id, toStage, place, expectedVersion, reason, override } = action;
      const input = { id, toStage, ...place, expectedVersion, reason, override };
      return toAnswer((await send('mutation', moveMutation, { input }, key, action.takesBack)).complaintMove);
    }
    case 'claim':
      return toAnswer((await send('mutation', claimMutation, { input: { id: action.cardId } }, key)).complaintClaim);
    case 'assign': {
      const { cardId: id, assignee, expectedVersion } = action;
      const input = { id, assigneeId: assignee?.id ?? null, expectedVersion };
      return toAnswer((await send('mutation', assignMutation, { input }, key, action.takesBack)).complaintAssign);
    }
    case 'accept':
      return toAnswer((await send('mutation', acceptMutation, { input: { id: action.handoffId } }, key)).handoffAccept);
    case 'decline': {
      const { handoffId: id, preset, reason, belongsToDepartmentCode } = action;
      const input = { id, preset, reason, belongsToDepartmentCode };
      return toAnswer((await send('mutation', declineMutation, { input }, key)).handoffDecline);
    }
  }
}
