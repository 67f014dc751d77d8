/** Records one contact with every customer of a group case that is still open (docs/SPEC.md, GC5). */
import type { Channel } from '../rules/vocabulary.ts';
import { loadCases } from './case.ts';
import { addContact } from './contact-add.ts';
import type { ActionContext, ActionResult } from './context.ts';
import { Draft } from './draft.ts';
import { requireWording } from './held-replies.ts';
import { openChildIds, openGroup } from './open-group.ts';
import { perform } from './perform.ts';

export interface GroupContactRecordInput {
  /** The parent. */
  id: string;
  channel: Channel;
  summary: string;
  toCustomer: boolean;
  /** Wording of the parent that was approved; needed where replies are held in any of them. */
  replyId: string | null;
}

/** The same words in all of them and in the parent, in one change. */
export function groupContactRecord(ctx: ActionContext, input: GroupContactRecordInput): Promise<ActionResult> {
  return perform(ctx, 'groupContactRecord', async () => {
    const parent = await openGroup(ctx, input.id);
    const children = await loadCases(ctx.db, await openChildIds(ctx, input.id));
    const { channel, summary, toCustomer, replyId } = input;
    const all = [parent, ...children];
    const held = all.some(({ complaint }) => complaint.repliesHeldAt !== null);
    await requireWording(ctx, parent, { replyId, text: toCustomer ? summary : null }, held);
    const drafts = all.map((opened) => {
      const draft = Draft.of(ctx, opened);
      addContact(draft, {
        channel,
        direction: 'OUTBOUND',
        summary,
        toCustomer,
        templateKey: null,
        replyId,
        confirmsFacts: false,
        at: null,
      });
      return draft;
    });
    const [draft, ...also] = drafts;
    return { draft: draft!, also, outcome: { complaintId: input.id, given: also.length } };
  });
}
