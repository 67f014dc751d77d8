/** One attempt at one message to a customer (docs/SPEC.md, CN3–CN8): is it still so, how can they be reached, did it go out. */
import type { ActionContext } from '@redress/domain/actions/context';
import {
  customerMessageSettle,
  dropCustomerMessage,
  noteMessageAttempt,
} from '@redress/domain/actions/customer-message-settle';
import { findMessageJob } from '@redress/domain/reads/customer-messages';
import type { MessageJob } from '@redress/domain/reads/customer-messages';
import { customerMessagePolicy } from '@redress/domain/reads/policy-values';
import { fillMessage, isNeutral } from '@redress/domain/rules/customer-message';
import type { DeliveryAttempt, Delivering } from './deliver.ts';
import type { OutboundMessage } from './message.ts';
import { DeliveryFailed, isFinal } from './problem.ts';
import { CUSTOMER_TITLES, words } from './words.ts';

/** What became of the attempt; LATER: replies are held, and it is looked at again. */
export type Told = 'SETTLED' | 'LATER';

/**
 * Attempts the message. What was settled before stays as it is, so a job that runs twice does no harm.
 *
 * @throws DeliveryFailed when a later attempt may succeed.
 */
export async function tellCustomer(delivering: Delivering, id: string, tried: DeliveryAttempt): Promise<Told> {
  const { db, outbound, now } = delivering;
  const job = await findMessageJob(db, id);
  if (job === null) return 'SETTLED';
  const drop = (state: 'FAILED' | 'OBSOLETE', problem: string | null) =>
    dropCustomerMessage(db, id, { state, problem }, now());
  if (job.isPast) await drop('OBSOLETE', null);
  else if (job.repliesHeld && !isNeutral(job.message.point)) return 'LATER';
  else {
    const way = outbound.wayTo(job);
    if (typeof way === 'string') await drop('FAILED', way);
    else {
      const problem = await outbound.tell(way, messageOf(delivering, job), tried.signal);
      const isOver = problem === null || tried.isLast || isFinal(problem);
      if (!isOver) {
        await noteMessageAttempt(db, id, tried.attempt, problem);
        throw new DeliveryFailed(problem);
      }
      const state = problem === null ? 'SENT' : 'FAILED';
      const settlement = { state, via: way.via, attempts: tried.attempt, problem } as const;
      await customerMessageSettle(asItself(delivering), job.message, settlement);
    }
  }
  return 'SETTLED';
}

/** After the last attempt, when not even its failure could be written into the case. */
export async function giveUpTelling({ db, now }: Pick<Delivering, 'db' | 'now'>, id: string): Promise<void> {
  await dropCustomerMessage(db, id, { state: 'FAILED', problem: 'INTERNAL_FAULT' }, now());
}

function messageOf(
  { directory, outbound, boardUrl }: Delivering,
  { message, number, locale }: MessageJob,
): OutboundMessage {
  const policy = customerMessagePolicy(directory, message.point);
  const code = message.sealedCode === null ? null : outbound.unseal(message.sealedCode);
  // The fragment of an address is sent to nobody: neither the code nor that there is one stands in any log.
  const link = `${boardUrl()}/t${code === null ? '' : `#${code}`}`;
  return {
    id: message.id,
    locale,
    title: CUSTOMER_TITLES[message.point][locale].replace('{number}', number),
    text: fillMessage(locale === 'en' ? policy.en : policy.zh, { number, link }),
    facts: [],
    links: [{ label: words('follow', locale), url: link, primary: true }],
    footer: words(code === null ? 'customerFooterCode' : 'customerFooter', locale),
    urgent: false,
  };
}

/** The product tells customers by itself: nobody did. */
function asItself({ db, directory, now }: Delivering): ActionContext {
  return {
    db,
    directory,
    now,
    principal: { kind: 'SYSTEM', name: 'clock' },
    origin: { via: 'clock', address: null, userAgent: null, requestId: null },
    idempotency: null,
  };
}
