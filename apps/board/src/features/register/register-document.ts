import { graphql } from '../../graphql.ts';

/** Registers one complaint. The tracking code comes once, here, and never again. */
export const registerMutation = graphql(`
  mutation RegisterComplaint($input: ComplaintRegisterInput!) {
    complaintRegister(input: $input) {
      __typename
      ... on ComplaintRegisterPayload {
        complaint { id number subject severity stage department { id code nameZh nameEn shortName } }
        trackingCode
        alreadyRegistered
        cursor
      }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

/** Registers and settles in one change. */
export const settleMutation = graphql(`
  mutation SettleComplaint($input: ComplaintSettleInput!) {
    complaintSettle(input: $input) {
      __typename
      ... on ComplaintSettlePayload {
        complaint { id number subject severity stage department { id code nameZh nameEn shortName } }
        trackingCode
        alreadyRegistered
        cursor
      }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);
