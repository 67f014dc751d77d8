/** What may be done to a meeting. The picture of it comes by its stream; an answer only says whether it was done. */
import { graphql } from '../../graphql.ts';

export const meetingStartMutation = graphql(`
  mutation StartMeeting($input: MeetingStartInput!) {
    meetingStart(input: $input) {
      __typename
      ... on MeetingStartPayload { meeting { id } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const seriesPutMutation = graphql(`
  mutation PutMeetingSeries($input: MeetingSeriesPutInput!) {
    meetingSeriesPut(input: $input) {
      __typename
      ... on MeetingSeriesPutPayload { series { id } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const seriesArchiveMutation = graphql(`
  mutation ArchiveMeetingSeries($input: MeetingSeriesArchiveInput!) {
    meetingSeriesArchive(input: $input) {
      __typename
      ... on MeetingSeriesArchivePayload { series { id } cursor }
      ... on UserError { code message }
    }
  }
`);

export const itemAddMutation = graphql(`
  mutation AddMeetingItem($input: MeetingItemAddInput!) {
    meetingItemAdd(input: $input) {
      __typename
      ... on MeetingItemAddPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const itemMoveMutation = graphql(`
  mutation MoveMeetingItem($input: MeetingItemMoveInput!) {
    meetingItemMove(input: $input) {
      __typename
      ... on MeetingItemMovePayload { cursor }
      ... on UserError { code message }
    }
  }
`);

export const itemDropMutation = graphql(`
  mutation DropMeetingItem($input: MeetingItemDropInput!) {
    meetingItemDrop(input: $input) {
      __typename
      ... on MeetingItemDropPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const agendaRenewMutation = graphql(`
  mutation RenewMeetingAgenda($input: MeetingAgendaRenewInput!) {
    meetingAgendaRenew(input: $input) {
      __typename
      ... on MeetingAgendaRenewPayload { cursor }
      ... on UserError { code message }
    }
  }
`);

export const focusMutation = graphql(`
  mutation FocusMeeting($input: MeetingFocusInput!) {
    meetingFocus(input: $input) {
      __typename
      ... on MeetingFocusPayload { cursor }
      ... on UserError { code message }
    }
  }
`);

export const presentMutation = graphql(`
  mutation PresentMeeting($input: MeetingPresentInput!) {
    meetingPresent(input: $input) {
      __typename
      ... on MeetingPresentPayload { cursor }
      ... on UserError { code message }
    }
  }
`);

export const decideMutation = graphql(`
  mutation DecideInMeeting($input: MeetingDecideInput!) {
    meetingDecide(input: $input) {
      __typename
      ... on MeetingDecidePayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const concludeMutation = graphql(`
  mutation ConcludeMeetingItem($input: MeetingItemConcludeInput!) {
    meetingItemConclude(input: $input) {
      __typename
      ... on MeetingItemConcludePayload { cursor }
      ... on UserError { code message }
    }
  }
`);

export const joinMutation = graphql(`
  mutation JoinMeeting($input: MeetingJoinInput!) {
    meetingJoin(input: $input) {
      __typename
      ... on MeetingJoinPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const leaveMutation = graphql(`
  mutation LeaveMeeting($input: MeetingLeaveInput!) {
    meetingLeave(input: $input) {
      __typename
      ... on MeetingLeavePayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const endMutation = graphql(`
  mutation EndMeeting($input: MeetingEndInput!) {
    meetingEnd(input: $input) {
      __typename
      ... on MeetingEndPayload { cursor }
      ... on UserError { code message }
    }
  }
`);

export const confirmMutation = graphql(`
  mutation ConfirmMinutes($input: MinutesConfirmInput!) {
    minutesConfirm(input: $input) {
      __typename
      ... on MinutesConfirmPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const objectMutation = graphql(`
  mutation ObjectToMinutes($input: MinutesObjectInput!) {
    minutesObject(input: $input) {
      __typename
      ... on MinutesObjectPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const decisionAmendMutation = graphql(`
  mutation AmendMeetingDecision($input: MeetingDecisionAmendInput!) {
    meetingDecisionAmend(input: $input) {
      __typename
      ... on MeetingDecisionAmendPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const decisionWithdrawMutation = graphql(`
  mutation WithdrawMeetingDecision($input: MeetingDecisionWithdrawInput!) {
    meetingDecisionWithdraw(input: $input) {
      __typename
      ... on MeetingDecisionWithdrawPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const decisionFulfilMutation = graphql(`
  mutation FulfilMeetingDecision($input: MeetingDecisionFulfilInput!) {
    meetingDecisionFulfil(input: $input) {
      __typename
      ... on MeetingDecisionFulfilPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const topicAddMutation = graphql(`
  mutation AddMeetingTopic($input: MeetingTopicAddInput!) {
    meetingTopicAdd(input: $input) {
      __typename
      ... on MeetingTopicAddPayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const topicRemoveMutation = graphql(`
  mutation RemoveMeetingTopic($input: MeetingTopicRemoveInput!) {
    meetingTopicRemove(input: $input) {
      __typename
      ... on MeetingTopicRemovePayload { cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const dateMoveMutation = graphql(`
  mutation MeetingDateMove($input: MeetingDateMoveInput!) {
    meetingDateMove(input: $input) {
      __typename
      ... on MeetingDateMovePayload { series { id } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const dateCallOffMutation = graphql(`
  mutation MeetingDateCallOff($input: MeetingDateCallOffInput!) {
    meetingDateCallOff(input: $input) {
      __typename
      ... on MeetingDateCallOffPayload { series { id } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const datePutBackMutation = graphql(`
  mutation MeetingDatePutBack($input: MeetingDatePutBackInput!) {
    meetingDatePutBack(input: $input) {
      __typename
      ... on MeetingDatePutBackPayload { series { id } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);
