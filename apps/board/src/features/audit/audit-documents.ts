import { graphql } from '../../graphql.ts';
import type { ResultOf, VariablesOf } from '../../graphql.ts';

export const auditQuery = graphql(`
  query Audit($filter: AuditFilter, $first: Int!, $after: String) {
    audit(filter: $filter, first: $first, after: $after) {
      nodes {
        id at action via address userAgent requestId reason takesBack events
        actTakenBack { action at }
        actor {
          __typename
          ... on Member { id name }
          ... on Integration { id name }
          ... on CustomerActor { label }
        }
        complaints { id number subject }
        changes { subject subjectName field from to withheld }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type AuditPageView = ResultOf<typeof auditQuery>['audit'];
export type AuditEntry = AuditPageView['nodes'][number];
export type AuditChange = AuditEntry['changes'][number];
export type AuditFilter = NonNullable<VariablesOf<typeof auditQuery>['filter']>;
