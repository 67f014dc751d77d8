/** What the drawer asks for, and the shapes that its parts share. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

export const departmentFields = graphql(`
  fragment DepartmentFields on Department @_unmask { id code nameZh nameEn shortName }
`);

export const handoffFields = graphql(
  `
    fragment HandoffFields on Handoff @_unmask {
      id state round reason requestedAt answeredAt answerReason declinePreset unjustified
      requestedBy { id name }
      answeredBy { id name }
      from { ...DepartmentFields }
      to { ...DepartmentFields }
      belongsTo { ...DepartmentFields }
    }
  `,
  [departmentFields],
);

export const deadlineFields = graphql(
  `
    fragment DeadlineFields on Deadline @_unmask {
      id kind state startedAt dueAt metAt endedAt isBreached breachedAt round
      department { ...DepartmentFields }
    }
  `,
  [departmentFields],
);

export const contactFields = graphql(`
  fragment ContactFields on Contact @_unmask {
    id channel direction summary toCustomer confirmsFacts at round
    by { id name }
    attachments { id }
  }
`);

export const rulingFields = graphql(
  `
    fragment RulingFields on Ruling @_unmask {
      id reason ruledAt appealUntil appealState appealReason decisionReason
      ruledBy { id name }
      appealedBy { id name }
      decidedBy { id name }
      department { ...DepartmentFields }
      overturnedTo { ...DepartmentFields }
      viewerCan { appeal decide }
    }
  `,
  [departmentFields],
);

export const escalationFields = graphql(`
  fragment EscalationFields on Escalation @_unmask {
    id state level round startedAt nextAt endedAt
    deadline { id kind }
    members { id name }
    by { id name }
    takenBy { id name }
  }
`);

export const holdFields = graphql(`
  fragment HoldFields on Hold @_unmask {
    id state reason until requestedAt
    requestedBy { id name }
  }
`);

/** The whole complaint except its timeline, which is paged. Every mutation of the drawer answers with it. */
export const complaintDetail = graphql(
  `
    fragment ComplaintDetail on Complaint @_unmask {
      id number version revision round kind channel severity stage
      subject description demand place about consequences
      category { code nameZh nameEn parent { code nameZh nameEn } }
      department { ...DepartmentFields }
      routedBy { id name }
      isClaimed claimedAt
      claimedBy { id name }
      assignee { id name }
      processOwner { id name }
      registrar { id name }
      factsConfirmedAt firstContactAt unmet
      customer { id name phone email region tier group }
      external { source id }
      occurredAt receivedAt stageSince closedAt
      isBreached mine
      nextDeadline { ...DeadlineFields }
      deadlines(first: 30) { nodes { ...DeadlineFields } }
      pendingHandoff { ...HandoffFields }
      contestedAt
      declines { ...HandoffFields }
      ruling { ...RulingFields }
      supervisedAt urgeCount urgedAt
      supervisedBy { id name }
      escalation { id }
      escalations(first: 10) { nodes { ...EscalationFields } }
      handoffs(first: 30) { nodes { ...HandoffFields } }
      hold { ...HoldFields }
      givenDuties openDuties attachmentCount
      duties(first: 50) {
        nodes {
          id what whatEn dueAt givenAt doneAt waivedAt note round isFromTemplate
          deadline { id state startedAt dueAt isBreached }
          doneBy { id name }
          waivedBy { id name }
          department { ...DepartmentFields }
          owner { id name }
          givenBy { id name }
        }
      }
      promises(first: 30) {
        nodes {
          id what state dueAt madeAt endedAt
          deadline { id state startedAt dueAt isBreached }
          madeBy { id name }
        }
      }
      concernedMembers { id name }
      investigation {
        id validity validityReason decidedAt rootCauseNote summary summarisedAt
        report { course findings conclusion at by { id name } }
        decidedBy { id name }
        evidence { id }
        rootCause { code nameZh nameEn parent { code nameZh nameEn } }
        responsibility { note department { ...DepartmentFields } }
        summarisedBy { id name }
      }
      visits(first: 10) { nodes { id state at place record recordFile { id } visitors { id name } } }
      consultations(first: 10) { nodes { id at summary decision members { id name } } }
      resolutions(first: 30) {
        nodes {
          id kind state what deviates approval approvalRoles byCustomer proposedAt offeredAt answerUntil isAnswerable
          answeredAt answerNote carryOutBy carriedOutAt proofNote repeatCount round
          proofs { id }
          amount { minor currency }
          standard { minor currency }
          proposedBy { id name }
          carriedOutBy { id name }
          approvals { id step role state decidedAt reason viewerCanDecide decidedBy { id name } }
        }
      }
      contacts(first: 30) { nodes { ...ContactFields } }
      stageOptions {
        stage allowed missing refusal needsReason overridable
        exceeds { limit count department { code nameZh nameEn shortName } }
      }
      viewerCan {
        claim move route assign handOff answerHandoff withdrawHandoff rule contact setFacts comment override
        escalate takeOn urge supervise
        investigate decideResponsibility concern
        hold approveHold refuseHold resume promise resolve survey giveDuty reveal attach
      }
    }
  `,
  [departmentFields, handoffFields, rulingFields, escalationFields, deadlineFields, holdFields, contactFields],
);

export const complaintQuery = graphql(
  `
    query Complaint($number: String!) {
      complaint(by: { number: $number }) { ...ComplaintDetail }
    }
  `,
  [complaintDetail],
);

/** The same of a complaint that is known: a question of its own (use-reading.ts). */
export const complaintAgainQuery = graphql(
  `
    query ComplaintAgain($id: ID!) {
      complaint(by: { id: $id }) { ...ComplaintDetail }
    }
  `,
  [complaintDetail],
);

export type ComplaintView = ResultOf<typeof complaintDetail>;
export type HandoffView = ResultOf<typeof handoffFields>;
export type RulingView = ResultOf<typeof rulingFields>;
export type EscalationView = ResultOf<typeof escalationFields>;
export type DeadlineView = ResultOf<typeof deadlineFields>;
export type ContactView = ResultOf<typeof contactFields>;
export type HoldView = ResultOf<typeof holdFields>;
export type ResolutionView = ComplaintView['resolutions']['nodes'][number];
export type PromiseView = ComplaintView['promises']['nodes'][number];
export type VisitView = ComplaintView['visits']['nodes'][number];
export type DutyView = ComplaintView['duties']['nodes'][number];
export type StageOptionView = ComplaintView['stageOptions'][number];
