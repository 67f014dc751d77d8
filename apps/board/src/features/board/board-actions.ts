/** Carries an action of the board as its mutation, and reads the answer without its unions. */
import type { StageRefusal, StageRequirement } from '@redress/domain/rules/stages';
import type { BoardCard } from '../../live/board-card.ts';
import type { ActionAnswer, BoardAction } from '../../live/transport.ts';
import { acceptMutation, claimMutation, declineMutation, moveMutation } from './board-documents.ts';
import { send } from './send.ts';

/** Any result of these mutations: a payload with its card and cursor, or a UserError with what it carries. */
interface AnyResult {
  __typename: string;
  cursor?: string;
  placement?: string;
  code?: string;
  message?: string;
  complaint?: BoardCard;
  current?: BoardCard;
  missing?: readonly StageRequirement[];
  refusal?: StageRefusal | null;
  claimedBy?: { name: string } | null;
  claimedAt?: string;
}

function toAnswer(result: AnyResult): ActionAnswer {
  const { complaint, cursor } = result;
  if (cursor !== undefined && complaint !== undefined) {
    return { ok: true, card: complaint, cursor, placed: result.placement !== 'NEIGHBOUR_LEFT' };
  }
  return {
    ok: false,
    refusal: {
      code: result.code ?? 'SERVER',
      message: result.message ?? '',
      missing: [...(result.missing ?? [])],
      refusal: result.refusal ?? null,
      claimedBy: result.claimedBy?.name ?? null,
      claimedAt: result.claimedAt ?? null,
      current: result.current ?? complaint ?? null,
    },
  };
}

/** Sends the action under an idempotency key. */
export async function actOnCard(action: BoardAction, key: string): Promise<ActionAnswer> {
  switch (action.kind) {
    case 'move': {
      const { cardId: id, toStage, place, expectedVersion, reason, override } = action;
      const input = { id, toStage, ...place, expectedVersion, reason, override };
      return toAnswer((await send('mutation', moveMutation, { input }, key)).complaintMove);
    }
    case 'claim':
      return toAnswer((await send('mutation', claimMutation, { input: { id: action.cardId } }, key)).complaintClaim);
    case 'accept':
      return toAnswer((await send('mutation', acceptMutation, { input: { id: action.handoffId } }, key)).handoffAccept);
    case 'decline': {
      const { handoffId: id, preset, reason, belongsToDepartmentCode } = action;
      const input = { id, preset, reason, belongsToDepartmentCode };
      return toAnswer((await send('mutation', declineMutation, { input }, key)).handoffDecline);
    }
  }
}
