/**
 * The expected failures of an action. They are data in the contract; inside the domain an action throws one and the
 * caller of `perform` gets it back as a value, so no path forgets to stop.
 */
import type { StageRefusal, StageRequirement } from '../rules/stages.ts';

/** One thing that is wrong with the input: where, and which sentence says so (a key of the message catalogue). */
export interface InputIssue {
  path: string[];
  /** A key of the contract's message catalogue, e.g. `reasonRequired`. */
  key: string;
  values?: Record<string, string | number>;
}

export type RefusalData =
  | { code: 'INVALID_INPUT'; issues: InputIssue[] }
  /** Not there, or not for this principal to see: the same answer for both. */
  | { code: 'NOT_FOUND' }
  | { code: 'FORBIDDEN'; action: string }
  | { code: 'STALE_VERSION'; complaintId: string; expected: number; version: number }
  | {
      code: 'STAGE_REQUIREMENTS';
      complaintId: string;
      missing: StageRequirement[];
      refusal: StageRefusal | null;
    }
  | { code: 'ALREADY_CLAIMED'; complaintId: string; claimedById: string | null; claimedAt: Date }
  | { code: 'HANDOFF_PENDING'; complaintId: string; handoffId: string }
  | { code: 'HANDOFF_ANSWERED'; complaintId: string; handoffId: string }
  | { code: 'IDEMPOTENCY_CONFLICT' };

/** Thrown by actions, and only by them. */
export class Refusal extends Error {
  readonly data: RefusalData;
  constructor(data: RefusalData) {
    super(data.code);
    this.data = data;
  }
}

/** An input refusal about one field. */
export function invalid(path: string, key: string, values?: Record<string, string | number>): Refusal {
  return new Refusal({ code: 'INVALID_INPUT', issues: [{ path: [path], key, ...(values && { values }) }] });
}
