/** A contact as a part of a change (docs/SPEC.md, CO1–CO4): its row, its event, and what it does to the clocks. */
import { uuidv7 } from 'uuidv7';
import type { Channel, ContactDirection } from '../rules/vocabulary.ts';
import { memberIdOf } from './audit.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';
import { customerCameBack } from './hold-end.ts';
import { invalid } from './refusal.ts';

export interface ContactFacts {
  channel: Channel;
  direction: ContactDirection;
  summary: string;
  /** The summary is the text as the customer gets it. */
  toCustomer: boolean;
  /** Of the template that the text was begun with; null for one that was written freely. */
  templateKey: string | null;
  /** The approved wording that it keeps to; left out: none. */
  replyId?: string | null;
  /** Facts and demand were confirmed with the customer in this contact. */
  confirmsFacts: boolean;
  /** When it took place; null means now. */
  at: Date | null;
  /** Files of the complaint that came or went with it. Left out: none. */
  attachmentIds?: readonly string[];
}

/**
 * Adds the contact and returns its id. The first contact of a round (not one that was held before it began) meets
 * FIRST_RESPONSE, at the time of the contact; a published breach stays published. What the customer wrote on their page,
 * or what was TAKEN_DOWN for who works on the case, meets no clock: answering is for them.
 */
export function addContact(
  draft: Draft,
  facts: ContactFacts,
  by: 'WHO_WORKS_ON_IT' | 'CUSTOMER' | 'TAKEN_DOWN' = 'WHO_WORKS_ON_IT',
): string {
  const answers = by === 'WHO_WORKS_ON_IT';
  const { complaint } = draft;
  const at = facts.at ?? draft.at;
  if (at > draft.at) throw invalid('at', 'inFuture');
  if (at < complaint.receivedAt) throw invalid('at', 'beforeReceipt');
  if (facts.toCustomer && facts.direction === 'INBOUND') throw invalid('toCustomer', 'notTheirWords');
  const inRound = at >= complaint.roundSince;

  const id = uuidv7();
  const { channel, direction, summary, toCustomer, templateKey, confirmsFacts, replyId = null } = facts;
  const attachmentIds = [...(facts.attachmentIds ?? [])];
  const said = { channel, direction, summary, toCustomer, templateKey, confirmsFacts, attachmentIds, replyId };
  const { id: complaintId, round } = complaint;
  const memberId = memberIdOf(draft.ctx.principal);
  draft.insert('contact', { id, complaintId, round, ...said, memberId, at, recordedAt: draft.at });
  if (answers) {
    if (inRound) complaint.firstContactAt ??= at;
    if (complaint.lastContactAt === null || at > complaint.lastContactAt) complaint.lastContactAt = at;
  }
  if (confirmsFacts && inRound) complaint.factsConfirmedAt ??= at;
  const payload = { contactId: id, ...(by === 'TAKEN_DOWN' && { takenDown: true }) };
  draft.emit({ type: 'ContactRecorded', payload, occurredAt: at });
  if (direction === 'INBOUND') customerCameBack(draft, at);
  if (answers && inRound) {
    clocks.meet(draft, 'FIRST_RESPONSE', at);
    awaitNext(draft, at);
  }
  return id;
}

/** The PROGRESS clock runs from the last contact to the next, until the customer is followed up (DL12). */
function awaitNext(draft: Draft, at: Date): void {
  const { stage, lastContactAt } = draft.complaint;
  if (lastContactAt !== at) return;
  clocks.meet(draft, 'PROGRESS', at);
  if (stage === 'FOLLOWING_UP' || stage === 'CLOSED') return;
  clocks.start(draft, 'PROGRESS', { departmentId: null, startedAt: at });
}
