import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

export const calendarYearQuery = graphql(`
  query CalendarYear($input: CalendarYearInput!) {
    calendarYear(input: $input) {
      __typename
      ... on CalendarYear {
        days { day kind nameZh nameEn spans { from to } }
        holidaysKnownThrough
      }
      ... on UserError { code message }
    }
  }
`);

export const holidayPlacesQuery = graphql(`
  query HolidayPlaces {
    holidayPlaces { code country name }
  }
`);

export const calendarImportQuery = graphql(`
  query ImportCalendar($input: CalendarImportInput!) {
    calendarImport(input: $input) {
      __typename
      ... on CalendarImport {
        days { day name }
        skipped { reason count }
      }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

const previewDay = graphql(`
  fragment PreviewDayFields on CalendarPreviewDay @_unmask {
    day
    kind
    nameZh
    nameEn
    spans { from to minutes }
  }
`);

export const calendarPreviewQuery = graphql(
  `
    query PreviewCalendar($input: CalendarPreviewInput!) {
      calendarPreview(input: $input) {
        __typename
        ... on CalendarPreview {
          dueAt
          holidaysKnownThrough
          days { ...PreviewDayFields }
        }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [previewDay],
);

export const deadlinePreviewQuery = graphql(
  `
    query PreviewDeadline($input: DeadlinePreviewInput!) {
      deadlinePreview(input: $input) {
        __typename
        ... on DeadlinePreview {
          dueAt
          minutes
          runsIn
          holidaysKnownThrough
          calendar { id key value { __typename ... on CalendarPolicy { nameZh nameEn timeZone } } }
          days { ...PreviewDayFields }
        }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [previewDay],
);

export type SpecialDay = Extract<
  ResultOf<typeof calendarYearQuery>['calendarYear'],
  { __typename: 'CalendarYear' }
>['days'][number];
export type PreviewDay = ResultOf<typeof previewDay>;
export type Imported = Extract<
  ResultOf<typeof calendarImportQuery>['calendarImport'],
  { __typename: 'CalendarImport' }
>;
