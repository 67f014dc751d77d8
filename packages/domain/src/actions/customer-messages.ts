/** What a change tells the customer: rows of the change itself, whose jobs are queued in its statement (docs/SPEC.md, CN1). */
import { uuidv7 } from 'uuidv7';
import type { TableRows } from '../events/tables.ts';
import type { EventDraft } from '../events/types.ts';
import { customerMessagePolicy, quietHours } from '../reads/policy-values.ts';
import { isImmediate, pointsOf } from '../rules/customer-message.ts';
import { afterQuietHours } from '../rules/quiet-hours.ts';
import type { Draft } from './draft.ts';

/**
 * The messages of the change that these events tell of. None about history, a merged case or an unknown customer, none
 * where nobody is to hear of it, and none at points that the company keeps quiet about.
 */
export function customerMessagesOf(
  { ctx, at, complaint, resolutions, trackingCode }: Draft,
  events: readonly EventDraft[],
): TableRows['customer_message'][] {
  if (ctx.silent === true || ctx.madeUp === true || complaint.history) return [];
  if (complaint.customerId === null || complaint.mergedIntoId !== null) return [];
  const { directory } = ctx;
  const offerStands = resolutions.some(({ state }) => state === 'OFFERED');
  const points = pointsOf(events, offerStands).filter((point) => customerMessagePolicy(directory, point).isOn);
  return points.map((point) => ({
    id: uuidv7(),
    complaintId: complaint.id,
    round: complaint.round,
    point,
    state: 'QUEUED',
    via: null,
    createdAt: at,
    runAt: isImmediate(point) ? at : afterQuietHours(quietHours(directory), at),
    attempts: 0,
    problem: null,
    sealedCode: point === 'RECEIVED' && trackingCode !== null ? (ctx.seal?.(trackingCode) ?? null) : null,
    settledAt: null,
  }));
}
