/** Why an attempt to deliver failed: a code for people who look after deliveries, never the other side's words. */

/** Those that no later attempt mends: the delivery has failed at once. */
const FINAL = [
  'MAIL_NOT_CONFIGURED',
  'RECIPIENT_REFUSED',
  'MAIL_REFUSED',
  'ROBOT_FORBIDDEN',
  'ROBOT_REFUSED',
  'SECRET_UNREADABLE',
  'SMS_REFUSED',
] as const;
/** Those that may pass. */
const PASSING = [
  'UNREACHABLE',
  'TIMED_OUT',
  'MAIL_DEFERRED',
  'MAIL_LOGIN_REFUSED',
  'RATE_LIMITED',
  'ROBOT_FAULT',
  'SMS_FAULT',
  'INTERNAL_FAULT',
] as const;

export type DeliveryProblem = (typeof FINAL)[number] | (typeof PASSING)[number];

export function isFinal(problem: DeliveryProblem): boolean {
  return (FINAL as readonly string[]).includes(problem);
}

/** Thrown by a job so that the queue tries it again later. */
export class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed';
  readonly problem: DeliveryProblem;
  constructor(problem: DeliveryProblem) {
    super(problem);
    this.problem = problem;
  }
}
