import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

const exportFields = graphql(`
  fragment ExportFields on ComplaintExport @_unmask {
    id mark state reason stages severities receivedFrom receivedBefore requestedAt lapsesAt decidedAt decisionReason
    takenAt rowCount viewerMayDecide viewerDownload
    departments { code nameZh nameEn }
    requestedBy { id name }
    decidedBy { id name }
  }
`);

export const exportsQuery = graphql(
  `
    query Exports {
      complaintExports { ...ExportFields }
    }
  `,
  [exportFields],
);

export type ExportRow = ResultOf<typeof exportsQuery>['complaintExports'][number];

export const exportRequestMutation = graphql(`
  mutation RequestExport($input: ExportRequestInput!) {
    exportRequest(input: $input) {
      __typename
      ... on ExportRequestPayload { export { id } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const exportDecideMutation = graphql(`
  mutation DecideExport($input: ExportDecideInput!) {
    exportDecide(input: $input) {
      __typename
      ... on ExportDecidePayload { export { id } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);
