/** Ruling on a contested complaint, appealing, deciding. As in complaint-mutations.ts, each answers with the whole complaint. */
import { graphql } from '../../graphql.ts';
import { complaintDetail } from './complaint-documents.ts';

export const ruleMutation = graphql(
  `
    mutation RuleOnComplaint($input: ComplaintRuleInput!) {
      complaintRule(input: $input) {
        __typename
        ... on ComplaintRulePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on RulingSettledError { complaint { id number version revision stage } }
        ... on StaleVersionError { current { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const appealMutation = graphql(
  `
    mutation AppealRuling($input: RulingAppealInput!) {
      rulingAppeal(input: $input) {
        __typename
        ... on RulingAppealPayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on RulingSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);

export const decideMutation = graphql(
  `
    mutation DecideAppeal($input: AppealDecideInput!) {
      appealDecide(input: $input) {
        __typename
        ... on AppealDecidePayload { complaint { ...ComplaintDetail } cursor }
        ... on UserError { code message }
        ... on RulingSettledError { complaint { id number version revision stage } }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [complaintDetail],
);
