import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

const policyFields = graphql(`
  fragment PolicyFields on Policy @_unmask {
    id
    kind
    key
    version
    origin
    validFrom
    reason
    changedBy { id name }
    value {
      __typename
      ... on DeadlinePolicy {
        minutes { urgent important general }
        runsIn { urgent important general }
        warnPercent
      }
      ... on LimitsPolicy {
        openDuties
        openPromises
        holdDays
        holdsWithoutApproval
        contestedAfterDeclines
        appealHours
        unjustifiedDeclinesPercent
      }
      ... on DesksPolicy { intake coordination national }
      ... on CriteriaPolicy { required }
      ... on StageNamePolicy { zh en }
      ... on CalendarPolicy {
        nameZh
        nameEn
        timeZone
        week { weekday spans { from to } }
        holidays
        makeUp { from to }
        days { day name spans { from to } }
      }
    }
  }
`);

export const policiesQuery = graphql(
  `
    query Policies($kind: PolicyKind!) {
      policies(kind: $kind) { ...PolicyFields }
    }
  `,
  [policyFields],
);

export const historyQuery = graphql(
  `
    query PolicyHistory($kind: PolicyKind!, $key: String!) {
      policy(kind: $kind, key: $key) {
        id
        history(first: 20) {
          nodes { ...PolicyFields }
        }
      }
    }
  `,
  [policyFields],
);

export const previewQuery = graphql(`
  query PolicyPreview($input: PolicyPreviewInput!) {
    policyPreview(input: $input) {
      __typename
      ... on PolicyPreview {
        complaints
        clocks
        earlier
        later
        overdue
        groups { kind clocks earlier later overdue department { id code nameZh nameEn shortName } }
      }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const policySetMutation = graphql(`
  mutation SetPolicy($input: PolicySetInput!) {
    policySet(input: $input) {
      __typename
      ... on PolicySetPayload { policy { id version } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export type PolicyEntry = ResultOf<typeof policiesQuery>['policies'][number];
export type PolicyKind = PolicyEntry['kind'];
export type PolicyEffect = Extract<ResultOf<typeof previewQuery>['policyPreview'], { __typename: 'PolicyPreview' }>;
