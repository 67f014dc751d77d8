import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

/** The newest complaints that a text finds: a number or its beginning, words of what it is about, an order. */
export const paletteSearch = graphql(`
  query PaletteSearch($text: String!, $first: Int!) {
    complaints(filter: { text: $text }, first: $first) {
      nodes { id number subject severity stage department { code nameZh nameEn shortName } }
    }
  }
`);

export type Found = ResultOf<typeof paletteSearch>['complaints']['nodes'][number];

/** Whose number or address this is, masked, and what they complained of; `complaint` only where the viewer sees it. */
export const paletteLookUp = graphql(`
  query PaletteLookUp($by: CustomerLookupBy!) {
    customerLookup(by: $by) {
      __typename
      ... on CustomerLookup {
        customers { id name phone }
        cases { number subject severity stage department { code nameZh nameEn shortName } complaint { id } }
        totalCount
      }
      ... on UserError { code message }
    }
  }
`);

export type LookedUp = Extract<ResultOf<typeof paletteLookUp>['customerLookup'], { __typename: 'CustomerLookup' }>;
