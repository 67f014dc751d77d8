/** One attempt at one delivery: is it still wanted, what does it say, did it go out (docs/SPEC.md, NX5–NX8). */
import { grantsOf, loadCase } from '@redress/domain/actions/case';
import { noteAttempt, settleDelivery } from '@redress/domain/actions/delivery-settle';
import { findDeliveryJob } from '@redress/domain/reads/deliveries';
import { stillWaiting } from '@redress/domain/reads/inbox';
import { canSee, scopeOf } from '@redress/domain/rules/principal';
import type { Database } from '@redress/prisma/client';
import { memberPrincipal } from '../session/member-principal.ts';
import { composeMeetingMessage } from './compose-meeting.ts';
import { composeMessage, composeTest } from './compose.ts';
import type { Composing } from './compose.ts';
import type { OutboundMessage } from './message.ts';
import type { Outbound, OutboundChannel } from './outbound.ts';
import { DeliveryFailed, isFinal } from './problem.ts';
import type { DeliveryProblem } from './problem.ts';

export interface Delivering extends Omit<Composing, 'now'> {
  db: Database;
  outbound: Outbound;
  now: () => Date;
}

/** Which of how many attempts it is. */
export interface DeliveryAttempt {
  attempt: number;
  isLast: boolean;
  signal?: AbortSignal;
}

/**
 * Attempts the delivery for the `attempt`th time. What was settled before stays as it is, so a job that runs twice does
 * no harm.
 *
 * @throws DeliveryFailed when a later attempt may succeed.
 */
export async function deliver(delivering: Delivering, id: string, tried: DeliveryAttempt): Promise<void> {
  const { db, outbound, now } = delivering;
  const { attempt, signal } = tried;
  const planned = await plan(delivering, id);
  if (planned === null) return;
  if (planned === 'OBSOLETE') {
    await settleDelivery(db, id, attempt - 1, { state: 'OBSOLETE', problem: null }, now());
    return;
  }
  const problem = await outbound.send(planned.channel, planned.message, signal);
  if (problem === null) await settleDelivery(db, id, attempt, { state: 'SENT' }, now());
  // Who has a channel tried waits for the answer: they may try again themselves.
  else await didNotGoOut(delivering, id, { ...tried, isLast: tried.isLast || planned.isTest }, problem);
}

/**
 * Says at the delivery why the attempt came to nothing.
 *
 * @throws DeliveryFailed when a later attempt may succeed.
 */
export async function didNotGoOut(
  { db, now }: Pick<Delivering, 'db' | 'now'>,
  id: string,
  { attempt, isLast }: DeliveryAttempt,
  problem: DeliveryProblem,
): Promise<void> {
  if (isLast || isFinal(problem)) {
    await settleDelivery(db, id, attempt, { state: 'FAILED', problem }, now());
    return;
  }
  await noteAttempt(db, id, attempt, problem);
  throw new DeliveryFailed(problem);
}

interface Planned {
  channel: OutboundChannel;
  message: OutboundMessage;
  isTest: boolean;
}

/** What is to be sent; OBSOLETE when nobody needs it any more, null when there is nothing to do. */
async function plan(delivering: Delivering, id: string): Promise<Planned | 'OBSOLETE' | null> {
  const { db, directory, now } = delivering;
  const job = await findDeliveryJob(db, id);
  if (job === null || job.delivery.state !== 'QUEUED') return null;
  const { channel, delivery, notification } = job;
  if (notification === null && delivery.notificationId !== null) return 'OBSOLETE';
  const member = memberPrincipal(directory, delivery.memberId, 'delivery', now());
  if (channel === null || member === null) return 'OBSOLETE';
  if (notification === null) {
    return { channel, message: composeTest(delivering, delivery.id, channel.kind, member), isTest: true };
  }
  if (!channel.enabled) return 'OBSOLETE';
  if (!(await stillWaiting(db, [notification.id], now())).has(notification.id)) return 'OBSOLETE';
  if (notification.complaintId === null) {
    const message = await composeMeetingMessage(delivering, delivery.id, notification, member);
    return message === null ? 'OBSOLETE' : { channel, message, isTest: false };
  }
  const opened = await loadCase(db, notification.complaintId);
  if (opened === null || !canSee(scopeOf(member), grantsOf(opened.access))) return 'OBSOLETE';
  const composing = { ...delivering, now: now() };
  return { channel, message: composeMessage(composing, delivery.id, notification, opened, member), isTest: false };
}
