/** The link by which an announced file comes in. */
import type { Outcome } from '@redress/domain/actions/context';
import { MAX_FILE_BYTES } from '@redress/domain/rules/file-types';
import { builder } from '../builder.ts';

export const AttachmentUpload = builder.objectRef<Outcome>('AttachmentUpload').implement({
  description: 'Where the bytes of an announced file are sent: once, by PUT, whole.',
  fields: (t) => ({
    url: t.string({
      description:
        'A path of this server. `PUT` the bytes there; the answer is JSON: 201 with `{ "id", "cursor" }` of the attachment, or `{ "error": { "code", "message" } }`. The path is a secret of whoever asked for it.',
      resolve: ({ uploadId }, _args, { files }) => files.uploadUrl(uploadId!),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'Until when it can be used.',
      resolve: ({ uploadUntil }) => new Date(uploadUntil!),
    }),
    maxBytes: t.int({ description: 'The most that it takes, in bytes.', resolve: () => MAX_FILE_BYTES }),
  }),
});
