/** Records a contact with the customer (docs/SPEC.md, CO1–CO3). */
import { uuidv7 } from 'uuidv7';
import type { Channel, ContactDirection } from '../rules/vocabulary.ts';
import { loadCase } from './case.ts';
import * as clocks from './clocks.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { customerCameBack } from './hold-end.ts';
import { requirePermission, visible } from './open-case.ts';
import { perform } from './perform.ts';
import { invalid } from './refusal.ts';

export interface ContactRecordInput {
  id: string;
  channel: Channel;
  direction: ContactDirection;
  summary: string;
  /** Facts and demand were confirmed with the customer in this contact. */
  confirmsFacts: boolean;
  /** When it took place; null means now. */
  at: Date | null;
}

/** The first contact of a round (not one that was held before it began) meets FIRST_RESPONSE, at the time of the contact; a published breach stays published. */
export function contactRecord(ctx: ActionContext, input: ContactRecordInput): Promise<ActionResult> {
  return perform(ctx, 'contactRecord', async () => {
    const opened = visible(ctx, await loadCase(ctx.db, input.id));
    requirePermission(ctx, opened, 'contact');
    const draft = Draft.of(ctx, opened);
    const { complaint } = draft;
    const at = input.at ?? draft.at;
    if (at > draft.at) throw invalid('at', 'inFuture');
    if (at < complaint.receivedAt) throw invalid('at', 'beforeReceipt');
    const inRound = at >= complaint.roundSince;

    const id = uuidv7();
    draft.insert('contact', {
      id,
      complaintId: complaint.id,
      round: complaint.round,
      channel: input.channel,
      direction: input.direction,
      summary: input.summary,
      confirmsFacts: input.confirmsFacts,
      memberId: ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null,
      at,
      recordedAt: draft.at,
    });
    if (inRound) complaint.firstContactAt ??= at;
    if (complaint.lastContactAt === null || at > complaint.lastContactAt) complaint.lastContactAt = at;
    if (input.confirmsFacts && inRound) complaint.factsConfirmedAt ??= at;
    draft.emit({ type: 'ContactRecorded', payload: { contactId: id }, occurredAt: at });
    if (input.direction === 'INBOUND') customerCameBack(draft, at);
    if (inRound) {
      clocks.meet(draft, 'FIRST_RESPONSE', at);
      awaitNext(draft, at);
    }
    return { draft, outcome: { complaintId: complaint.id, contactId: id } };
  });
}

/** The PROGRESS clock runs from the last contact to the next, until the customer is followed up (DL12). */
function awaitNext(draft: Draft, at: Date): void {
  const { stage, lastContactAt } = draft.complaint;
  if (lastContactAt !== at) return;
  clocks.meet(draft, 'PROGRESS', at);
  if (stage === 'FOLLOWING_UP' || stage === 'CLOSED') return;
  clocks.start(draft, 'PROGRESS', { departmentId: null, startedAt: at });
}
