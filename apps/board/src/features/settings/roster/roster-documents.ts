import { graphql } from '../../../graphql.ts';
import type { ResultOf } from '../../../graphql.ts';

export const rosterPreviewQuery = graphql(`
  query RosterPreview($input: RosterPreviewInput!) {
    rosterPreview(input: $input) {
      __typename
      ... on RosterPreview {
        turns { from to members { id name } }
        everybody { id name }
        onDutyNow { id name }
      }
      ... on UserError { message }
    }
  }
`);

export type RosterPreview = Extract<
  ResultOf<typeof rosterPreviewQuery>['rosterPreview'],
  { __typename: 'RosterPreview' }
>;
export type Turn = RosterPreview['turns'][number];
