import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

/** Which complaint an address means; what is printed comes with the record of it. */
export const printableQuery = graphql(`
  query Printable($number: String!) { complaint(by: { number: $number }) { id } }
`);

export const complaintPrintMutation = graphql(`
  mutation PrintComplaint($input: ComplaintPrintInput!) {
    complaintPrint(input: $input) {
      __typename
      ... on ComplaintPrintPayload {
        printedAt
        complaint {
          id number kind channel severity stage subject description demand place about occurredAt receivedAt closedAt
          category { code nameZh nameEn }
          department { id code nameZh nameEn shortName }
          assignee { id name }
          customer { id name phone email region }
          contacts(first: 100) { nodes { id channel direction at summary by { id name } } }
          duties(first: 50) { nodes { id what doneAt note department { id code nameZh nameEn shortName } } }
          investigation {
            id validity validityReason summary
            report { course findings conclusion }
          }
          consultations(first: 10) { nodes { id at summary decision } }
          visits(first: 10) { nodes { id at place record } }
          resolutions(first: 30) { nodes { id kind state what proofNote } }
        }
      }
      ... on UserError { code message }
    }
  }
`);

export type Printed = Extract<
  ResultOf<typeof complaintPrintMutation>['complaintPrint'],
  { __typename: 'ComplaintPrintPayload' }
>;
