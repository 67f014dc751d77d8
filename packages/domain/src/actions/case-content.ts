/** The columns of a complaint that tell of the content of its round: what a round begins with. */
import type { TableRows } from '../events/tables.ts';

/** Nothing found, nothing offered, nobody asked. */
export const NO_CONTENT = {
  validity: 'UNDETERMINED',
  rootCauseCode: null,
  reportedAt: null,
  consultedAt: null,
  offeredAt: null,
  resolutionsAgreed: 0,
  resolutionsUnapproved: 0,
  resolutionsOpen: 0,
  surveyedAt: null,
  surveyScore: null,
  surveyGivenUpAt: null,
  finalAnsweredAt: null,
  summarisedAt: null,
} as const satisfies Partial<TableRows['complaint']>;
