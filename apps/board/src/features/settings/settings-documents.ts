import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';

const stepFields = graphql(`
  fragment LadderStepFields on LadderStep @_unmask {
    afterMinutes
    roles
    members { id name isActive roles }
    supervise
    onlyCategories
    categories { code nameZh nameEn isArchived }
  }
`);

const valueFields = graphql(
  `
  fragment PolicyValueFields on PolicyValue @_unmask {
    __typename
    ... on DeadlinePolicy {
      minutes { urgent important general }
      runsIn { urgent important general }
      warnPercent
    }
    ... on LimitsPolicy {
      openDuties
      openPromises
      holdDays
      holdsWithoutApproval
      contestedAfterDeclines
      appealHours
      unjustifiedDeclinesPercent
      groupOwnerFrom
    }
    ... on DesksPolicy { intake coordination national }
    ... on CriteriaPolicy { required }
    ... on StageNamePolicy { zh en }
    ... on CalendarPolicy {
      nameZh
      nameEn
      timeZone
      week { weekday spans { from to } }
      holidays
      makeUp { from to }
      days { day name spans { from to } }
    }
    ... on LadderPolicy {
      urgent { ...LadderStepFields }
      important { ...LadderStepFields }
      general { ...LadderStepFields }
    }
    ... on QuietHoursPolicy { quietFrom: from quietTo: to quietZone: timeZone }
    ... on RosterPolicy {
      timeZone
      shifts { weekday from to members { id name isActive roles } }
      exceptions { from to members { id name isActive roles } }
    }
    ... on TriagePolicy { injury legal press publicChannels tiers angryWords }
    ... on RegulatorPolicy { accept12315 answer12315 accept12345 answer12345 acceptOther answerOther }
    ... on WipLimitPolicy { column department departments { departmentCode limit } enforced }
    ... on SurveyPolicy { firstReminderHours secondReminderHours expiryHours reopenAtOrBelow maxReopenings }
    ... on RetentionPolicy { months legalMonths }
    ... on CompensationPolicy { currency lines { kind basis value } }
    ... on ApprovalPolicy { currency steps { role aboveMinor } giftAboveMinor }
    ... on CustomerMessagePolicy { isOn zhTold: zh enTold: en }
    ... on ContactTemplatePolicy { purpose nameZh nameEn textZh: zh textEn: en }
    ... on DutyTemplatePolicy {
      duties {
        departmentCode
        department { id code nameZh nameEn isArchived }
        what
        whatEn
        minutes
        owner
      }
    }
  }
`,
  [stepFields],
);

const policyFields = graphql(
  `
  fragment PolicyFields on Policy @_unmask {
    id
    kind
    key
    version
    origin
    validFrom
    reason
    changedBy { id name }
    value { ...PolicyValueFields }
  }
`,
  [valueFields],
);

export const policiesQuery = graphql(
  `
    query Policies($kind: PolicyKind!) {
      policies(kind: $kind) {
        ...PolicyFields
        default { ...PolicyValueFields }
      }
    }
  `,
  [policyFields, valueFields],
);

export const historyQuery = graphql(
  `
    query PolicyHistory($kind: PolicyKind!, $key: String!, $first: Int!) {
      policy(kind: $kind, key: $key) {
        id
        history(first: $first) {
          nodes { ...PolicyFields }
          pageInfo { hasNextPage }
        }
      }
    }
  `,
  [policyFields],
);

/** What the choice of a calendar, and the worth of a working day, follow from. */
export const calendarsQuery = graphql(`
  query Calendars {
    calendars: policies(kind: CALENDAR) {
      id
      key
      value {
        __typename
        ... on CalendarPolicy { nameZh nameEn timeZone week { weekday spans { from to } } }
      }
    }
    desks: policy(kind: DESKS, key: "COMPANY") {
      id
      value { __typename ... on DesksPolicy { intake coordination national } }
    }
  }
`);

/** What a change of settings would do, to a policy or to a department's hours. */
export const previewFields = graphql(`
  fragment PreviewFields on PolicyPreview @_unmask {
    complaints
    clocks
    earlier
    later
    overdue
    ahead
    begun
    groups { kind clocks earlier later overdue department { id code nameZh nameEn shortName } }
  }
`);

export const previewQuery = graphql(
  `
    query PolicyPreview($input: PolicyPreviewInput!) {
      policyPreview(input: $input) {
        __typename
        ... on PolicyPreview { ...PreviewFields }
        ... on UserError { code message }
        ... on InvalidInputError { issues { path message } }
      }
    }
  `,
  [previewFields],
);

export const policySetMutation = graphql(`
  mutation SetPolicy($input: PolicySetInput!) {
    policySet(input: $input) {
      __typename
      ... on PolicySetPayload { policy { id version } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export const policyResetMutation = graphql(`
  mutation ResetPolicy($input: PolicyResetInput!) {
    policyReset(input: $input) {
      __typename
      ... on PolicyResetPayload { policy { id version } cursor }
      ... on UserError { code message }
      ... on InvalidInputError { issues { path message } }
    }
  }
`);

export type PolicyEntry = ResultOf<typeof policiesQuery>['policies'][number];
/** A version of a policy, as its history lists it. */
export type PolicyVersion = Omit<PolicyEntry, 'default'>;
export type PolicyKind = PolicyEntry['kind'];
type Previewed = Extract<ResultOf<typeof previewQuery>['policyPreview'], { __typename: 'PolicyPreview' }>;
/** What a change would do; a department's moves clocks only. */
export type PolicyEffect = Omit<Previewed, 'ahead' | 'begun'> & Partial<Pick<Previewed, 'ahead' | 'begun'>>;
