/** Marks of unreasonable demands. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

const markedDemands = graphql(`
  fragment MarkedDemands on Complaint @_unmask {
    id number revision
    viewerCan { markDemand }
    attachments(first: 50) { nodes { id name } }
    demandMarks {
      id state reason evidence until viewerDecides
      markedBy { id name }
      decidedBy { id name }
      complaint { id number }
      attachments { id name url }
    }
  }
`);

export const demandQuery = graphql(
  `
    query DemandMarksOfComplaint($id: ID!) {
      complaint(by: { id: $id }) { ...MarkedDemands }
    }
  `,
  [markedDemands],
);

export type MarkedDemands = NonNullable<ResultOf<typeof demandQuery>['complaint']>;
export type DemandMark = MarkedDemands['demandMarks'][number];

export const demandMarkMutation = graphql(
  `
    mutation MarkDemand($input: DemandMarkInput!) {
      demandMark(input: $input) {
        __typename
        ... on DemandMarkPayload { complaint { ...ComplaintDetail ...MarkedDemands } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, markedDemands],
);

export const demandMarkDecideMutation = graphql(
  `
    mutation DecideDemandMark($input: DemandMarkDecideInput!) {
      demandMarkDecide(input: $input) {
        __typename
        ... on DemandMarkDecidePayload { complaint { ...ComplaintDetail ...MarkedDemands } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, markedDemands],
);

export const demandUnmarkMutation = graphql(
  `
    mutation UnmarkDemand($input: DemandUnmarkInput!) {
      demandUnmark(input: $input) {
        __typename
        ... on DemandUnmarkPayload { complaint { ...ComplaintDetail ...MarkedDemands } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, markedDemands],
);
