/** Reads the answer to an action of the board without its unions. */
import type { StageRefusal, StageRequirement } from '@redress/domain/rules/stages';
import type { BoardCard } from '../../live/board-card.ts';
import type { ActionAnswer } from '../../live/transport.ts';

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

/** A request that is told again what it had done before is done, though nothing of the card can be shown any more. */
export function toAnswer(result: AnyResult): ActionAnswer {
  const { complaint, cursor } = result;
  if (result.__typename === 'AlreadyDoneError') return { ok: true, card: null };
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
