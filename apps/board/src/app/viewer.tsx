import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { graphql } from '../graphql.ts';
import type { ResultOf } from '../graphql.ts';

/** Who is calling. Null before sign-in. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      __typename
      ... on MemberViewer {
        locale
        demo
        member { id name email }
        roles { role department { id code nameZh nameEn shortName } }
        permissions { register lookUp override seesAll audit settings }
        stages {
          stage nameZh nameEn required
          wip { column department departments { departmentCode limit } enforced }
        }
      }
    }
  }
`);

type AnyViewer = NonNullable<ResultOf<typeof viewerQuery>['viewer']>;

/** A signed-in member; the only kind of caller the board has screens for. */
export type Viewer = Extract<AnyViewer, { __typename: 'MemberViewer' }>;

/** Null before sign-in. */
export const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** The signed-in member. Only below the signed-in layout. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (viewer === null) throw new Error('useViewer outside the signed-in part of the app');
  return viewer;
}
