import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';
import { previewFields } from './settings-documents.ts';

export const departmentsQuery = graphql(`
  query SettingsDepartments {
    departments(includeArchived: true) {
      id
      code
      nameZh
      nameEn
      shortName
      position
      calendarCode
      isArchived
      heads { id name }
      deputies { id name }
      members { id }
    }
  }
`);

export const departmentPreviewQuery = graphql(
  `
    query DepartmentPreview($input: DepartmentPreviewInput!) {
      departmentPreview(input: $input) {
        __typename
        ... on PolicyPreview { ...PreviewFields }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [previewFields],
);

export const departmentSetMutation = graphql(`
  mutation SetDepartment($input: DepartmentSetInput!) {
    departmentSet(input: $input) {
      __typename
      ... on DepartmentSetPayload { department { id calendarCode } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export type DepartmentRow = ResultOf<typeof departmentsQuery>['departments'][number];
