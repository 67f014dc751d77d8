/**
 * Reads in batches: whatever the fields of one answer ask for in the same moment becomes one statement for each kind.
 * Loaders live as long as one request, or as one execution of a subscription group.
 */
import {
  ATTACHMENTS,
  CONSULTATIONS,
  CONTACTS,
  DEADLINES,
  DUTIES,
  ESCALATIONS,
  HANDOFFS,
  RULINGS,
  VISITS,
  HOLDS,
  PROMISES,
  SURVEYS,
  CUSTOMER_MESSAGES,
  FINAL_ANSWERS,
  REGULATOR_ANSWERS,
  REPLIES,
  DEMAND_MARKS,
  APPROVALS,
  RESOLUTIONS,
  countChildren,
  loadChildPages,
  loadChildren,
  loadStandingEscalations,
} from '@redress/domain/reads/children';
import type { ChildPageRequest, ChildTable } from '@redress/domain/reads/children';
import type {
  AttachmentView,
  ComplaintView,
  ConsultationView,
  ContactView,
  DeadlineView,
  DutyView,
  EscalationView,
  HandoffView,
  RulingView,
  VisitView,
  HoldView,
  InvestigationView,
  PromiseView,
  SurveyView,
  CustomerMessageView,
  FinalAnswerView,
  RegulatorAnswerView,
  RegulatorCaseView,
  ReplyView,
  DemandMarkView,
  ApprovalView,
  ResolutionView,
} from '@redress/domain/reads/complaint-view';
import { loadComplaints, loadDescriptions, loadPersons, visibleCustomers } from '@redress/domain/reads/complaints';
import { parsePage } from '@redress/domain/reads/connection';
import type { Page, PageArgs } from '@redress/domain/reads/connection';
import { loadCountingDeclines, loadCurrentRulings } from '@redress/domain/reads/contests';
import { loadCasesOf } from '@redress/domain/reads/customer-cases';
import type { OtherCase } from '@redress/domain/reads/customer-cases';
import { loadPossibleDuplicates } from '@redress/domain/reads/duplicates';
import type { PossibleDuplicate } from '@redress/domain/reads/duplicates';
import { loadGroups } from '@redress/domain/reads/groups';
import type { GroupView } from '@redress/domain/reads/groups';
import { loadMerged } from '@redress/domain/reads/merged';
import { loadSameCause } from '@redress/domain/reads/same-cause';
import { loadGrants, loadIntegrationNames, loadNotes } from '@redress/domain/reads/names';
import { loadApprovals } from '@redress/domain/reads/approvals';
import { loadLastDeliveries } from '@redress/domain/reads/deliveries';
import type { ChannelDelivery } from '@redress/domain/reads/deliveries';
import { loadDecisions } from '@redress/domain/reads/decisions';
import type { DecisionView } from '@redress/domain/reads/decisions';
import { loadDateChanges, loadSeries } from '@redress/domain/reads/meeting-series';
import type { SeriesView } from '@redress/domain/reads/meeting-series';
import { loadDemandMarks, loadRegulatorCases, loadRegulatorClocks } from '@redress/domain/reads/special-cases';
import { loadStageCounts } from '@redress/domain/reads/stage-counts';
import type { StageCounts } from '@redress/domain/reads/stage-counts';
import { loadTimelines, parseTimelinePage } from '@redress/domain/reads/timeline';
import { loadCurrentInvestigations, loadInvestigations } from '@redress/domain/reads/investigations';
import { loadOwnClocks } from '@redress/domain/reads/own-clock';
import type { ClockSubject } from '@redress/domain/reads/own-clock';
import type { TimelineRequest } from '@redress/domain/reads/timeline';
import type { StoredEvent } from '@redress/domain/events/types';
import type { TableRows } from '@redress/domain/events/tables';
import type { KnownPerson } from '@redress/domain/rules/mask';
import { scopeOf } from '@redress/domain/rules/principal';
import type { Scope } from '@redress/domain/rules/principal';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { Database } from '@redress/prisma/client';
import DataLoader from 'dataloader';

/** Children of complaints, of one kind. */
export interface ChildLoader<T> {
  /** Single rows by id; null for one that is not there. */
  byId: DataLoader<string, T | null>;
  /** A page of a complaint's rows; rejects with PageError when the arguments are wrong. */
  page(complaintId: string, args: PageArgs): Promise<Page<T>>;
  /** How many rows a complaint has. */
  count: DataLoader<string, number>;
}

/**
 * Only `complaint`, `sameCause` and `seesCustomer` ask the scope. The others read what belongs to a complaint that the caller has
 * come by, and therefore sees.
 */
