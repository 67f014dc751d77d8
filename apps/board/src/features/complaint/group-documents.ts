/** Group cases: what their complaints have in common, and what is done to them. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const groupFields = graphql(`
  fragment GroupFields on GroupCase @_unmask {
    line standardMinor currency setAt total satisfied paid paidMinor
    setBy { id name }
    parent { id number subject }
    stages { stage count }
    complaints { id number subject stage severity }
  }
`);

export const groupQuery = graphql(
  `
    query GroupOfComplaint($id: ID!) {
      complaint(by: { id: $id }) {
        id number isGroup stage
        group { ...GroupFields }
        viewerCan { group }
      }
    }
  `,
  [groupFields],
);

/** The ids of complaints that a person names by their numbers; null for one that is not there or not theirs to see. */
export const namedComplaintQuery = graphql(`
  query NamedComplaint($number: String!) {
    complaint(by: { number: $number }) { id number }
  }
`);

export const groupOpenMutation = graphql(
  `
    mutation OpenGroup($input: GroupOpenInput!) {
      groupOpen(input: $input) {
        __typename
        ... on GroupOpenPayload { complaint { id number isGroup group { ...GroupFields } } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [groupFields],
);

export const groupAddMutation = graphql(
  `
    mutation AddToGroup($input: GroupAddInput!) {
      groupAdd(input: $input) {
        __typename
        ... on GroupAddPayload { complaint { ...ComplaintDetail group { ...GroupFields } } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, groupFields],
);

export const groupRemoveMutation = graphql(
  `
    mutation RemoveFromGroup($input: GroupRemoveInput!) {
      groupRemove(input: $input) {
        __typename
        ... on GroupRemovePayload { complaint { ...ComplaintDetail group { ...GroupFields } } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, groupFields],
);

export const groupLineMutation = graphql(
  `
    mutation SetGroupLine($input: GroupLineSetInput!) {
      groupLineSet(input: $input) {
        __typename
        ... on GroupLineSetPayload { complaint { ...ComplaintDetail group { ...GroupFields } } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, groupFields],
);

export const groupContactMutation = graphql(
  `
    mutation RecordGroupContact($input: GroupContactRecordInput!) {
      groupContactRecord(input: $input) {
        __typename
        ... on GroupContactRecordPayload { given complaint { ...ComplaintDetail group { ...GroupFields } } cursor }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail, groupFields],
);

export type GroupView = ResultOf<typeof groupFields>;
export type Grouped = NonNullable<ResultOf<typeof groupQuery>['complaint']>;
