import { graphql } from '../../../graphql.ts';
import type { ResultOf } from '../../../graphql.ts';

/** The files of a complaint that are there, the newest first. */
export const filesQuery = graphql(`
  query ComplaintFiles($number: String!) {
    complaint(by: { number: $number }) {
      id
      attachments(first: 100) {
        nodes { id name note mediaType bytes width height url thumbnailUrl at byCustomer by { id name } }
      }
    }
  }
`);

export type FileView = NonNullable<ResultOf<typeof filesQuery>['complaint']>['attachments']['nodes'][number];

export const uploadCreateMutation = graphql(`
  mutation AnnounceFile($input: AttachmentUploadCreateInput!) {
    attachmentUploadCreate(input: $input) {
      __typename
      ... on AttachmentUploadCreatePayload { upload { url } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const attachmentRemoveMutation = graphql(`
  mutation RemoveFile($input: AttachmentRemoveInput!) {
    attachmentRemove(input: $input) {
      __typename
      ... on AttachmentRemovePayload { complaint { id number revision attachmentCount } attachment { id state } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);