export interface Loaders {
  /** By id; null when it is not there or not in sight. */
  complaint: DataLoader<string, ComplaintView | null>;
  /** By id, in sight or not: for what a meeting shows to who takes part, and nothing else. */
  shown: DataLoader<string, ComplaintView | null>;
  seesCustomer: DataLoader<string, boolean>;
  /** By the stage: how many complaints it holds, in sight or not, of each department. */
  stageCounts: DataLoader<Stage, StageCounts>;
  /** By the customer's id: their cases, in sight or not. */
  casesOf: DataLoader<string, readonly OtherCase[]>;
  /** The ids of others in sight that its root cause has brought about lately. */
  sameCause(complaintId: string, now: Date): Promise<readonly string[]>;
  /** By the survivor's id: what was merged into it, at whatever remove. */
  mergedInto: DataLoader<string, readonly string[]>;
  /** By the parent's id: the group case. */
  group: DataLoader<string, GroupView | null>;
  /** By id: what may be the same matter, in sight or not. */
  duplicates: DataLoader<string, readonly PossibleDuplicate[]>;
  description: DataLoader<string, string>;
  /** By the complaint's id: what is known of who complains, for masking; null when they are anonymous. */
  person: DataLoader<string, KnownPerson | null>;
  /** The text of a note; null when it was erased. */
  note: DataLoader<string, string | null>;
  /** What meetings decided in words; null for what was taken back. Who may read it is decided by who loads it. */
  decision: DataLoader<string, DecisionView | null>;
  /** The series that meetings belong to, whether they go on or not. */
  series: DataLoader<string, SeriesView | null>;
  /** What was said about dates of series. */
  dateChange: DataLoader<string, TableRows['meeting_date'] | null>;
  integrationName: DataLoader<string, string>;
  /** Ids of members and departments that a complaint is granted to. */
  grants: DataLoader<string, readonly string[]>;
  deadlines: ChildLoader<DeadlineView>;
  handoffs: ChildLoader<HandoffView>;
  /** The declines that count towards a complaint's contest, oldest first. */
  countingDeclines: DataLoader<string, HandoffView[]>;
  rulings: ChildLoader<RulingView>;
  /** The newest ruling of the complaint's round; null without one. */
  currentRuling: DataLoader<string, RulingView | null>;
  duties: ChildLoader<DutyView>;
  contacts: ChildLoader<ContactView>;
  holds: ChildLoader<HoldView>;
  promises: ChildLoader<PromiseView>;
  /** Pages and counts are of those that are there; by id, removed ones are found too. */
  attachments: ChildLoader<AttachmentView>;
  investigation: DataLoader<string, InvestigationView | null>;
  /** By the complaint's id: the investigation of its round; null before the first finding. */
  currentInvestigation: DataLoader<string, InvestigationView | null>;
  consultations: ChildLoader<ConsultationView>;
  visits: ChildLoader<VisitView>;
  surveys: ChildLoader<SurveyView>;
  customerMessages: ChildLoader<CustomerMessageView>;
  finalAnswers: ChildLoader<FinalAnswerView>;
  /** By the complaint's id; null for one that is no regulator's case. */
  regulatorCase: DataLoader<string, RegulatorCaseView | null>;
  /** By the complaint or the agency's case that it is about; null without a clock. */
  regulatorClock: DataLoader<ClockSubject, DeadlineView | null>;
  regulatorAnswers: ChildLoader<RegulatorAnswerView>;
  replies: ChildLoader<ReplyView>;
  demandMarks: ChildLoader<DemandMarkView>;
  /** By the customer's id: the marks of their demands, the newest first. */
  demandMarksOf: DataLoader<string, readonly DemandMarkView[]>;
  resolutions: ChildLoader<ResolutionView>;
  approvals: ChildLoader<ApprovalView>;
  /** By the resolution's id: the steps that were asked, in their order. */
  approvalsOf: DataLoader<string, readonly ApprovalView[]>;
  /** The clock of a duty or a promise; null when it has none. */
  ownClock: DataLoader<ClockSubject, DeadlineView | null>;
  escalations: ChildLoader<EscalationView>;
  /** By the complaint's id: what nobody has taken on; null without one. */
  standingEscalation: DataLoader<string, EscalationView | null>;
  /** By the channel's id: what came of its newest message; null before the first. */
  lastDelivery: DataLoader<string, ChannelDelivery | null>;
  /** A page of a complaint's timeline; rejects with PageError when the arguments are wrong. */
  timeline(complaintId: string, args: PageArgs): Promise<Page<StoredEvent>>;
}

