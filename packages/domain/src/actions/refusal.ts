/**
 * The expected failures of an action. They are data in the contract; inside the domain an action throws one and the
 * caller of `perform` gets it back as a value, so no path forgets to stop.
 */
import type { StageRefusal, StageRequirement } from '../rules/stages.ts';
import type { WipLoad } from '../rules/wip.ts';

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
      /** The limit that stands against it, where the refusal is WIP_LIMIT. */
      full: WipLoad | null;
    }
  | { code: 'ALREADY_CLAIMED'; complaintId: string; claimedById: string | null; claimedAt: Date }
  | { code: 'HANDOFF_PENDING'; complaintId: string; handoffId: string }
  | { code: 'HANDOFF_ANSWERED'; complaintId: string; handoffId: string }
  /** Departments dispute whose it is: only a ruling gives it to another. */
  | { code: 'CONTESTED'; complaintId: string }
  /** A ruling gave it to the department, which can only appeal. */
  | { code: 'RULING_STANDS'; complaintId: string; rulingId: string; appealable: boolean }
  /** There is nothing left to rule on, to appeal against or to decide. */
  | { code: 'RULING_SETTLED'; complaintId: string; rulingId: string; because: RulingSettled }
  /** It was done when it was first asked for, and has taken the complaint out of the caller's sight. */
  | { code: 'ALREADY_DONE'; cursor: string }
  /** Another administrator was faster; `policyId` is the version that stands now, null when there is none. */
  | { code: 'STALE_POLICY'; policyId: string | null }
  /** No outbound contact of this round: nobody tried to reach the customer yet. */
  | { code: 'CONTACT_NOT_TRIED'; complaintId: string }
  | { code: 'ALREADY_ON_HOLD'; complaintId: string; holdId: string }
  | { code: 'NOT_ON_HOLD'; complaintId: string }
  /** The hold was decided before, or its date has passed. */
  | { code: 'HOLD_SETTLED'; complaintId: string; holdId: string }
  | { code: 'DUTY_ENDED'; complaintId: string; dutyId: string }
  | { code: 'PROMISE_ENDED'; complaintId: string; promiseId: string }
  /** It goes on as another complaint, which it was merged into. */
  | { code: 'ALREADY_MERGED'; complaintId: string }
  /** There is nothing (more) to answer. */
  | { code: 'SURVEY_ENDED'; because: SurveyEnded }
  /** It was given or rejected before. */
  | { code: 'FINAL_ANSWER_DECIDED'; complaintId: string; finalAnswerId: string }
  /** It waits for its review. */
  | { code: 'FINAL_ANSWER_ASKED'; complaintId: string; finalAnswerId: string }
  /** Answered, withdrawn, carried out, of a round that is over; or not offered yet. `expired`: its time to answer is over. */
  | { code: 'RESOLUTION_SETTLED'; complaintId: string; resolutionId: string; expired: boolean }
  /** It waits for an approval, and can't be offered before. */
  | { code: 'RESOLUTION_UNAPPROVED'; complaintId: string; resolutionId: string }
  /** The same, for the customer: they are shown their page, and nothing of the company's. */
  | { code: 'OFFER_SETTLED'; complaintId: string; expired: boolean }
  /** The step was decided before, or nobody has to decide it any more. */
  | { code: 'APPROVAL_SETTLED'; complaintId: string; approvalId: string }
  /** Nothing goes out to the customer without approved wording: it was not quoted, or is not approved. */
  | { code: 'REPLIES_HELD'; complaintId: string }
  /** What was to be reviewed was decided on, written anew or taken back before. */
  | { code: 'REVIEW_SETTLED'; complaintId: string }
  /** Complaints of the group are open still: their numbers, and how many there are. */
  | { code: 'GROUP_OPEN'; complaintId: string; numbers: string[]; open: number }
  | { code: 'ESCALATION_ENDED'; complaintId: string; escalationId: string }
  /** Another coordinator leads the meeting. */
  | { code: 'NOT_PRESENTER'; meetingId: string; presenterId: string }
  /** The meeting has ended: its agenda and its minutes stand. */
  | { code: 'MEETING_OVER'; meetingId: string }
  /** Somebody else changed the series of meetings first. */
  | { code: 'STALE_SERIES'; seriesId: string }
  | { code: 'RATE_LIMITED'; retryAfterSeconds: number }
  | { code: 'IDEMPOTENCY_CONFLICT' };

/** Somebody ruled, somebody appealed; it is too late to appeal; no appeal is open. */
export type RulingSettled = 'RULED' | 'APPEALED' | 'APPEAL_OVER' | 'NOT_APPEALED';

/** It was answered; its time is over; it was never asked, or taken back; it was of an earlier round. */
export type SurveyEnded = 'ANSWERED' | 'EXPIRED' | 'NOT_ASKED' | 'OTHER_ROUND';

/** Thrown by actions, and only by them. */
export class Refusal extends Error {
  readonly data: RefusalData;
  constructor(data: RefusalData) {
    super(data.code);
    this.data = data;
  }
}

/** An input refusal about one field. */
export function invalid(path: string | string[], key: string, values?: Record<string, string | number>): Refusal {
  return new Refusal({ code: 'INVALID_INPUT', issues: [{ path: [path].flat(), key, ...(values && { values }) }] });
}
