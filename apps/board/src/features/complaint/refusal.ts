/** A typed error of the contract in the one shape that forms show. */
import type { StageRefusal, StageRequirement } from '@redress/domain/rules/stages';

export interface Refusal {
  /** The contract's ErrorCode; new ones may come, and are shown by their message. */
  code: string;
  /** In the viewer's language, from the server. */
  message: string;
  /** By the last step of the path: what is wrong with a field. */
  fields: Record<string, string>;
  missing: readonly StageRequirement[];
  refusal: StageRefusal | null;
  /** Only of an AlreadyClaimedError: since when it is claimed. Its message says by whom. */
  claimedAt: string | null;
  /** The complaint that has changed meanwhile, by its id; null when the error carries none. */
  changed: string | null;
}

/** What a member of any result union may look like: a payload has no code. */
export interface ResultLike {
  __typename: string;
  code?: string;
  message?: string;
  issues?: readonly { path: readonly string[]; message: string }[];
  missing?: readonly StageRequirement[];
  refusal?: StageRefusal | null;
  claimedAt?: string;
  current?: { id: string };
  complaint?: { id: string };
}

/**
 * The refusal in a mutation's result, or null when it was carried out: now, or when the request was first sent and its
 * answer got lost. Error types not known yet are refusals too.
 */
export function refusalOf(result: ResultLike): Refusal | null {
  if (result.code === undefined || result.__typename === 'AlreadyDoneError') return null;
  return {
    code: result.code,
    message: result.message ?? '',
    fields: Object.fromEntries((result.issues ?? []).map(({ path, message }) => [path.at(-1) ?? '', message])),
    missing: result.missing ?? [],
    refusal: result.refusal ?? null,
    claimedAt: result.claimedAt ?? null,
    changed: result.current?.id ?? result.complaint?.id ?? null,
  };
}