const MAX_BATCH = 1_000;

/** Complaints that are at hand: undefined for one that has to be read, null for one that is out of sight. */
export type HeldViews = (id: string, scope: Scope) => ComplaintView | null | undefined;

const NOTHING_HELD: HeldViews = () => undefined;

/** The product's own sight: who is shown something by it is decided by who loads it. */
const EVERYTHING = scopeOf({ kind: 'SYSTEM', name: 'setup' });

async function complaintsOf(
  db: Database,
  scope: Scope,
  held: HeldViews,
  ids: readonly string[],
): Promise<Map<string, ComplaintView | null>> {
  const found = new Map(ids.map((id) => [id, held(id, scope)]));
  const missing = ids.filter((id) => found.get(id) === undefined);
  const read = missing.length === 0 ? new Map<string, ComplaintView>() : byId(await loadComplaints(db, scope, missing));
  return new Map(ids.map((id) => [id, found.get(id) ?? read.get(id) ?? null]));
}

/** What the loaders read from, and for whom. */
interface Source {
  db: Database;
  scope: Scope;
  held: HeldViews;
}

const MAKERS: { [Name in keyof Loaders]: (source: Source) => Loaders[Name] } = {
  complaint: ({ db, scope, held }) => batched((ids) => complaintsOf(db, scope, held, ids), null),
  shown: ({ db }) => batched((ids) => complaintsOf(db, EVERYTHING, NOTHING_HELD, ids), null),
  seesCustomer: ({ db, scope }) =>
    batched(async (ids) => {
      const seen = await visibleCustomers(db, scope, ids);
      return new Map(ids.map((id) => [id, seen.has(id)]));
    }, false),
  stageCounts: ({ db }) => batched<StageCounts, Stage>((stages) => loadStageCounts(db, stages), new Map()),
  casesOf: ({ db }) => batched<readonly OtherCase[]>((ids) => loadCasesOf(db, ids), []),
  sameCause: sameCauses,
  mergedInto: ({ db }) => batched<readonly string[]>((ids) => loadMerged(db, ids), []),
  group: ({ db }) => batched(async (ids) => new Map<string, GroupView | null>(await loadGroups(db, ids)), null),
  duplicates: ({ db }) => new DataLoader((ids) => Promise.all(ids.map((id) => loadPossibleDuplicates(db, id)))),
  description: ({ db }) => batched((ids) => loadDescriptions(db, ids), ''),
  person: ({ db }) => batched<KnownPerson | null>((ids) => loadPersons(db, ids), null),
  note: ({ db }) => batched((ids) => loadNotes(db, ids), null),
  decision: ({ db }) => batched<DecisionView | null>((ids) => loadDecisions(db, ids), null),
  series: ({ db }) => batched<SeriesView | null>((ids) => loadSeries(db, ids), null),
  dateChange: ({ db }) => batched<TableRows['meeting_date'] | null>((ids) => loadDateChanges(db, ids), null),
  integrationName: ({ db }) => batched((ids) => loadIntegrationNames(db, ids), ''),
  grants: ({ db }) => batched<readonly string[]>((ids) => loadGrants(db, ids), []),
  deadlines: ({ db }) => children(db, DEADLINES),
  handoffs: ({ db }) => children(db, HANDOFFS),
  countingDeclines: ({ db }) => batched((ids) => loadCountingDeclines(db, ids), []),
  rulings: ({ db }) => children(db, RULINGS),
  currentRuling: ({ db }) =>
    batched(async (ids) => new Map<string, RulingView | null>(await loadCurrentRulings(db, ids)), null),
  duties: ({ db }) => children(db, DUTIES),
  contacts: ({ db }) => children(db, CONTACTS),
  holds: ({ db }) => children(db, HOLDS),
  promises: ({ db }) => children(db, PROMISES),
  attachments: ({ db }) => children(db, ATTACHMENTS),
  investigation: ({ db }) => batched((ids) => loadInvestigations(db, ids), null),
  currentInvestigation: ({ db }) => batched((ids) => loadCurrentInvestigations(db, ids), null),
  consultations: ({ db }) => children(db, CONSULTATIONS),
  visits: ({ db }) => children(db, VISITS),
  surveys: ({ db }) => children(db, SURVEYS),
  customerMessages: ({ db }) => children(db, CUSTOMER_MESSAGES),
  finalAnswers: ({ db }) => children(db, FINAL_ANSWERS),
  regulatorCase: ({ db }) => batched<RegulatorCaseView | null>((ids) => loadRegulatorCases(db, ids), null),
  regulatorClock: ({ db }) => clocksBy((subjects) => loadRegulatorClocks(db, subjects)),
  regulatorAnswers: ({ db }) => children(db, REGULATOR_ANSWERS),
  replies: ({ db }) => children(db, REPLIES),
  demandMarks: ({ db }) => children(db, DEMAND_MARKS),
  demandMarksOf: ({ db }) => batched<readonly DemandMarkView[]>((ids) => loadDemandMarks(db, ids), []),
  resolutions: ({ db }) => children(db, RESOLUTIONS),
  approvals: ({ db }) => children(db, APPROVALS),
  approvalsOf: ({ db }) => batched<readonly ApprovalView[]>((ids) => loadApprovals(db, ids), []),
  ownClock: ({ db }) => clocksBy((subjects) => loadOwnClocks(db, subjects)),
  escalations: ({ db }) => children(db, ESCALATIONS),
  standingEscalation: ({ db }) => batched<EscalationView | null>((ids) => loadStandingEscalations(db, ids), null),
  lastDelivery: ({ db }) => batched<ChannelDelivery | null>((ids) => loadLastDeliveries(db, ids), null),
  timeline: ({ db }) => timelines(db),
};

