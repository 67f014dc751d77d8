/** What the screens of meetings ask for. */
import { graphql } from '../../graphql.ts';
import type { ResultOf } from '../../graphql.ts';
import { deadlineFields, departmentFields, holdFields } from '../complaint/complaint-documents.ts';
import type { TimelineEvent } from '../complaint/use-timeline.ts';
import { contentStory, resolutionStory, specialStory, wayStory, workStory } from '../complaint/timeline-documents.ts';

const decisionFields = graphql(`
  fragment MeetingDecisionFields on MeetingDecision @_unmask {
    id meetingId at text title dueAt amendedAt doneAt doneNote viewerMayFulfil
    by { id name }
    owner { id name }
    complaint { id number }
  }
`);

const itemFields = graphql(
  `
    fragment MeetingItemFields on MeetingItem @_unmask {
      id isComplaint title note reasons outcome spentSeconds
      askedBy { id name }
      complaint { id number revision subject severity stage isBreached department { ...DepartmentFields } }
      shown { number subject severity stage isBreached department { ...DepartmentFields } }
      decisions { ...MeetingDecisionFields }
    }
  `,
  [departmentFields, decisionFields],
);

/** The complaint in focus for who does not see it but takes part. */
const shownInFocusFields = graphql(
  `
    fragment ShownInFocusFields on ShownInFocus @_unmask {
      number subject description demand channel severity stage stageSince receivedAt
      category { code nameZh nameEn }
      department { ...DepartmentFields }
      assignee { id name }
      nextDeadline { ...DeadlineFields }
      pendingHandoff { id reason from { ...DepartmentFields } to { ...DepartmentFields } }
      declinedBy { ...DepartmentFields }
      hold { ...HoldFields }
      duties { id what whatEn dueAt doneAt waivedAt department { ...DepartmentFields } owner { id name } }
    }
  `,
  [departmentFields, deadlineFields, holdFields],
);

const frameFields = graphql(
  `
    fragment MeetingFrame on Meeting @_unmask {
      id number name purpose phase startedAt endedAt isAbandoned itemMinutes focusedAt confirmedAt objectionsUntil
      host { id name isActive }
      presenter { id name isActive }
      confirmedBy { id name }
      focus { id }
      members { id name }
      shown { ...ShownInFocusFields }
      attendance { joinedAt leftAt wasAsked member { id name } standsInFor { id name } }
      objections { at text by { id name } }
      followUps { id what whatEn dueAt doneAt waivedAt department { ...DepartmentFields } owner { id name } }
      carriedDecisions { ...MeetingDecisionFields }
      viewerCan { lead present join confirm object }
    }
  `,
  [departmentFields, decisionFields, shownInFocusFields],
);

/** What was done, as the complaint's own story tells it: its words are those of the drawer. */
const doneFields = graphql(
  `
    fragment MeetingDone on ComplaintEvent @_unmask {
      __typename cursor occurredAt recordedAt
      complaint { id number }
      actor { __typename ... on Member { id name } ... on Integration { id name } ... on CustomerActor { label } }
      ...ContentStory
      ...ResolutionStory
      ...SpecialStory
      ...WayStory
      ...WorkStory
    }
  `,
  [contentStory, resolutionStory, specialStory, wayStory, workStory],
);

export const meetingEventsSubscription = graphql(
  `
    subscription MeetingEvents($id: ID!) {
      meetingEvents(id: $id) {
        ...MeetingFrame
        items { ...MeetingItemFields done { ...MeetingDone } }
      }
    }
  `,
  [frameFields, itemFields, doneFields],
);

// Named piece by piece: the type of the whole document is more than the compiler follows.
export interface MeetingItemView extends ResultOf<typeof itemFields> {
  done: readonly TimelineEvent[];
}

export interface MeetingView extends ResultOf<typeof frameFields> {
  items: readonly MeetingItemView[];
}

export interface MeetingTold {
  meetingEvents: MeetingView | null;
}

export type ShownComplaintView = NonNullable<MeetingItemView['shown']>;
export type ShownInFocusView = ResultOf<typeof shownInFocusFields>;
export type DecisionView = ResultOf<typeof decisionFields>;
export type FollowUp = MeetingView['followUps'][number];

const dateFields = graphql(`
  fragment MeetingDateFields on MeetingDate @_unmask {
    day plannedAt at revision reason
    changedBy { id name }
  }
`);

export type DateView = ResultOf<typeof dateFields>;

export const meetingsQuery = graphql(
  `
  query Meetings {
    meetings { id name phase startedAt endedAt host { id name } }
    meetingSeries {
      id revision name purpose standingItems itemMinutes nextAt remindMinutes viewerMayChange
      dates { ...MeetingDateFields }
      members { id name }
      rhythm { weekday startsAt timeZone }
      topics { id }
    }
  }
`,
  [dateFields],
);

export const seriesQuery = graphql(
  `
  query MeetingSeriesPrepared($id: ID!) {
    meetingSeries(id: $id) {
      id name purpose standingItems nextAt viewerMayChange viewerMayPrepare
      members { id name }
      rhythm { weekday startsAt timeZone }
      dates { ...MeetingDateFields }
      topics {
        id isComplaint title note viewerMayRemove
        by { id name }
        complaint { id number subject severity }
      }
      agenda { reasons complaint { id number subject severity } }
    }
  }
`,
  [dateFields],
);

export type PreparedSeries = ResultOf<typeof seriesQuery>['meetingSeries'][number];

export type MeetingListed = ResultOf<typeof meetingsQuery>['meetings'][number];
export type SeriesView = ResultOf<typeof meetingsQuery>['meetingSeries'][number];

export const sameCauseQuery = graphql(`
  query MeetingSameCause($number: String!) {
    complaint(by: { number: $number }) { id sameCause { id number subject severity stage } }
  }
`);

export const colleaguesQuery = graphql(`
  query MeetingColleagues($search: String!) {
    members(search: $search, meets: true, first: 50) { nodes { id name } }
  }
`);

export const colleaguesNamedQuery = graphql(`
  query MeetingColleaguesNamed($ids: [ID!]!) {
    nodes(ids: $ids) { __typename ... on Member { id name } }
  }
`);
