/** How customers found what came of their complaints: read by its page. */
import { graphql } from '../../graphql.ts';
import type { ResultOf, VariablesOf } from '../../graphql.ts';

const figure = graphql(`
  fragment SurveyFigureFields on SurveyFigure @_unmask {
    handler { id name }
    department { id code nameZh nameEn shortName }
    category { code nameZh nameEn }
    asked answered givenUp outcome handling satisfiedPercent satisfiedOfAllPercent reopened isFew
  }
`);

export const surveyFiguresQuery = graphql(
  `
    query SurveyFigures($from: DateTime!, $before: DateTime!, $by: SurveyGrouping!) {
      surveyFigures(from: $from, before: $before, by: $by) {
        total { ...SurveyFigureFields }
        groups { ...SurveyFigureFields }
      }
    }
  `,
  [figure],
);

export type SurveyGrouping = VariablesOf<typeof surveyFiguresQuery>['by'];
export type SurveyFiguresData = ResultOf<typeof surveyFiguresQuery>['surveyFigures'];
export type SurveyFigureData = SurveyFiguresData['total'];
