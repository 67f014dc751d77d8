import { graphql } from '../../graphql.ts';
import { contactFields, deadlineFields, departmentFields, handoffFields } from './complaint-documents.ts';

// In parts: the types of one document as long as all of it are more than the compiler follows.
export const contentStory = graphql(`
  fragment ContentStory on ComplaintEvent @_unmask {
    ... on InvestigationReported { investigation { id report { conclusion } } }
    ... on ValidityDecided { validity investigation { id validityReason } }
    ... on ResponsibilityDecided { investigation { id } }
    ... on RootCauseSet { rootCause { nameZh nameEn } investigation { id rootCauseNote } }
    ... on ConsultationRecorded { consultation { id decision members { id name } } }
    ... on VisitPlanned { visit { id at place visitors { id name } } }
    ... on VisitEnded { visit { id state record } }
    ... on ClosingSummaryWritten { investigation { id summary } }
    ... on ConcernedMembersSet { concerned { id name } }
    ... on AttachmentAdded { attachment { id name note } }
    ... on AttachmentRemoved { reason attachment { id name } }
    ... on SurveyAsked { survey { id expiresAt } }
    ... on SurveyReminded { reminder }
    ... on SurveyGivenUp { survey { id } }
    ... on CustomerMessageSent { message { id point via } }
    ... on CustomerMessageFailed { message { id point problem } }
    ... on SurveyAttempted { note }
    ... on SurveyAnswered { outcomeScore handlingScore via isLow survey { id comment } }
    ... on FinalAnswerRequested { finalAnswer { id reviewer { id name } } }
    ... on FinalAnswerRejected { finalAnswer { id reason } }
    ... on FinalAnswerGiven { finalAnswer { id text } }
  }
`);
export const resolutionStory = graphql(`
  fragment ResolutionStory on ComplaintEvent @_unmask {
    ... on ResolutionProposed { byCustomer resolution { id what kind amount { minor currency } } }
    ... on ResolutionOffered { answerUntil resolutions { id what kind amount { minor currency } } }
    ... on ResolutionAnswered { accepted by resolution { id answerNote kind amount { minor currency } } }
    ... on ResolutionCarriedOut { resolution { id proofNote kind amount { minor currency } } }
    ... on ComplaintSettled { settledBy { id kind amount { minor currency } } }
    ... on ResolutionWithdrawn { withdrawnBecause reason resolution { id kind amount { minor currency } } }
    ... on ApprovalAsked { role resolution { id kind amount { minor currency } } }
    ... on ApprovalDecided { approved approval { id reason } resolution { id kind amount { minor currency } } }
  }
`);

export const specialStory = graphql(`
  fragment SpecialStory on ComplaintEvent @_unmask {
    ... on RegulatorCaseSet { agency isNew }
    ... on RegulatorAnswerWritten { answer { id text } }
    ... on RegulatorAnswerReviewed { approved answer { id reason } }
    ... on RegulatorAnswerSent { answer { id text } }
    ... on RegulatorOutcomeRecorded { outcome }
    ... on RepliesHeld { byItself reason }
    ... on RepliesReleased { reason }
    ... on ReplyDrafted { reply { id text } }
    ... on ReplyDecided { approved reply { id text reason } }
    ... on DemandMarked { mark { id reason until } }
    ... on DemandMarkDecided { approved mark { id decisionReason } }
    ... on DemandUnmarked { reason }
  }
`);

export const wayStory = graphql(
  `
  fragment WayStory on ComplaintEvent @_unmask {
    ... on ComplaintRouted {
      reason
      fromDepartment { ...DepartmentFields }
      toDepartment { ...DepartmentFields }
      rule { id name }
    }
    ... on ComplaintClaimed { department { ...DepartmentFields } }
    ... on ComplaintMoved { fromStage toStage reason override waived }
    ... on SeverityChanged { fromSeverity toSeverity }
    ... on ComplaintAssigned { fromAssignee { id name } toAssignee { id name } }
    ... on ComplaintTriaged { proposedSeverity triageReasons }
    ... on FactsCorrected { facts }
    ... on ContactRecorded { contact { ...ContactFields } }
    ... on CommentAdded { text }
    ... on HandoffRequested { handoff { ...HandoffFields } }
    ... on HandoffAccepted { handoff { ...HandoffFields } }
    ... on HandoffDeclined { handoff { ...HandoffFields } }
    ... on HandoffWithdrawn { handoff { ...HandoffFields } }
    ... on ComplaintContested { declines { id to { ...DepartmentFields } } }
    ... on ComplaintRuled { ruling { id reason department { ...DepartmentFields } } }
    ... on RulingAppealed { ruling { id appealReason department { ...DepartmentFields } } }
    ... on AppealDecided {
      overturned
      department { ...DepartmentFields }
      ruling { id decisionReason }
    }
  }
`,
  [departmentFields, contactFields, handoffFields],
);
export const workStory = graphql(
  `
  fragment WorkStory on ComplaintEvent @_unmask {
    ... on DutyGiven { duty { id what whatEn dueAt department { ...DepartmentFields } } }
    ... on DutyDone { duty { id what whatEn note department { ...DepartmentFields } } }
    ... on DutyWaived { duty { id what whatEn note department { ...DepartmentFields } } }
    ... on DutyAssigned {
      duty { id what whatEn department { ...DepartmentFields } }
      toMember { id name }
    }
    ... on DutyLinesSkipped { category { code nameZh nameEn } lines skippedFor }
    ... on HoldRequested { hold { id reason until } }
    ... on HoldRefused { reason hold { id } }
    ... on ComplaintHeld { hold { id reason until } }
    ... on ComplaintResumed { early note hold { id } }
    ... on PromiseMade { promise { id what dueAt } }
    ... on PromiseKept { note promise { id what } }
    ... on PromiseReleased { reason promise { id what } }
    ... on ClocksRecomputed { recomputedFor: reason clocks { kind dueFrom dueTo } }
    ... on DeadlineApproaching { deadline { ...DeadlineFields } }
    ... on ComplaintEscalated {
      level reason
      missedDeadline { id kind }
      members { id name }
    }
    ... on EscalationTaken { note }
    ... on ComplaintUrged { text handlingDepartment { ...DepartmentFields } }
    ... on SupervisionBegan { reason supervisor { id name } }
    ... on SupervisionEnded { because note }
    ... on GroupChanged { added removed }
    ... on GroupJoined { parent { id number } }
    ... on GroupLeft { parent { id number } }
    ... on GroupLineSet { line }
    ... on ComplaintMerged { into { id number } reason }
    ... on ComplaintAbsorbed { merged { id number } }
    ... on CustomerRevealed { revealedFor note }
    ... on ErasureRequested { ground reason }
    ... on ErasureRefused { reason }
    ... on CustomerErased { ground }
    ... on DeadlineBreached { deadline { ...DeadlineFields } }
  }
`,
  [departmentFields, deadlineFields],
);

/** A page of a complaint's story, newest first. Event types that come later still have their time and their author. */
export const timelineQuery = graphql(
  `
    query ComplaintTimeline($number: String!, $first: Int!, $after: String) {
      complaint(by: { number: $number }) {
        id
        timeline(first: $first, after: $after) {
          nodes {
            __typename
            cursor
            occurredAt
            recordedAt
            change
            takesBack
            complaint { id number }
            actor {
              __typename
              ... on Member { id name }
              ... on Integration { id name }
              ... on CustomerActor { label }
            }
            ...ContentStory
            ...ResolutionStory
            ...SpecialStory
            ...WayStory
            ...WorkStory
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [contentStory, resolutionStory, specialStory, wayStory, workStory],
);
