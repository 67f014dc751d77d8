/** Takes a call down for whoever handles the caller's case (docs/SPEC.md, LK10–LK11). */
import { findCaller } from '../reads/customer-cases.ts';
import type { CallerIds, CallerName } from '../reads/customer-cases.ts';
import { mayRegister } from '../rules/permissions.ts';
import type { Channel } from '../rules/vocabulary.ts';
import { loadCase } from './case.ts';
import type { Case } from './case.ts';
import { addContact } from './contact-add.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';

export interface CallRecordInput {
  /** By what the caller was found: whole, and theirs. */
  name: CallerName;
  /** The complaint's number, as the caller's history shows it. */
  number: string;
  channel: Channel;
  /** What the caller said. */
  summary: string;
}

/**
 * An inbound contact on a complaint that its writer need not see: it must be one of the caller's, by a whole number or
 * address. It meets no clock, because answering is for who works on the case; they are told. It ends a hold.
 */
export function callRecord(ctx: ActionContext, input: CallRecordInput): Promise<ActionResult> {
  return perform(ctx, 'callRecord', async () => {
    if (!mayRegister(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'lookUp' });
    const { number, channel, summary } = input;
    const named = await ctx.db.prisma.complaint.findUnique({ where: { number: number.trim() }, select: { id: true } });
    const opened = named === null ? null : await loadCase(ctx.db, named.id);
    if (opened === null || !isTheirs(opened, await findCaller(ctx.db, input.name)))
      throw new Refusal({ code: 'NOT_FOUND' });
    const draft = Draft.of(ctx, opened);
    const plain = { toCustomer: false, templateKey: null, confirmsFacts: false, at: null };
    const contactId = addContact(draft, { channel, direction: 'INBOUND', summary, ...plain }, 'TAKEN_DOWN');
    return { draft, outcome: { complaintId: opened.complaint.id, contactId } };
  });
}

function isTheirs({ complaint }: Case, { customerIds, complaintIds }: CallerIds): boolean {
  if (complaintIds !== null) return complaintIds.includes(complaint.id);
  return complaint.customerId !== null && customerIds.includes(complaint.customerId);
}
