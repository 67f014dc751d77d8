import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

export const flowQuery = graphql(`
  query WallFlow($today: DateTime!, $week: DateTime!) {
    today: flowFigures(from: $today) { breached }
    week: flowFigures(from: $week) {
      claim { count inTime meanMinutes targetMinutes }
      resolution { count inTime meanMinutes targetMinutes }
    }
  }
`);

export type Flow = ResultOf<typeof flowQuery>;
