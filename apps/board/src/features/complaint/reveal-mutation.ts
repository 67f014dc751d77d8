import { graphql } from '../../graphql.ts';

/** Sent by a client without a cache: what it answers with is kept nowhere but in the view that shows it. */
export const revealMutation = graphql(`
  mutation RevealCustomer($input: CustomerRevealInput!) {
    customerReveal(input: $input) {
      __typename
      ... on CustomerRevealPayload { revealed { name phone email texts { masked text } } }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);
