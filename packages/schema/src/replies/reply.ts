/** Wording for customers while replies are held (舆情; docs/SPEC.md, PS). */
import type { ReplyView } from '@redress/domain/reads/complaint-view';
import { DEFAULT_PAGE, MAX_PAGE } from '@redress/domain/reads/connection';
import { permissionsOn } from '@redress/domain/rules/permissions';
import type { ReplyState } from '@redress/domain/rules/vocabulary';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { permissionFacts } from '../complaint/complaint-facts.ts';
import { countedConnection, forwardArgs, readList } from '../connection.ts';
import { Contact } from '../contact/contact.ts';
import { pageCost } from '../limits.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { reading } from '../top-level-error.ts';
import { viewerDependent } from '../viewer-dependent.ts';

const ReplyStateEnum = builder.enumType('ReplyState', {
  description: 'How wording for a customer stands.',
  values: {
    DRAFTED: { description: 'It waits for its approval.' },
    APPROVED: { description: 'Contacts may keep to it.' },
    REJECTED: { description: 'It is not to be said so.' },
  } satisfies Record<ReplyState, { description: string }>,
});

export const Reply = builder.objectRef<ReplyView>('Reply').implement({
  description: 'Wording for a customer (答复口径), which somebody else approves.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Reply', (id, ctx) => findChild(ctx, ctx.loaders.replies.byId, id))),
    state: t.expose('state', { type: ReplyStateEnum, description: 'How it stands.' }),
    text: maskedText(t, { description: 'What is to be said; null when it was erased.', text: ({ text }) => text }),
    draftedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who drafted it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.draftedById),
    }),
    draftedAt: t.expose('draftedAt', { type: 'DateTime', description: 'When.' }),
    decidedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who decided on it; null before.',
      resolve: (row, _args, { directory }) => directory.member(row.decidedById),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When; null before.' }),
    reason: maskedText(t, {
      description: 'Why it is not to be said so; null when nothing was said, or it was erased.',
      text: ({ reason }) => reason,
    }),
    viewerDecides: t.boolean({
      description:
        'Whether `replyApprove` and `replyReject` are the caller’s to do: never of their own. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: async ({ state, draftedById, complaintId }, _args, { principal, loaders }) => {
        if (state !== 'DRAFTED' || principal === null) return false;
        if (principal.kind === 'MEMBER' && principal.id === draftedById) return false;
        const complaint = await loaders.complaint.load(complaintId);
        return complaint !== null && permissionsOn(principal, permissionFacts(complaint)).holdReplies;
      },
    }),
  }),
});

const ReplyConnection = countedConnection('Reply', Reply, 'Wording for a customer, the newest first.');

builder.objectFields(Complaint, (t) => ({
  repliesHeldAt: t.expose('repliesHeldAt', {
    type: 'DateTime',
    nullable: true,
    description: 'Since when nothing goes out to the customer without approved wording (舆情); null: nothing is held.',
  }),
  replies: t.field({
    type: ReplyConnection,
    description: 'Wording for the customer, approved or not, the newest first.',
    args: forwardArgs('replies', DEFAULT_PAGE, MAX_PAGE),
    complexity: pageCost(DEFAULT_PAGE),
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.replies, id, args)),
  }),
}));

builder.objectFields(Contact, (t) => ({
  reply: t.field({
    type: Reply,
    nullable: true,
    description: 'The approved wording that it keeps to; null when it keeps to none.',
    resolve: ({ replyId }, _args, ctx) => (replyId === null ? null : findChild(ctx, ctx.loaders.replies.byId, replyId)),
  }),
}));
