/** Contacts: what was said between the company and the customer. */
import type { ContactView } from '@redress/domain/reads/complaint-view';
import { attachedFiles } from '../attachment/attached.ts';
import { Attachment } from '../attachment/attachment.ts';
import { builder } from '../builder.ts';
import { ChannelEnum } from '../complaint/vocabulary.ts';
import { countedConnection } from '../connection.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { maskedText } from '../masked-text.ts';

export const ContactDirectionEnum = builder.enumType('ContactDirection', {
  description: 'Who spoke to whom.',
  values: {
    INBOUND: { description: 'The customer to the company.' },
    OUTBOUND: { description: 'The company to the customer.' },
  },
});

export const Contact = builder.objectRef<ContactView>('Contact').implement({
  description: 'A contact with the customer that was recorded.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Contact', (id, ctx) => findChild(ctx, ctx.loaders.contacts.byId, id))),
    channel: t.expose('channel', { type: ChannelEnum, description: 'The way by which they spoke.' }),
    direction: t.expose('direction', { type: ContactDirectionEnum, description: 'Who spoke to whom.' }),
    summary: maskedText(t, { description: 'What was said; null when it was erased.', text: (row) => row.summary }),
    toCustomer: t.exposeBoolean('toCustomer', {
      description: 'Whether the summary is the text as the customer got it: they read it on their page.',
    }),
    templateKey: t.exposeString('templateKey', {
      nullable: true,
      description: 'The key of the contact template that the text was begun with; null when it was written freely.',
    }),
    confirmsFacts: t.exposeBoolean('confirmsFacts', {
      description: 'Whether facts and demand were confirmed with the customer.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When they spoke; it may have been recorded later.' }),
    by: t.field({
      type: Member,
      nullable: true,
      description: 'Who spoke with the customer; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.memberId),
    }),
    attachments: t.field({
      type: [Attachment],
      description: 'Files that came or went with it, those included that were removed since.',
      resolve: ({ attachmentIds }, _args, ctx) => attachedFiles(attachmentIds, ctx),
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const ContactConnection = countedConnection('Contact', Contact, 'Contacts of a complaint, the newest first.');
