/** The acts that lead back, past the board: what they changed comes to whoever shows it by the stream. */
import { graphql } from '../../graphql.ts';

export const moveBack = graphql(`
  mutation MoveBack($input: ComplaintMoveInput!) {
    complaintMove(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const assignBack = graphql(`
  mutation AssignBack($input: ComplaintAssignInput!) {
    complaintAssign(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const gradeBack = graphql(`
  mutation GradeBack($input: ComplaintRouteInput!) {
    complaintRoute(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const factsBack = graphql(`
  mutation FactsBack($input: FactsSetInput!) {
    factsSet(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const handoffBack = graphql(`
  mutation HandoffBack($input: HandoffWithdrawInput!) {
    handoffWithdraw(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const holdBack = graphql(`
  mutation HoldBack($input: ComplaintResumeInput!) {
    complaintResume(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const holdRequestBack = graphql(`
  mutation HoldRequestBack($input: HoldRefuseInput!) {
    holdRefuse(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const supervisionBack = graphql(`
  mutation SupervisionBack($input: ComplaintSuperviseEndInput!) {
    complaintSuperviseEnd(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const dutyBack = graphql(`
  mutation DutyBack($input: DutyWaiveInput!) {
    dutyWaive(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const groupAddBack = graphql(`
  mutation GroupAddBack($input: GroupRemoveInput!) {
    groupRemove(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const groupRemoveBack = graphql(`
  mutation GroupRemoveBack($input: GroupAddInput!) {
    groupAdd(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const itemDropBack = graphql(`
  mutation ItemDropBack($input: MeetingItemRestoreInput!) {
    meetingItemRestore(input: $input) {
      __typename
      ... on UserError { code message }
      ... on InvalidInputError { issues { message } }
    }
  }
`);

export const topicRemoveBack = graphql(`
  mutation TopicRemoveBack($input: MeetingTopicRestoreInput!) {
    meetingTopicRestore(input: $input) {
      __typename
      ... on UserError { code message }
      ... on InvalidInputError { issues { message } }
    }
  }
`);

export const viewPutBack = graphql(`
  mutation ViewPutBack($input: SavedViewRemoveInput!) {
    savedViewRemove(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const viewRemoveBack = graphql(`
  mutation ViewRemoveBack($input: SavedViewRestoreInput!) {
    savedViewRestore(input: $input) { __typename ... on UserError { code message } }
  }
`);

export const beginWithBack = graphql(`
  mutation BeginWithBack($input: SavedViewBeginWithInput!) {
    savedViewBeginWith(input: $input) { __typename ... on UserError { code message } }
  }
`);
