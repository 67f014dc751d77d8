/** Files of a complaint: evidence, proof, recordings. */
import type { AttachmentView } from '@redress/domain/reads/complaint-view';
import { fileTypeOf } from '@redress/domain/rules/file-types';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { encodeId } from '../ids.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';

export const AttachmentPurposeEnum = builder.enumType('AttachmentPurpose', {
  description: 'What a file is there for.',
  values: {
    EVIDENCE: { description: 'It shows what happened.' },
    PROOF: { description: 'It proves that a resolution was carried out.' },
    VISIT_RECORD: { description: 'The signed record of a home visit.' },
    RECORDING: { description: 'A recording of a call or a conversation.' },
    OTHER: { description: 'Something else.' },
  },
});

export const AttachmentStateEnum = builder.enumType('AttachmentState', {
  description: 'Whether a file is there.',
  values: {
    READY: { description: 'It can be read.' },
    REMOVED: { description: 'It was taken away; its content is gone.' },
  },
});

export const Attachment = builder.objectRef<AttachmentView>('Attachment').implement({
  description:
    'A file of a complaint. Pictures are cleaned of what the camera wrote into them: place, device, time, owner.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Attachment', (id, ctx) => findChild(ctx, ctx.loaders.attachments.byId, id))),
    state: t.expose('state', { type: AttachmentStateEnum, description: 'Whether it is there.' }),
    purpose: t.expose('purpose', { type: AttachmentPurposeEnum, description: 'What it is there for.' }),
    name: maskedText(t, {
      description: 'What it is called, with an extension that fits its content; null when it was erased.',
      text: (row) => row.name,
    }),
    note: maskedText(t, {
      description: 'What it shows, in a sentence; null without one, or when it was erased.',
      text: (row) => row.note,
    }),
    mediaType: t.exposeString('mediaType', {
      description: 'What its content is, such as `image/jpeg`; never what somebody said that it were.',
    }),
    bytes: t.exposeInt('bytes', { description: 'How large it is, in bytes.' }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of its content, in hexadecimal.' }),
    width: t.exposeInt('width', { nullable: true, description: 'Of a picture, in pixels; null of anything else.' }),
    height: t.exposeInt('height', { nullable: true, description: 'Of a picture, in pixels; null of anything else.' }),
    url: t.string({
      nullable: true,
      description:
        'Where it is read with GET, as a path of this server, by whoever may see the complaint; null when it was removed.',
      resolve: (row) => (row.state === 'READY' ? `${filePath(row)}/file.${extension(row)}` : null),
    }),
    thumbnailUrl: t.string({
      nullable: true,
      description: 'The same for a small picture of it, at most 320 pixels wide and high; null when there is none.',
      resolve: (row) => (row.state === 'READY' && row.hasThumbnail ? `${filePath(row)}/thumbnail` : null),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was attached.' }),
    by: t.field({
      type: Member,
      nullable: true,
      description: 'Who attached it; null when the customer did, or another system.',
      resolve: (row, _args, { directory }) => directory.member(row.uploadedById),
    }),
    byCustomer: t.exposeBoolean('byCustomer', { description: 'Whether the customer sent it in.' }),
    removedAt: t.expose('removedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken away; null while it is there.',
    }),
    removedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who took it away; null while it is there, and when another system did.',
      resolve: (row, _args, { directory }) => directory.member(row.removedById),
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const AttachmentConnection = countedConnection(
  'Attachment',
  Attachment,
  'The files of a complaint that are there, the newest first.',
);

function filePath({ id }: AttachmentView): string {
  return `/files/${encodeId('Attachment', id)}`;
}

/** The address is kept in logs and histories, so it says the kind of the file and not its name. */
function extension({ mediaType }: AttachmentView): string {
  return fileTypeOf(mediaType)?.extensions[0] ?? 'bin';
}