/** Each loader is made when it is first asked for: there are many of them, and most operations need one or none. */
class LoadersOfSource {
  private readonly source: Source;
  private readonly made: Partial<Record<keyof Loaders, unknown>> = {};

  constructor(source: Source) {
    this.source = source;
  }

  static {
    for (const name of Object.keys(MAKERS) as (keyof Loaders)[]) {
      Object.defineProperty(this.prototype, name, {
        get(this: LoadersOfSource) {
          return (this.made[name] ??= MAKERS[name](this.source));
        },
      });
    }
  }
}

/** Makes the loaders of a request, or of an execution for everybody of one scope. */
export function createLoaders(db: Database, scope: Scope, held: HeldViews = NOTHING_HELD): Loaders {
  return new LoadersOfSource({ db, scope, held }) as unknown as Loaders;
}

/** Not kept: a row that is read anew after a change has another clock. */
function clocksBy(
  read: (subjects: readonly ClockSubject[]) => Promise<Map<string, DeadlineView>>,
): Loaders['ownClock'] {
  return new DataLoader<ClockSubject, DeadlineView | null>(
    async (subjects) => {
      const found = await read(subjects);
      return subjects.map(({ id }) => found.get(id) ?? null);
    },
    { maxBatchSize: MAX_BATCH, cache: false },
  );
}

function timelines(db: Database): Loaders['timeline'] {
  const pages = new DataLoader<TimelineRequest, Page<StoredEvent>>((requests) => loadTimelines(db, requests), {
    maxBatchSize: MAX_BATCH,
    cache: false,
  });
  return async (complaintId, args) => pages.load({ complaintId, request: parseTimelinePage(args) });
}

/** A batch is asked as of when its first was asked: it is of one moment. */
function sameCauses({ db, scope }: Source): Loaders['sameCause'] {
  const others = new DataLoader<{ id: string; now: Date }, readonly string[]>(
    async (asked) => {
      const found = await loadSameCause(
        db,
        scope,
        asked.map(({ id }) => id),
        asked[0]!.now,
      );
      return asked.map(({ id }) => found.get(id) ?? []);
    },
    { maxBatchSize: MAX_BATCH, cache: false },
  );
  return (id, now) => others.load({ id, now });
}

function children<T extends { id: string; complaintId: string }>(db: Database, table: ChildTable<T>): ChildLoader<T> {
  const pages = new DataLoader<ChildPageRequest, Page<T>>((requests) => loadChildPages(db, table, requests), {
    maxBatchSize: MAX_BATCH,
    // Two fields with the same arguments are rare, and a page is no key to compare.
    cache: false,
  });
  return {
    byId: batched(async (ids) => byId(await loadChildren(db, table, ids)), null),
    page: async (complaintId, { first, after }) =>
      pages.load({ complaintId, request: parsePage(table.name, ['moment', 'id'], { first, after }) }),
    count: batched((ids) => countChildren(db, table, ids), 0),
  };
}

/** A loader over a read that answers with a map; what the map lacks is `absent`. */
function batched<T, Key extends string = string>(
  read: (keys: readonly Key[]) => Promise<Map<Key, T>>,
  absent: T,
): DataLoader<Key, T> {
  return new DataLoader<Key, T>(
    async (ids) => {
      const found = await read(ids);
      return ids.map((id) => found.get(id) ?? absent);
    },
    { maxBatchSize: MAX_BATCH },
  );
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T | null> {
  return new Map(rows.map((row) => [row.id, row]));
}
