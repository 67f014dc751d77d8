/** The shape of one demo complaint and of what happened to it since: facts only, no behaviour. */
import type {
  Channel,
  Consequence,
  ComplaintKind,
  ContactDirection,
  DeclinePreset,
  RegulatorAgency,
  ResolutionKind,
  Severity,
  Stage,
  Validity,
} from '@redress/domain/rules/vocabulary';

export type DepartmentCode =
  | 'service'
  | 'logistics'
  | 'warehouse'
  | 'purchasing'
  | 'quality'
  | 'technology'
  | 'stores'
  | 'finance';

export interface DemoCustomer {
  name: string;
  phone?: string;
  email?: string;
  /** Province and city, province first: routing rules match its beginning. */
  region: string;
  tier?: '普通' | '银卡' | '金卡' | '黑金';
  /** What many customers have in common, as a housing estate in a group case. */
  group?: string;
}

/**
 * One thing that a member did. `minutesAgo` counts back from the loading of the demo.
 * `by`, `assign.to`, `owner` and `mentions` are e-mail addresses of members of `company.ts`; `nth` counts the duties,
 * promises or resolutions of the complaint from 1, in the order in which they were given, those of a template included.
 */
export type DemoStep = { minutesAgo: number; by: string } & DemoDeed;

export type DemoDeed =
  | { do: 'route'; to: DepartmentCode }
  | { do: 'claim' }
  | { do: 'assign'; to: string }
  | {
      do: 'contact';
      channel: Channel;
      direction: ContactDirection;
      summary: string;
      /** Facts and demand were read back to the customer, who agreed. */
      confirmsFacts?: boolean;
    }
  | { do: 'move'; to: Stage; reason?: string; override?: boolean }
  | { do: 'handoff'; to: DepartmentCode; reason: string }
  | { do: 'accept' }
  | { do: 'decline'; preset: DeclinePreset; reason: string; belongsTo?: DepartmentCode }
  | { do: 'withdraw'; reason: string }
  | { do: 'rule'; to: DepartmentCode; reason: string }
  | { do: 'appeal'; reason: string }
  /** Without `overturnTo` the ruling is upheld. */
  | { do: 'decideAppeal'; reason: string; overturnTo?: DepartmentCode }
  | { do: 'duty'; to: DepartmentCode; what: string; dueInMinutes?: number; owner?: string }
  | { do: 'dutyDone'; nth: number; note?: string }
  | { do: 'dutyWaive'; nth: number; note: string }
  | { do: 'promise'; what: string; dueInMinutes: number }
  | { do: 'promiseKeep'; nth: number; note?: string }
  | { do: 'promiseRelease'; nth: number; reason: string }
  | { do: 'hold'; reason: string; forMinutes: number }
  | { do: 'holdApprove' }
  | { do: 'holdRefuse'; reason: string }
  | { do: 'resume'; note?: string }
  | { do: 'escalate'; reason: string }
  | { do: 'takeOn'; note?: string }
  | { do: 'urge'; message: string }
  | { do: 'supervise'; reason: string }
  | { do: 'superviseEnd'; note?: string }
  | { do: 'report'; course: string; findings: string; conclusion: string }
  | { do: 'validity'; validity: Exclude<Validity, 'UNDETERMINED'>; reason: string }
  | { do: 'cause'; code: string }
  | { do: 'consult'; with: string[]; summary: string; decision: string }
  | ({ do: 'propose' } & DemoResolution)
  /** The step of its approval whose turn it is. */
  | { do: 'approve'; nth: number; reason?: string }
  /** Several at once are one choice. */
  | { do: 'offer'; nths: number[]; channel: Channel }
  | { do: 'agree'; nth: number; words: string }
  | { do: 'refuse'; nth: number; words: string }
  | { do: 'carryOut'; nth: number; proof: string }
  /** The customer's scores, taken down by who called. */
  | { do: 'survey'; outcome: number; handling: number; comment?: string }
  | { do: 'summarise'; summary: string }
  /** The agency was told that the company takes its case on. */
  | { do: 'agencyAccept' }
  | { do: 'agencyAnswer'; text: string }
  | { do: 'agencyReview' }
  | { do: 'agencySent' }
  | { do: 'comment'; text: string; mentions?: string[] };

/** A way of settling a complaint. */
export interface DemoResolution {
  kind: ResolutionKind;
  what: string;
  yuan?: number;
}

/** What a complaint was settled with, and what the customer thought of it, where its story tells neither step by step. */
export interface DemoOutcome extends DemoResolution {
  /** What proves that it was carried out. */
  proof: string;
  /** The customer's words with their scores; without them, they were content and said nothing. */
  verdict?: { outcome: number; handling: number; comment: string };
}

export interface DemoRegulator {
  agency: RegulatorAgency;
  /** Required of OTHER. */
  name?: string;
  reference: string;
  demand: string;
}

export interface DemoComplaint {
  /** Stable and unique; names the story when something is wrong with it. */
  key: string;
  /** Headline of the card, at most 24 Chinese characters. */
  subject: string;
  /** The customer's own words. Date marks as in `date-marks.ts`. */
  description: string;
  demand: string;
  channel: Channel;
  /** COMPLAINT when absent. */
  kind?: ComplaintKind;
  severity: Severity;
  /** Code of a child category of `categories.ts`. */
  category: string;
  place?: string;
  /** Order, product, store or person it is about. */
  about?: string;
  /** What may come of it. */
  consequences?: Consequence[];
  occurredHoursBefore?: number;
  customer: DemoCustomer;
  receivedMinutesAgo: number;
  registeredBy: string;
  /** The letter with which an agency handed it on. */
  regulator?: DemoRegulator;
  outcome?: DemoOutcome;
  /** In order of time, the oldest first. */
  story: DemoStep[];
}
