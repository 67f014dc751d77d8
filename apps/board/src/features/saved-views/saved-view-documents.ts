/** What the saved views of the board ask for. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

export const savedViewsQuery = graphql(`
  query SavedViews {
    viewer {
      __typename
      ... on MemberViewer {
        defaultViewId
        savedViews {
          id name search sharing viewerCanChange
          department { code nameZh nameEn shortName }
        }
      }
    }
  }
`);

export const savedViewQuery = graphql(`
  query SavedView($id: ID!) {
    node(id: $id) { __typename ... on SavedView { id search } }
  }
`);

export const savedViewPutMutation = graphql(`
  mutation PutSavedView($input: SavedViewPutInput!) {
    savedViewPut(input: $input) {
      __typename
      ... on SavedViewPutPayload { savedView { id } }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const savedViewRemoveMutation = graphql(`
  mutation RemoveSavedView($input: SavedViewRemoveInput!) {
    savedViewRemove(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const savedViewBeginWithMutation = graphql(`
  mutation BeginWithSavedView($input: SavedViewBeginWithInput!) {
    savedViewBeginWith(input: $input) { __typename ... on UserError { code message } }
  }
`);

type Member = Extract<ResultOf<typeof savedViewsQuery>['viewer'], { __typename: 'MemberViewer' }>;
export type SavedViewEntry = Member['savedViews'][number];
